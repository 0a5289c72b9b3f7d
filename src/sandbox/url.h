/* url.h - the target of a request, taken apart: path segments and query parameters, percent-decoded
 * each on its own, so that an encoded slash stays part of a key. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_URL_H
#define SANDBOX_URL_H
#include <stdbool.h>
#include <stddef.h>

struct error;

enum { URL_MAX_SEGMENTS = 8, URL_MAX_PARAMS = 64 };

struct url_param {
	const char *name, *value;
};

struct url {
	char *text; /* owns the decoded pieces */
	const char *segments[URL_MAX_SEGMENTS];
	size_t segment_count;
	struct url_param params[URL_MAX_PARAMS];
	size_t param_count;
};

/* Reads "/api/customers?pageNumber=1" (or the same behind a scheme and host). Refuses what does not
 * decode to UTF-8 without NUL, and more pieces than there is room for. The caller calls url_finish
 * either way. */
bool url_parse(struct url *url, const char *target, struct error *err);
void url_finish(struct url *url);

/* The first parameter of that name, ignoring case; NULL if there is none. Borrowed. */
const char *url_param(const struct url *url, const char *name);

#endif
