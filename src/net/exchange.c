/* SPDX-License-Identifier: ISC */
#include "net/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
#include "net/easy.h"
#include "net/failure.h"
#include "net/mask.h"
#include "net/multi.h"
#include "net/net_state.h"
#include "net/trace.h"

enum { BODY_FIRST = 16 * 1024 };

struct exchange {
	struct transfer transfer; /* easy is NULL once it is over */
	struct net *net;
	const struct request *request;
	struct curl_slist *headers;
	int64_t began_unix_s, began_ms;
	char *body;
	size_t len, room;
	bool head_is_whole;
	char *content_type, *retry_after;
	struct answer answer;
	char detail[CURL_ERROR_SIZE];
	void (*done)(void *data);
	void *data;
};

static void make_room(struct exchange *exchange, size_t needed)
{
	const size_t most = exchange->net->body_max + 1;
	size_t room = exchange->room ? 2 * exchange->room : BODY_FIRST;

	if (needed <= exchange->room)
		return;
	if (room > most)
		room = most;
	if (room < needed)
		room = needed;
	exchange->body = xreallocarray(exchange->body, room, 1);
	exchange->room = room;
}

/* Counts decoded bytes: libcurl's own maximum looks at Content-Length alone, which neither a
 * chunked body nor a small gzip of much has to tell. */
static size_t take_body(char *bytes, size_t size, size_t count, void *data)
{
	struct exchange *exchange = data;
	const size_t len = size * count;

	if (len > exchange->net->body_max - exchange->len)
		return CURL_WRITEFUNC_ERROR;
	make_room(exchange, exchange->len + len + 1);
	memcpy(exchange->body + exchange->len, bytes, len);
	exchange->len += len;
	exchange->body[exchange->len] = '\0';
	return len;
}

/* Watches for the empty line: libcurl takes a connection that ends within the head for a good
 * answer. */
static size_t take_header(char *line, size_t size, size_t count, void *data)
{
	struct exchange *exchange = data;
	const size_t len = size * count;

	if (len > 5 && memcmp(line, "HTTP/", 5) == 0)
		exchange->head_is_whole = false;
	else if (len > 0 && (line[0] == '\r' || line[0] == '\n'))
		exchange->head_is_whole = true;
	return len;
}

/* The last value of a response header, as a copy; "" when absent. */
static char *copy_header(CURL *easy, const char *name)
{
	struct curl_header *header;

	if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK)
		return xstrdup("");
	return xstrdup(header->value);
}

static void read_head(struct exchange *exchange)
{
	CURL *easy = exchange->transfer.easy;
	long status = 0;
	char *date = copy_header(easy, "Date");

	curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
	exchange->content_type = copy_header(easy, "Content-Type");
	exchange->retry_after = copy_header(easy, "Retry-After");
	exchange->answer = (struct answer){
		.status = (int)status,
		.body = exchange->body ? exchange->body : "",
		.len = exchange->len,
		.content_type = exchange->content_type,
		.date_unix_s = -1,
	};
	clock_parse_http_date(date, &exchange->answer.date_unix_s);
	free(date);
}

static bool refuse_redirect(struct exchange *exchange)
{
	char *target = NULL;

	curl_easy_getinfo(exchange->transfer.easy, CURLINFO_REDIRECT_URL, &target);
	if (!target || exchange->answer.status / 100 != 3)
		return false;
	char *masked = mask_url(target);
	error_set(&exchange->answer.error, ERROR_REFUSED,
		  _("%s redirects to %s; that is not followed"), exchange->net->name, masked);
	free(masked);
	exchange->answer.outcome = ANSWER_REFUSED;
	return true;
}

static void judge(struct exchange *exchange, CURLcode result)
{
	CURL *easy = exchange->transfer.easy;
	long bytes_sent = 0, os_error = 0;
	curl_off_t began_us = 0;

	if (result == CURLE_OK && !exchange->head_is_whole)
		result = CURLE_PARTIAL_FILE;
	if (result == CURLE_OK) {
		if (!refuse_redirect(exchange))
			exchange->answer.outcome = ANSWER_HTTP;
		return;
	}
	curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes_sent);
	curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &began_us); /* 0: not past a proxy */
	curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &os_error);
	const struct failure failure = { .code = result,
					 .detail = exchange->detail,
					 .os_error = (int)os_error,
					 .sent = bytes_sent > 0 && began_us > 0 };
	failure_explain(&failure, exchange->net, &exchange->answer);
}

static char *join_headers(const struct request *request)
{
	char *joined;
	size_t len;
	FILE *out = xmemstream(&joined, &len);

	for (const char *const *line = request->headers; line && *line; line++)
		fprintf(out, "%s\n", *line);
	fclose(out);
	return joined;
}

/* failure is NULL when an answer came. */
static void record(const struct exchange *exchange, const char *failure)
{
	const struct request *request = exchange->request;
	char *headers = join_headers(request);
	curl_off_t sent = 0, received = 0;

	curl_easy_getinfo(exchange->transfer.easy, CURLINFO_SIZE_UPLOAD_T, &sent);
	curl_easy_getinfo(exchange->transfer.easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
	struct trace_entry entry = {
		.when_unix_s = exchange->began_unix_s,
		.method = request->method,
		.url = request->url,
		.headers = headers,
		.status = exchange->answer.status,
		.failure = failure,
		.took_ms = clock_now_ms() - exchange->began_ms,
		.bytes_sent = sent,
		.bytes_received = received,
		.request = { .full_len = request->body_len, .personal = request->personal },
		.answer = { .full_len = exchange->len, .personal = request->personal },
	};
	if (!request->secret && !request->personal) {
		entry.request.text = request->body;
		entry.request.len = request->body_len;
		entry.answer.text = exchange->body;
		entry.answer.len = exchange->len;
	}
	trace_add(exchange->net->trace, &entry);
	secret_free(headers);
}

static void drop_easy(struct exchange *exchange)
{
	easy_free(exchange->transfer.easy, exchange->headers);
	exchange->transfer.easy = NULL;
	exchange->headers = NULL;
}

static void finished(struct transfer *transfer, CURLcode result)
{
	struct exchange *exchange = (struct exchange *)transfer; /* its first member */

	read_head(exchange);
	judge(exchange, result);
	record(exchange,
	       exchange->answer.outcome == ANSWER_HTTP ? NULL : exchange->answer.error.message);
	drop_easy(exchange);
	exchange->done(exchange->data);
}

struct exchange *exchange_start(struct net *net, const struct request *request,
				void (*done)(void *data), void *data)
{
	struct exchange *exchange = xcalloc(1, sizeof(*exchange));
	CURL *easy = easy_new(net, request, &exchange->headers);

	exchange->transfer = (struct transfer){ .easy = easy, .done = finished };
	exchange->net = net;
	exchange->request = request;
	exchange->done = done;
	exchange->data = data;
	exchange->began_unix_s = clock_unix_s();
	exchange->began_ms = clock_now_ms();
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, exchange->detail);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, exchange);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange);
	multi_add(loop_multi(net->loop), &exchange->transfer);
	return exchange;
}

void exchange_free(struct exchange *exchange)
{
	if (!exchange)
		return;
	if (exchange->transfer.easy) {
		multi_remove(loop_multi(exchange->net->loop), &exchange->transfer);
		record(exchange, _("Cancelled"));
		drop_easy(exchange);
	}
	if (exchange->body && (exchange->request->secret || exchange->request->personal))
		secret_wipe(exchange->body, exchange->len);
	free(exchange->body);
	free(exchange->content_type);
	free(exchange->retry_after);
	free(exchange);
}

struct answer *exchange_answer(struct exchange *exchange)
{
	return &exchange->answer;
}

const char *exchange_retry_after(const struct exchange *exchange)
{
	return exchange->retry_after;
}
