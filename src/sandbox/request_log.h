/* request_log.h - what clients sent and what they were answered, one line of JSON each: tests read
 * it. Credentials are masked, all else is as it came. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_REQUEST_LOG_H
#define SANDBOX_REQUEST_LOG_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;
struct request_log;

/* Lines are added to the file, each in one piece. */
struct request_log *request_log_open(const char *path, struct error *err);
void request_log_close(struct request_log *log); /* NULL is fine */

struct logged_header {
	const char *name, *value;
};

struct logged_exchange {
	const char *method, *target;
	const struct logged_header *headers;
	size_t header_count;
	bool secret; /* its bodies carry credentials */
	const char *body;
	size_t body_len;
	int status;
	const char *answer;
	size_t answer_len;
	int64_t duration_ms;
};

/* {"time":"...","method":"PUT","target":"/api/customers?..","headers":{...},"body":"..","status":200,
 * "answer":"..","ms":3}; bodies are JSON strings with the bytes as text, null when there is none.
 * Does nothing without a log. */
void request_log_write(struct request_log *log, const struct logged_exchange *exchange);

#endif
