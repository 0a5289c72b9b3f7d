/* SPDX-License-Identifier: ISC */
#include "sandbox/listener.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"

static struct addrinfo *resolve(const char *address, int port, struct error *err)
{
	const struct addrinfo hints = { .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
					.ai_socktype = SOCK_STREAM };
	struct addrinfo *found;
	char service[16];

	snprintf(service, sizeof(service), "%d", port);
	if (strcmp(address, "localhost") == 0)
		address = "127.0.0.1";
	if (getaddrinfo(address, service, &hints, &found) == 0)
		return found;
	error_set(err, ERROR_INPUT, _("--bind wants an address such as 127.0.0.1 or ::1, not %s"),
		  address);
	return NULL;
}

static bool write_url(int fd, char url[LISTENER_URL_SIZE])
{
	struct sockaddr_storage address;
	socklen_t len = sizeof(address);
	char host[64], service[16];

	if (getsockname(fd, (struct sockaddr *)&address, &len) != 0 ||
	    getnameinfo((struct sockaddr *)&address, len, host, sizeof(host), service,
			sizeof(service), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
		return false;
	snprintf(url, LISTENER_URL_SIZE,
		 strchr(host, ':') ? "http://[%.60s]:%.10s" : "http://%.60s:%.10s", host, service);
	return true;
}

int listener_open(const char *address, int port, char url[LISTENER_URL_SIZE], struct error *err)
{
	struct addrinfo *found = resolve(address, port, err);

	if (!found)
		return -1;
	int fd = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	/* Lets a port be used again at once after a restart, and by no two at a time. */
	bool ok = fd >= 0 &&
		  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int)) == 0 &&
		  bind(fd, found->ai_addr, found->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0 &&
		  write_url(fd, url);
	int number = errno;
	freeaddrinfo(found);
	if (ok)
		return fd;
	if (fd >= 0)
		close(fd);
	error_set_errno(err, number, _("Port %d of %s cannot be used"), port, address);
	return -1;
}
