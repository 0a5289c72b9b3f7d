/* exchange.h - one try of a call: one request and what came back. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_EXCHANGE_H
#define NET_EXCHANGE_H

struct answer;
struct exchange;
struct net;
struct request;

/* Sends request, which must outlive the exchange; done is called once it is over. */
struct exchange *exchange_start(struct net *net, const struct request *request,
				void (*done)(void *data), void *data);

/* Breaks off what is not over; done is not called. NULL is fine. */
void exchange_free(struct exchange *exchange);

/* These are for after done; borrowed, as long as the exchange lives. tries is the caller's. */
struct answer *exchange_answer(struct exchange *exchange);
const char *exchange_retry_after(const struct exchange *exchange); /* "" when absent */

#endif
