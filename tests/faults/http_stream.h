/* http_stream.h - HTTP/1.1 messages, one after the other, from a socket; a blocking read that a
 * stop ends. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_FAULTS_HTTP_STREAM_H
#define TESTS_FAULTS_HTTP_STREAM_H
#include <stdbool.h>
#include <stddef.h>

struct http_stream {
	int fd;
	int stop_fd; /* readable: give up */
	char *bytes;
	size_t len;
};

/* Waits until the next message is whole (Content-Length, chunked, or the end if to_end says so) and
 * takes it out; the caller frees. NULL when the other side closed before, or when stopped. */
char *http_stream_read(struct http_stream *stream, bool to_end, size_t *len);
void http_stream_finish(struct http_stream *stream); /* does not close fd */

/* False when the other side is gone or a stop came first. */
bool http_write(int fd, int stop_fd, const char *bytes, size_t len);

/* Waits ms milliseconds (-1: for ever), or until the other side closes or a stop comes: then false.
 */
bool http_pause(int fd, int stop_fd, int ms);

#endif
