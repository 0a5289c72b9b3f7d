/* SPDX-License-Identifier: ISC */
#include "support/http.h"

#include <arpa/inet.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "schema/json.h"

void http_answer_finish(struct http_answer *answer)
{
	free(answer->body);
	*answer = (struct http_answer){ 0 };
}

void http_header(const struct http_answer *answer, const char *name, char *out, size_t size)
{
	size_t len = strlen(name);

	out[0] = '\0';
	for (const char *line = answer->head; line; line = strstr(line, "\r\n")) {
		line += strncmp(line, "\r\n", 2) == 0 ? 2 : 0;
		if (strncasecmp(line, name, len) != 0 || line[len] != ':')
			continue;
		line += len + 1 + strspn(line + len + 1, " ");
		snprintf(out, size, "%.*s", (int)strcspn(line, "\r"), line);
		return;
	}
}

int http_connect(int port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0)
		fail_msg("nobody answers on port %d", port);
	return fd;
}

bool http_send(int fd, const void *bytes, size_t len)
{
	const char *rest = bytes;

	while (len) {
		ssize_t sent = send(fd, rest, len, MSG_NOSIGNAL);
		if (sent <= 0)
			return false;
		rest += sent;
		len -= (size_t)sent;
	}
	return true;
}

/* One byte after another until the empty line: simple, and headers are short. */
static bool read_some(int fd, char *out, size_t len)
{
	while (len) {
		struct pollfd ready = { .fd = fd, .events = POLLIN };
		if (poll(&ready, 1, HTTP_PATIENCE_MS) <= 0)
			return false;
		ssize_t count = recv(fd, out, len, 0);
		if (count <= 0)
			return false;
		out += count;
		len -= (size_t)count;
	}
	return true;
}

static bool read_line(int fd, char *out, size_t size)
{
	size_t len = 0;

	while (len + 1 < size && read_some(fd, out + len, 1)) {
		out[++len] = '\0';
		if (len >= 2 && strcmp(out + len - 2, "\r\n") == 0)
			return true;
	}
	return false;
}

static bool read_head(int fd, struct http_answer *answer)
{
	size_t len = 0;
	int status;

	while (read_line(fd, answer->head + len, sizeof(answer->head) - len)) {
		size_t more = strlen(answer->head + len);
		if (more == 2) {
			answer->head[len] = '\0';
			if (sscanf(answer->head, "HTTP/1.1 %d", &status) != 1)
				return false;
			answer->status = status;
			return true;
		}
		len += more;
	}
	return false;
}

static bool read_body(int fd, struct http_answer *answer, size_t len)
{
	answer->body = xreallocarray(answer->body, answer->len + len + 1, 1);
	if (!read_some(fd, answer->body + answer->len, len))
		return false;
	answer->len += len;
	answer->body[answer->len] = '\0';
	return true;
}

static bool read_chunks(int fd, struct http_answer *answer)
{
	char line[64];

	while (read_line(fd, line, sizeof(line))) {
		size_t len = strtoul(line, NULL, 16);
		if (len && !read_body(fd, answer, len))
			return false;
		if (!read_line(fd, line, sizeof(line)))
			return false;
		if (!len)
			return true;
	}
	return false;
}

void http_read_head(int fd, struct http_answer *answer)
{
	*answer = (struct http_answer){ .body = xcalloc(1, 1) };
	if (!read_head(fd, answer))
		answer->status = 0;
}

void http_read(int fd, struct http_answer *answer)
{
	char encoding[32], length[32];

	http_read_head(fd, answer);
	while (answer->status == 100) { /* Continue: no answer yet */
		http_answer_finish(answer);
		http_read_head(fd, answer);
	}
	http_header(answer, "Transfer-Encoding", encoding, sizeof(encoding));
	http_header(answer, "Content-Length", length, sizeof(length));
	bool whole = answer->status == 0 || answer->status == 204 ||
		     (*encoding ? read_chunks(fd, answer)
				: read_body(fd, answer, strtoul(length, NULL, 10)));
	if (!whole)
		answer->status = 0;
}

static char *write_request(int port, const struct http_request *request)
{
	const char *body = request->body ? request->body : "";
	char *text, *login = request->token
				     ? xasprintf("Authorization: Bearer %s\r\n", request->token)
				     : xstrdup("");

	text = xasprintf("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s%s"
			 "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
			 request->method, request->path, port, login,
			 request->headers ? request->headers : "", strlen(body), body);
	free(login);
	return text;
}

void http_ask(int port, const struct http_request *request, struct http_answer *answer)
{
	char *text = write_request(port, request);
	int fd = http_connect(port);

	http_send(fd, text, strlen(text));
	http_read(fd, answer);
	close(fd);
	free(text);
}

int http_status(int port, const struct http_request *request)
{
	struct http_answer answer;

	http_ask(port, request, &answer);
	int status = answer.status;
	http_answer_finish(&answer);
	return status;
}

char *http_member(const struct http_answer *answer, const char *name)
{
	struct json *json = json_parse(answer->body ? answer->body : "", answer->len, NULL);
	const char *text = json_member_text(json, name);
	char *copy = text ? xstrdup(text) : NULL;

	json_free(json);
	return copy;
}

char *http_log_in(int port, const char *org_code, const char *client_id)
{
	char *body = xasprintf(
		"{\"OrgCode\":\"%s\",\"ClientId\":\"%s\",\"ClientSecret\":\"sandbox-secret\"}",
		org_code, client_id);
	struct http_answer answer;

	http_ask(port, &(struct http_request){ "POST", "/api/auth/login", NULL, body }, &answer);
	char *token = http_member(&answer, "AccessToken");
	if (answer.status != 200 || !token)
		fail_msg("login of %s: %d %s", client_id, answer.status,
			 answer.body ? answer.body : "");
	http_answer_finish(&answer);
	free(body);
	return token;
}
