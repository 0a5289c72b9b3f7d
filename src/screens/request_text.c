/* SPDX-License-Identifier: ISC */
#include "screens/request_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "net/trace.h"
#include "schema/json.h"

/* A NUL would end the text. */
static void write_raw(FILE *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i])
			fputc(text[i], out);
		else
			fputs("^@", out);
	}
}

/* A body that was cut, or is no JSON, is shown as it came. */
static void write_body(FILE *out, const struct trace_body *body)
{
	struct json *json = body->text ? json_parse(body->text, body->len, NULL) : NULL;

	fputc('\n', out);
	if (json) {
		char *pretty = json_print_pretty(json);

		fprintf(out, "%s\n", pretty);
		free(pretty);
	} else if (body->text) {
		write_raw(out, body->text, body->len);
		fputc('\n', out);
	}
	if (body->personal && body->cut)
		fprintf(out, ngettext("(not kept: personal data, %'zu byte)\n",
				      "(not kept: personal data, %'zu bytes)\n", body->full_len),
			body->full_len);
	else if (body->cut)
		fprintf(out, _("(%'zu of %'zu bytes are kept)\n"), body->len, body->full_len);
	else if (!body->full_len)
		fputs(_("(no body)\n"), out);
	json_free(json);
}

char *request_text(const struct trace_entry *entry)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, "%s %s\n%s", entry->method, entry->url, entry->headers ? entry->headers : "");
	write_body(out, &entry->request);
	fputs("\n---\n\n", out);
	if (entry->failure)
		fprintf(out, "%s\n", entry->failure);
	if (entry->status)
		fprintf(out, _("Status %d"), entry->status);
	else
		fputs(_("No answer"), out);
	fprintf(out, _(", %'lld ms, %'lld bytes sent, %'lld received\n"), (long long)entry->took_ms,
		(long long)entry->bytes_sent, (long long)entry->bytes_received);
	write_body(out, &entry->answer);
	fclose(out);
	return text;
}
