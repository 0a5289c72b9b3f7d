/* multi.h - libcurl's side of the loop: transfers that run beside each other, and the one sleep. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_MULTI_H
#define NET_MULTI_H
#include <curl/curl.h>

struct loop;
struct multi;

/* libcurl itself is initialised at the first multi_wait or multi_add: it costs half a millisecond.
 */
struct multi *multi_new(void);
void multi_free(struct multi *multi); /* all transfers were removed before */

/* The loop's, as long as it lives. */
struct multi *loop_multi(struct loop *loop);

/* Embedded in what stands for a transfer; done is called once it is over, already removed. */
struct transfer {
	CURL *easy;
	void (*done)(struct transfer *transfer, CURLcode result);
};

void multi_add(struct multi *multi, struct transfer *transfer);
void multi_remove(struct multi *multi, struct transfer *transfer); /* done is not called */

/* Sleeps until fd is readable, a transfer can go on or timeout_ms are over (-1: without end). */
void multi_wait(struct multi *multi, int fd, int timeout_ms);

/* Lets the transfers do what they can without blocking. */
void multi_perform(struct multi *multi);

#endif
