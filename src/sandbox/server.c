/* SPDX-License-Identifier: ISC */
#include "sandbox/server.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <microhttpd.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "sandbox/exchange.h"
#include "sandbox/problem.h"
#include "sandbox/request_log.h"
#include "sandbox/routes.h"
#include "sandbox/service.h"
#include "sandbox/store_records.h"

/* IDLE_S: a client that vanished without a word is forgotten after that. CONNECTION_MEMORY holds a
 * request's head and is cleared for each: half of what is usual lets 200 connections stay within 4
 * MiB. */
enum { IDLE_S = 300, CONNECTION_MEMORY = 16384, MAX_LOGGED_HEADERS = 64 };

/* From a request's first line to the end of its answer. */
struct exchange {
	char *target;
	int64_t started_ms;
	bool begun;    /* headers were seen */
	bool answered; /* reply is ready */
	bool secret; /* of its bodies the log says less */
	char *body;
	size_t body_len, body_room;
	size_t read; /* bytes of the body, kept or not */
	struct reply reply;

	/* While the answer is held back: */
	struct MHD_Connection *connection;
	int64_t due_ms;
	struct exchange *next;
};

struct queue {
	struct exchange *first, *last;
};

struct server {
	struct server_options options;
	struct MHD_Daemon *daemon;
	struct queue unsettled; /* must not be told before the store has settled */
	struct queue held;      /* by --latency, in the order they are due */
	bool resumed;           /* some can go on at the next run */
};

/* ---- An exchange's life ---- */

static void *begin_exchange(void *data, const char *target, struct MHD_Connection *connection)
{
	struct exchange *exchange = xcalloc(1, sizeof(*exchange));

	(void)data;
	(void)connection;
	exchange->target = xstrdup(target);
	exchange->started_ms = clock_now_ms();
	return exchange;
}

static void end_exchange(void *data, struct MHD_Connection *connection, void **place,
			 enum MHD_RequestTerminationCode reason)
{
	struct exchange *exchange = *place;

	(void)data;
	(void)connection;
	(void)reason;
	if (!exchange)
		return;
	free(exchange->target);
	free(exchange->body);
	reply_finish(&exchange->reply);
	free(exchange);
	*place = NULL;
}

static const char *header(struct MHD_Connection *connection, const char *name)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* ---- Bodies ---- */

static bool announces_too_much(struct MHD_Connection *connection)
{
	const char *length = header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);

	return length && strtoull(length, NULL, 10) > SERVER_BODY_MAX;
}

/* Keeps a piece of the body; a body that becomes too large is read on and thrown away. False when
 * even that goes too far. */
static bool take_piece(struct exchange *exchange, const char *piece, size_t len)
{
	exchange->read += len;
	if (exchange->read > SERVER_BODY_MAX) {
		free(exchange->body);
		exchange->body = NULL;
		exchange->body_len = exchange->body_room = 0;
		return exchange->read <= SERVER_DRAIN_MAX;
	}
	if (exchange->body_len + len + 1 > exchange->body_room) {
		exchange->body_room = 2 * (exchange->body_len + len) + 1;
		exchange->body = xreallocarray(exchange->body, exchange->body_room, 1);
	}
	memcpy(exchange->body + exchange->body_len, piece, len);
	exchange->body_len += len;
	exchange->body[exchange->body_len] = '\0';
	return true;
}

/* ---- The log ---- */

struct header_list {
	struct logged_header list[MAX_LOGGED_HEADERS];
	size_t count;
};

static enum MHD_Result add_header(void *data, enum MHD_ValueKind kind, const char *name,
				  const char *value)
{
	struct header_list *headers = data;

	(void)kind;
	if (headers->count == MAX_LOGGED_HEADERS)
		return MHD_NO;
	headers->list[headers->count++] = (struct logged_header){ name, value ? value : "" };
	return MHD_YES;
}

static void log_exchange(const struct server *server, const struct exchange *exchange,
			 const char *method, struct MHD_Connection *connection)
{
	struct header_list headers = { .count = 0 };

	if (!server->options.log)
		return;
	MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &headers);
	struct logged_exchange logged = {
		.method = method,
		.target = exchange->target,
		.headers = headers.list,
		.header_count = headers.count,
		.secret = exchange->secret,
		.body = exchange->body,
		.body_len = exchange->body_len,
		.status = exchange->reply.status,
		.answer = exchange->reply.body,
		.answer_len = exchange->reply.len,
		.duration_ms = clock_now_ms() - exchange->started_ms,
	};
	request_log_write(server->options.log, &logged);
}

/* ---- Answers ---- */

static void answer(struct server *server, struct exchange *exchange, const char *method,
		   struct MHD_Connection *connection)
{
	struct url url;
	struct error err;

	exchange->answered = true;
	bool readable = url_parse(&url, exchange->target, &err);
	exchange->reply.errors = routes_errors(&url);
	if (!readable) {
		problem_reply_fault(&exchange->reply, "url", err.message);
	} else if (announces_too_much(connection) || exchange->read > SERVER_BODY_MAX) {
		problem_reply(&exchange->reply, 413, "A body has at most 1 MiB.");
	} else {
		struct request request = {
			.method = method,
			.url = &url,
			.authorization = header(connection, MHD_HTTP_HEADER_AUTHORIZATION),
			.api_key = header(connection, "x-api-key"),
			.body = exchange->body ? exchange->body : "",
			.body_len = exchange->body_len,
		};
		routes_answer(server->options.service, &request, &exchange->reply);
	}
	exchange->secret = server->options.log && routes_are_secret(&url);
	url_finish(&url);
}

static struct MHD_Response *new_response(struct reply *reply)
{
	struct MHD_Response *response =
		MHD_create_response_from_buffer(reply->len, reply->body, MHD_RESPMEM_MUST_FREE);
	char seconds[16];

	if (!response)
		return NULL;
	reply->body = NULL; /* the response's now */
	if (reply->content_type)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE,
					reply->content_type);
	if (*reply->allow)
		MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, reply->allow);
	if (reply->status == 401)
		MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, "Bearer");
	if (reply->status == 413)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
	if (reply->retry_after_s > 0) {
		snprintf(seconds, sizeof(seconds), "%d", reply->retry_after_s);
		MHD_add_response_header(response, MHD_HTTP_HEADER_RETRY_AFTER, seconds);
	}
	return response;
}

static enum MHD_Result send_reply(struct server *server, struct exchange *exchange,
				  const char *method, struct MHD_Connection *connection)
{
	log_exchange(server, exchange, method, connection);
	struct MHD_Response *response = new_response(&exchange->reply);
	enum MHD_Result result = MHD_NO;

	if (response) {
		result = MHD_queue_response(connection, (unsigned)exchange->reply.status, response);
		MHD_destroy_response(response);
	}
	return result;
}

/* ---- Answers that wait ---- */

static void queue_put(struct queue *queue, struct exchange *exchange)
{
	exchange->next = NULL;
	if (queue->last)
		queue->last->next = exchange;
	else
		queue->first = exchange;
	queue->last = exchange;
}

static struct exchange *queue_take(struct queue *queue)
{
	struct exchange *exchange = queue->first;

	queue->first = exchange->next;
	if (!queue->first)
		queue->last = NULL;
	return exchange;
}

static void resume(struct server *server, struct exchange *exchange)
{
	server->resumed = true;
	MHD_resume_connection(exchange->connection);
}

static void hold_back(struct server *server, struct exchange *exchange)
{
	exchange->due_ms = clock_now_ms() + server->options.latency_ms;
	queue_put(&server->held, exchange);
}

static void release_due(struct server *server, int64_t until_ms)
{
	while (server->held.first && server->held.first->due_ms <= until_ms)
		resume(server, queue_take(&server->held));
}

/* Writes down what the requests since the last time changed, all at once, and lets their answers
 * go. */
static void settle(struct server *server)
{
	struct error err;

	if (store_is_settled(server->options.service->store))
		return;
	bool ok = store_settle(server->options.service->store, &err);
	while (server->unsettled.first) {
		struct exchange *exchange = queue_take(&server->unsettled);
		if (!ok)
			problem_reply_failure(&exchange->reply, &err);
		if (server->options.latency_ms > 0)
			hold_back(server, exchange);
		else
			resume(server, exchange);
	}
}

/* Sends the answer now, or lets the connection wait. */
static enum MHD_Result give(struct server *server, struct exchange *exchange, const char *method,
			    struct MHD_Connection *connection)
{
	bool settled = store_is_settled(server->options.service->store);

	if (settled && server->options.latency_ms == 0)
		return send_reply(server, exchange, method, connection);
	exchange->connection = connection;
	MHD_suspend_connection(connection);
	if (settled)
		hold_back(server, exchange);
	else
		queue_put(&server->unsettled, exchange);
	return MHD_YES;
}

/* libmicrohttpd calls this once with the headers, then with each piece of the body, then with none.
 */
static enum MHD_Result handle(void *data, struct MHD_Connection *connection, const char *url,
			      const char *method, const char *version, const char *piece,
			      size_t *piece_len, void **place)
{
	struct server *server = data;
	struct exchange *exchange = *place;

	(void)url;
	(void)version;
	if (exchange->answered)
		return send_reply(server, exchange, method, connection);
	if (!exchange->begun) {
		exchange->begun = true;
		if (!announces_too_much(connection))
			return MHD_YES;
	} else if (*piece_len > 0) {
		bool taken = take_piece(exchange, piece, *piece_len);
		*piece_len = 0;
		return taken ? MHD_YES : MHD_NO;
	}
	answer(server, exchange, method, connection);
	return give(server, exchange, method, connection);
}

/* ---- The server ---- */

struct server *server_new(int listener, const struct server_options *options, struct error *err)
{
	struct server *server = xcalloc(1, sizeof(*server));

	server->options = *options;
	server->daemon = MHD_start_daemon(
		MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, server,
		MHD_OPTION_LISTEN_SOCKET, listener, MHD_OPTION_URI_LOG_CALLBACK, begin_exchange,
		NULL, MHD_OPTION_NOTIFY_COMPLETED, end_exchange, NULL,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_S, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
		(size_t)CONNECTION_MEMORY, MHD_OPTION_END);
	if (server->daemon)
		return server;
	error_set(err, ERROR_SYSTEM, _("The HTTP server cannot start"));
	free(server);
	return NULL;
}

void server_free(struct server *server)
{
	if (!server)
		return;
	settle(server);
	release_due(server, INT64_MAX);
	MHD_stop_daemon(server->daemon);
	free(server);
}

int server_fd(const struct server *server)
{
	return MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

int server_timeout_ms(struct server *server)
{
	MHD_UNSIGNED_LONG_LONG due;
	int64_t timeout_ms = -1;

	if (server->resumed)
		return 0;
	if (MHD_get_timeout(server->daemon, &due) == MHD_YES)
		timeout_ms = due > INT_MAX ? INT_MAX : (int64_t)due;
	if (server->held.first) {
		int64_t held_ms = server->held.first->due_ms - clock_now_ms();
		held_ms = held_ms < 0 ? 0 : held_ms;
		timeout_ms = timeout_ms < 0 || held_ms < timeout_ms ? held_ms : timeout_ms;
	}
	return (int)timeout_ms;
}

void server_run(struct server *server)
{
	server->resumed = false;
	release_due(server, clock_now_ms());
	MHD_run(server->daemon);
	settle(server);
}
