/* SPDX-License-Identifier: ISC */
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/story.h"
#include "unit/unit.h"

/* Written by hand: what a story does behind the client's back should not go through the client's code. */
int story_request(const struct story *story, const char *method, const char *path, const char *body)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)story->port) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	char answer[64] = "";
	size_t len = 0;
	ssize_t got;
	int status = 0;

	inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	dprintf(fd,
		"%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nx-api-key: " STORY_KEY "\r\n"
		"Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
		method, path, body ? strlen(body) : 0, body ? body : "");
	while (len + 1 < sizeof(answer) &&
	       (got = read(fd, answer + len, sizeof(answer) - 1 - len)) > 0)
		len += (size_t)got;
	close(fd);
	assert_int_equal(sscanf(answer, "HTTP/1.1 %d", &status), 1);
	return status;
}
