/* SPDX-License-Identifier: ISC */
#include "net/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
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

/* Counts decoded bytes: libcurl's own maximum looks at Content-Length alone, which neither a
 * chunked body nor a small gzip of much has to tell. */
static size_t take_body(char *bytes, size_t size, size_t count, void *data)
{
	struct exchange *exchange = data;
	const size_t len = size * count;

	if (len > exchange->net->body_max - exchange->len)
		return CURL_WRITEFUNC_ERROR;
	if (exchange->len + len + 1 > exchange->room) {
		size_t room = exchange->room ? 2 * exchange->room : BODY_FIRST;
		if (room < exchange->len + len + 1)
			room = exchange->len + len + 1;
		exchange->body = xreallocarray(exchange->body, room, 1);
		exchange->room = room;
	}
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

static void add_header(struct exchange *exchange, const char *line)
{
	struct curl_slist *headers = curl_slist_append(exchange->headers, line);

	if (!headers)
		alloc_exhausted();
	exchange->headers = headers;
}

static bool names_content_type(const struct request *request)
{
	for (const char *const *line = request->headers; line && *line; line++)
		if (strncasecmp(*line, "Content-Type:", 13) == 0)
			return true;
	return false;
}

static void set_headers(struct exchange *exchange, CURL *easy)
{
	const struct request *request = exchange->request;

	for (const char *const *line = request->headers; line && *line; line++)
		add_header(exchange, *line);
	add_header(exchange, "Expect:"); /* no second round trip before a long body */
	if (!names_content_type(request))
		add_header(exchange, "Content-Type:"); /* libcurl's guess would be a form's */
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, exchange->headers);
}

static void set_request(struct exchange *exchange, CURL *easy)
{
	const struct request *request = exchange->request;
	const bool get = strcmp(request->method, "GET") == 0;

	curl_easy_setopt(easy, CURLOPT_URL, request->url);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, PACKAGE_NAME "/" PACKAGE_VERSION);
	if (request->body || strcmp(request->method, "POST") == 0 ||
	    strcmp(request->method, "PUT") == 0) {
		curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_len);
		curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request->body ? request->body : "");
	}
	curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
	curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""); /* all that this libcurl can decode */
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	/* On a reused connection that the other side just closed, libcurl sends again, unasked. */
	curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, get || request->repeatable ? 0L : 1L);
	set_headers(exchange, easy);
}

static void set_rules(const struct net *net, CURL *easy)
{
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_QUICK_EXIT,
			 1L); /* else a cancel waits for the resolver's thread */
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)net->connect_timeout_ms);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)net->total_timeout_ms);
	curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)net->body_max);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, net->origin.scheme);
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	if (net->ca_file)
		curl_easy_setopt(easy, CURLOPT_CAINFO,
				 net->ca_file); /* the system's folder stays */
	if (strcmp(net->origin.scheme, "http") == 0)
		curl_easy_setopt(easy, CURLOPT_PROXY, ""); /* in the clear, to this machine alone */
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
	long sent = 0, os_error = 0;

	if (result == CURLE_OK && !exchange->head_is_whole)
		result = CURLE_PARTIAL_FILE;
	if (result == CURLE_OK) {
		if (!refuse_redirect(exchange))
			exchange->answer.outcome = ANSWER_HTTP;
		return;
	}
	curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &sent);
	curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &os_error);
	const struct failure failure = { .code = result,
					 .detail = exchange->detail,
					 .os_error = (int)os_error,
					 .sent = sent > 0 };
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
		.request = { .full_len = request->body_len },
		.answer = { .full_len = exchange->len },
	};
	if (!request->secret) {
		entry.request.text = request->body;
		entry.request.len = request->body_len;
		entry.answer.text = exchange->body;
		entry.answer.len = exchange->len;
	}
	trace_add(exchange->net->trace, &entry);
	secret_free(headers);
}

/* Headers carry tokens: they are wiped before they are freed. */
static void drop_easy(struct exchange *exchange)
{
	curl_easy_cleanup(exchange->transfer.easy);
	exchange->transfer.easy = NULL;
	for (struct curl_slist *at = exchange->headers; at; at = at->next)
		secret_wipe(at->data, strlen(at->data));
	curl_slist_free_all(exchange->headers);
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
	CURL *easy = curl_easy_init();

	if (!easy)
		alloc_exhausted();
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
	set_rules(net, easy);
	set_request(exchange, easy);
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
	if (exchange->body && exchange->request->secret)
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
