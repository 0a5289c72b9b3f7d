/* SPDX-License-Identifier: ISC */
#include "net/easy.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/secret.h"
#include "net/call.h"
#include "net/net_state.h"

static void add_header(struct curl_slist **headers, const char *line)
{
	struct curl_slist *longer = curl_slist_append(*headers, line);

	if (!longer)
		alloc_exhausted();
	*headers = longer;
}

static bool names_content_type(const struct request *request)
{
	for (const char *const *line = request->headers; line && *line; line++)
		if (strncasecmp(*line, "Content-Type:", 13) == 0)
			return true;
	return false;
}

static struct curl_slist *make_headers(const struct request *request)
{
	struct curl_slist *headers = NULL;

	for (const char *const *line = request->headers; line && *line; line++)
		add_header(&headers, *line);
	add_header(&headers, "Expect:"); /* no second round trip before a long body */
	if (!names_content_type(request))
		add_header(&headers, "Content-Type:"); /* libcurl's guess would be a form's */
	return headers;
}

static void set_request(CURL *easy, const struct request *request)
{
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
}

static void set_rules(CURL *easy, const struct net *net)
{
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); /* a cancel waits for no resolver */
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)net->connect_timeout_ms);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)net->total_timeout_ms);
	curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)net->body_max);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, net->origin.scheme);
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	/* Beside the system's authorities, which come from a folder (CURLOPT_CAPATH). */
	if (net->ca_file)
		curl_easy_setopt(easy, CURLOPT_CAINFO, net->ca_file);
	/* In the clear, to this machine alone: past the proxies of the environment. */
	if (strcmp(net->origin.scheme, "http") == 0)
		curl_easy_setopt(easy, CURLOPT_PROXY, "");
}

CURL *easy_new(const struct net *net, const struct request *request, struct curl_slist **headers)
{
	CURL *easy = curl_easy_init();

	if (!easy)
		alloc_exhausted();
	*headers = make_headers(request);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, *headers);
	set_rules(easy, net);
	set_request(easy, request);
	return easy;
}

void easy_free(CURL *easy, struct curl_slist *headers)
{
	curl_easy_cleanup(easy);
	for (struct curl_slist *at = headers; at; at = at->next)
		secret_wipe(at->data, strlen(at->data));
	curl_slist_free_all(headers);
}
