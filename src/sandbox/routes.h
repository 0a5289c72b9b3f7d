/* routes.h - the operations of the contract, one row each, and what is common to all: unknown paths
 * and methods, who may call. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_ROUTES_H
#define SANDBOX_ROUTES_H

struct reply;
struct request;
struct service;

/* Answers a request; url, headers and body are filled in. */
void routes_answer(struct service *service, const struct request *request, struct reply *reply);

#endif
