/* failure.h - what it means that libcurl gave up: what became of the request, and a sentence. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_FAILURE_H
#define NET_FAILURE_H
#include <curl/curl.h>
#include <stdbool.h>

#include "net/call.h"

struct failure {
	CURLcode code;
	const char *detail; /* libcurl's own words, "" if none */
	int os_error;       /* errno of a refused connection, or 0 */
	bool sent;          /* at least a byte of the request left */
};

/* Fills outcome and error of answer. */
void failure_explain(const struct failure *failure, const struct net *net, struct answer *answer);

#endif
