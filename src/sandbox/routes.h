/* routes.h - what is common to all operations of the services: unknown paths and methods, who may
 * call, failures by chance. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_ROUTES_H
#define SANDBOX_ROUTES_H
#include <stdbool.h>

struct error_style;
struct reply;
struct request;
struct service;
struct url;

/* Answers a request; url, headers and body are filled in. */
void routes_answer(struct service *service, const struct request *request, struct reply *reply);

/* How the service that a path belongs to reports errors; any path belongs to one. */
const struct error_style *routes_errors(const struct url *url);

/* Whether what is said there carries passwords or tokens. */
bool routes_are_secret(const struct url *url);

#endif
