/* curl_line.h - a request as a line for a shell that sends it again, with curl. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_CURL_LINE_H
#define WORK_CURL_LINE_H

struct curl_call {
	const char *method;
	const char *url;     /* percent-encoded */
	const char *headers; /* a line each, secrets masked (net/mask.h) */
	const char *body;    /* NULL: none */
};

/* "curl -H "Authorization: Bearer $TOKEN" 'https://...'": what stands behind a header's mask is the
 * shell's variable TOKEN, all else is quoted so that no shell finds anything in it. The caller frees. */
char *curl_line(const struct curl_call *call);

#endif
