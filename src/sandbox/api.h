/* api.h - a service that the sandbox is: its operations as rows, who may call them, how its errors
 * look. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_API_H
#define SANDBOX_API_H
#include <stdbool.h>
#include <stddef.h>

#include "sandbox/exchange.h"

struct error_style;

struct route {
	const char *path; /* * is a segment that names something: request->keys */
	const char *method;
	unsigned needs; /* what the caller must be allowed, as admit understands it; 0: open to all
			 */
	handler_fn *handle;
	bool secret; /* what is said carries passwords or tokens: the log masks them */
};

struct api {
	const char *root; /* what all its paths begin with: "api" */
	const struct error_style *errors;
	/* Rows of one path stand together. Paths in which a word stands come before those in which
	 * any key can: the word shadows it. */
	const struct route *routes;
	size_t route_count;
	/* Finds who asks. True when the caller may have what the route needs; else the reply says
	 * why not. */
	bool (*admit)(struct service *service, unsigned needs, struct request *request,
		      struct reply *reply);
};

extern const struct api nymble_api; /* nymble_api.c */
extern const struct api flow_api;   /* flow_api.c */

#endif
