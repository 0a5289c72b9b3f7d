/* SPDX-License-Identifier: ISC */
#include "http_stream.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

/* False: stopped. */
static bool wait_for(int fd, short what, int stop_fd)
{
	struct pollfd fds[] = { { .fd = fd, .events = what }, { .fd = stop_fd, .events = POLLIN } };

	return poll(fds, 2, -1) > 0 && !fds[1].revents;
}

static bool read_more(struct http_stream *stream)
{
	char bytes[16 * 1024];

	if (!wait_for(stream->fd, POLLIN, stream->stop_fd))
		return false;
	ssize_t got = recv(stream->fd, bytes, sizeof(bytes), 0);
	if (got <= 0)
		return false;
	stream->bytes = realloc(stream->bytes, stream->len + (size_t)got + 1);
	if (!stream->bytes)
		abort();
	memcpy(stream->bytes + stream->len, bytes, (size_t)got);
	stream->len += (size_t)got;
	stream->bytes[stream->len] = '\0';
	return true;
}

static size_t head_len(const struct http_stream *stream)
{
	const char *end = stream->len ? memmem(stream->bytes, stream->len, "\r\n\r\n", 4) : NULL;

	return end ? (size_t)(end - stream->bytes) + 4 : 0;
}

static const char *header(const char *head, const char *name)
{
	const size_t len = strlen(name);

	for (const char *line = strstr(head, "\r\n"); line && line[2] != '\r';
	     line = strstr(line + 2, "\r\n"))
		if (strncasecmp(line + 2, name, len) == 0 && line[2 + len] == ':')
			return line + 2 + len + 1 + strspn(line + 2 + len + 1, " ");
	return NULL;
}

/* Bytes of the message that begins the stream, 0 when more must be read to know. */
static size_t chunked_end(const struct http_stream *stream, size_t at)
{
	for (;;) {
		const char *line_end = memmem(stream->bytes + at, stream->len - at, "\r\n", 2);
		if (!line_end)
			return 0;
		size_t size = strtoul(stream->bytes + at, NULL, 16);
		at = (size_t)(line_end - stream->bytes) + 2 + size + 2;
		if (at > stream->len)
			return 0;
		if (size == 0)
			return at;
	}
}

static bool has_no_body(const char *head)
{
	return strncmp(head, "HTTP/1.1 204", 12) == 0 || strncmp(head, "HTTP/1.1 304", 12) == 0;
}

/* *whole says that the length is known; false with the head there means: up to the end. */
static size_t message_len(const struct http_stream *stream, bool *up_to_end)
{
	const size_t head = head_len(stream);

	*up_to_end = false;
	if (!head)
		return 0;
	const char *length = header(stream->bytes, "Content-Length");
	const char *coding = header(stream->bytes, "Transfer-Encoding");
	if (coding && strncasecmp(coding, "chunked", 7) == 0)
		return chunked_end(stream, head);
	if (length) {
		size_t len = head + strtoul(length, NULL, 10);
		return len <= stream->len ? len : 0;
	}
	if (strncmp(stream->bytes, "HTTP/", 5) != 0 || has_no_body(stream->bytes))
		return head;
	*up_to_end = true;
	return 0;
}

char *http_stream_read(struct http_stream *stream, bool to_end, size_t *len)
{
	bool up_to_end = false;
	size_t whole;

	while (!(whole = stream->len ? message_len(stream, &up_to_end) : 0))
		if (!read_more(stream)) {
			if (!up_to_end || !to_end)
				return NULL;
			whole = stream->len;
			break;
		}
	char *message = malloc(whole + 1);
	if (!message)
		abort();
	memcpy(message, stream->bytes, whole);
	message[whole] = '\0';
	memmove(stream->bytes, stream->bytes + whole, stream->len - whole + 1);
	stream->len -= whole;
	*len = whole;
	return message;
}

void http_stream_finish(struct http_stream *stream)
{
	free(stream->bytes);
	stream->bytes = NULL;
	stream->len = 0;
}

bool http_write(int fd, int stop_fd, const char *bytes, size_t len)
{
	while (len) {
		if (!wait_for(fd, POLLOUT, stop_fd))
			return false;
		ssize_t sent = send(fd, bytes, len, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (sent < 0)
			return false;
		bytes += sent;
		len -= (size_t)sent;
	}
	return true;
}

bool http_pause(int fd, int stop_fd, int ms)
{
	struct pollfd fds[] = { { .fd = fd, .events = POLLRDHUP },
				{ .fd = stop_fd, .events = POLLIN } };

	return poll(fds, 2, ms) == 0;
}
