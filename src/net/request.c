/* SPDX-License-Identifier: ISC */
#include "net/request.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
#include "net/mask.h"
#include "net/net_state.h"

/* The copy and its texts. */
struct owned_request {
	struct request request;
	char *method, *url, *body, **headers;
};

static size_t header_count(const struct request *request)
{
	size_t count = 0;

	while (request->headers && request->headers[count])
		count++;
	return count;
}

static char *copy_body(const struct request *request)
{
	if (!request->body)
		return NULL;
	char *body = xmalloc(request->body_len + 1);
	memcpy(body, request->body, request->body_len);
	body[request->body_len] = '\0';
	return body;
}

struct request *request_copy(const struct request *request)
{
	struct owned_request *copy = xcalloc(1, sizeof(*copy));
	const size_t headers = header_count(request);

	copy->headers = xcalloc(headers + 1, sizeof(*copy->headers));
	for (size_t i = 0; i < headers; i++)
		copy->headers[i] = xstrdup(request->headers[i]);
	copy->request = *request;
	copy->request.method = copy->method = xstrdup(request->method);
	copy->request.url = copy->url = xstrdup(request->url);
	copy->request.body = copy->body = copy_body(request);
	copy->request.headers = (const char *const *)copy->headers;
	return &copy->request;
}

void request_free(struct request *request)
{
	struct owned_request *copy = (struct owned_request *)request; /* its first member */

	if (!copy)
		return;
	for (size_t i = 0; copy->headers[i]; i++)
		secret_free(copy->headers[i]);
	free(copy->headers);
	if (copy->body)
		secret_wipe(copy->body, copy->request.body_len);
	free(copy->body);
	free(copy->method);
	free(copy->url);
	free(copy);
}

bool request_allowed(const struct request *request, const struct net *net, struct error *err)
{
	struct origin origin;

	if (!origin_parse(&origin, request->url, err))
		return false;
	bool same = origin_equal(&origin, &net->origin);
	origin_finish(&origin);
	if (!same) {
		char *masked = mask_url(request->url);
		error_set(err, ERROR_REFUSED, _("%s is not at %s: it gets no credentials"), masked,
			  net->name);
		free(masked);
		return false;
	}
	for (const char *const *line = request->headers; line && *line; line++)
		if (strpbrk(*line, "\r\n"))
			return error_set(
				err, ERROR_INPUT,
				_("A value sent in a header must be one line; this one is not"));
	return true;
}
