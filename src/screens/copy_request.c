/* SPDX-License-Identifier: ISC */
#include "screens/copy_request.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "net/trace.h"
#include "schema/json.h"
#include "screens/app_state.h"
#include "screens/copy.h"
#include "work/csv.h"
#include "work/curl_line.h"

static char *csv_of(const struct trace_entry *entry)
{
	char when[CLOCK_RFC3339_SIZE], *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	clock_format_rfc3339(entry->when_unix_s, when);
	fprintf(out, "%s,%s,", when, entry->method);
	csv_put(out, entry->url);
	fprintf(out, ",%d,%" PRId64 ",%" PRId64, entry->status, entry->took_ms,
		entry->bytes_received);
	fclose(out);
	return text;
}

static struct copy_offer offer_answer(const struct trace_entry *entry)
{
	const struct trace_body *answer = &entry->answer;
	struct copy_offer offer = { .label = _("Answer as JSON") };
	struct json *json = NULL;

	if (!answer->full_len)
		offer.note = _("it has no body");
	else if (answer->cut || !answer->text)
		offer.note = _("it was not kept whole");
	else if (!(json = json_parse(answer->text, answer->len, NULL)))
		offer.note = _("it is none");
	else
		offer.text = json_print_pretty(json);
	json_free(json);
	return offer;
}

static struct copy_offer offer_curl(const struct trace_entry *entry)
{
	const struct trace_body *body = &entry->request;
	struct copy_offer offer = { .label = _("Request for curl") };
	const struct curl_call call = { entry->method, entry->url,
					entry->headers ? entry->headers : "", body->text };

	/* A part of a body is no request, and a login's is not kept at all. */
	if (body->full_len && (body->cut || !body->text || strlen(body->text) != body->len))
		offer.note = _("its body was not kept whole");
	else
		offer.text = curl_line(&call);
	return offer;
}

void copy_request(struct app *app, const struct trace_entry *entry)
{
	const struct copy_offer offers[COPY_FORMS] = {
		[COPY_VALUE] = { .label = _("Address"),
				 .text = xstrdup(entry->url),
				 .note = entry->url },
		[COPY_CSV] = { .label = _("Row as CSV"), .text = csv_of(entry) },
		[COPY_JSON] = offer_answer(entry),
		[COPY_CURL] = offer_curl(entry),
	};
	copy_menu(app, offers);
}
