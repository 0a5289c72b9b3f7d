/* http_floor.c - the least that an answer costs with libmicrohttpd: the same text for whoever asks,
 *from one thread, as the sandbox has one. Prints its port and ends with its standard input.
 *
 *	http-floor BYTES */
/* SPDX-License-Identifier: ISC */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum MHD_Result answer(void *data, struct MHD_Connection *connection, const char *url,
			      const char *method, const char *version, const char *upload,
			      size_t *upload_size, void **state)
{
	const char *text = data;
	struct MHD_Response *response;
	enum MHD_Result result;

	(void)url, (void)method, (void)version, (void)upload, (void)upload_size;
	if (!*state) { /* only the head is here */
		*state = data;
		return MHD_YES;
	}
	response = MHD_create_response_from_buffer(strlen(text), data, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(response, "Content-Type", "application/json");
	result = MHD_queue_response(connection, MHD_HTTP_OK, response);
	MHD_destroy_response(response);
	return result;
}

int main(int argc, char *argv[])
{
	size_t len = argc > 1 ? strtoul(argv[1], NULL, 10) : 6000;
	char *text = malloc(len + 1), end;
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct MHD_Daemon *daemon;

	if (!text)
		return 1;
	memset(text, '1', len);
	text[len] = '\0';
	daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, text,
				  MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_END);
	if (!daemon)
		return 1;
	printf("%d\n", (int)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	while (read(STDIN_FILENO, &end, 1) > 0)
		;
	MHD_stop_daemon(daemon);
	free(text);
	return 0;
}
