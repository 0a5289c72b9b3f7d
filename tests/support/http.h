/* http.h - HTTP as bytes on a socket: well-formed requests, and anything but. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_HTTP_H
#define SUPPORT_HTTP_H
#include <stdbool.h>
#include <stddef.h>

enum { HTTP_PATIENCE_MS = 30000, HTTP_HEAD_SIZE = 4096 };

struct http_answer {
	int status;                /* 0: closed, or silent, before there was an answer */
	char head[HTTP_HEAD_SIZE]; /* status line and headers */
	char *body;                /* NUL-terminated */
	size_t len;
};

void http_answer_finish(struct http_answer *answer);

/* The value of a header, copied into out; "" when there is none. */
void http_header(const struct http_answer *answer, const char *name, char *out, size_t size);

/* A connection to 127.0.0.1; fails the test when there is none. Close it with close(). */
int http_connect(int port);

/* Sends what it can; false when the other side closed. */
bool http_send(int fd, const void *bytes, size_t len);

/* One answer. answer->status is 0 when the connection was closed before the end of it. */
void http_read(int fd, struct http_answer *answer);
/* An answer to HEAD, and one without a body. */
void http_read_head(int fd, struct http_answer *answer);

/* A whole exchange on a connection of its own. token, body and headers may be NULL. */
struct http_request {
	const char *method, *path, *token, *body;
	const char *headers; /* more lines, each ending in CR LF */
};
void http_ask(int port, const struct http_request *request, struct http_answer *answer);

/* The status alone. */
int http_status(int port, const struct http_request *request);

/* A token for these credentials; fails the test when there is none. The caller frees. */
char *http_log_in(int port, const char *org_code, const char *client_id);

/* The text of a member at the top of a JSON answer, or NULL; the caller frees. */
char *http_member(const struct http_answer *answer, const char *name);

#endif
