/* SPDX-License-Identifier: ISC */
#include "net/origin.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/net.h"

/* A copy, so that nobody must know curl_free. */
static char *part(CURLU *parsed, CURLUPart what)
{
	char *value = NULL;

	if (curl_url_get(parsed, what, &value, CURLU_DEFAULT_PORT) != CURLUE_OK)
		return NULL;
	char *copy = xstrdup(value);
	curl_free(value);
	return copy;
}

/* Only addresses that libcurl takes without asking anybody: it resolves "localhost" by itself. */
static bool is_this_machine(const char *host)
{
	struct in_addr v4;

	if (strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0)
		return true;
	return inet_pton(AF_INET, host, &v4) == 1 && ntohl(v4.s_addr) >> 24 == 127;
}

static bool check(const struct origin *origin, struct error *err)
{
	if (!origin->scheme || !origin->host || !*origin->host || !origin->port ||
	    (strcmp(origin->scheme, "https") != 0 && strcmp(origin->scheme, "http") != 0))
		return error_set(
			err, ERROR_INPUT,
			_("Expected a URL such as https://api.example or http://127.0.0.1:4010"));
	if (strcmp(origin->scheme, "http") == 0 && !is_this_machine(origin->host))
		return error_set(err, ERROR_INPUT,
				 _("Plain http is only allowed to this machine; use https for %s"),
				 origin->host);
	return true;
}

bool origin_parse(struct origin *origin, const char *url, struct error *err)
{
	CURLU *parsed = curl_url();
	bool ok = false;

	if (!parsed)
		alloc_exhausted();
	*origin = (struct origin){ 0 };
	CURLUcode code = curl_url_set(parsed, CURLUPART_URL, url, CURLU_DISALLOW_USER);
	if (code == CURLUE_USER_NOT_ALLOWED) {
		error_set(err, ERROR_INPUT,
			  _("A URL with a user name or password in it is not allowed"));
	} else {
		*origin = (struct origin){ part(parsed, CURLUPART_SCHEME),
					   part(parsed, CURLUPART_HOST),
					   part(parsed, CURLUPART_PORT) };
		ok = check(origin, err);
	}
	if (!ok)
		origin_finish(origin);
	curl_url_cleanup(parsed);
	return ok;
}

void origin_finish(struct origin *origin)
{
	free(origin->scheme);
	free(origin->host);
	free(origin->port);
	*origin = (struct origin){ 0 };
}

bool origin_equal(const struct origin *a, const struct origin *b)
{
	return strcmp(a->scheme, b->scheme) == 0 && strcasecmp(a->host, b->host) == 0 &&
	       strcmp(a->port, b->port) == 0;
}

bool origin_is_this_machine(const struct origin *origin)
{
	return is_this_machine(origin->host);
}

char *origin_name(const struct origin *origin)
{
	const char *usual = strcmp(origin->scheme, "https") == 0 ? "443" : "80";

	return strcmp(origin->port, usual) == 0 ? xstrdup(origin->host)
						: xasprintf("%s:%s", origin->host, origin->port);
}

bool net_url_allowed(const char *url, struct error *err)
{
	struct origin origin;
	bool ok = origin_parse(&origin, url, err);

	origin_finish(&origin);
	return ok;
}
