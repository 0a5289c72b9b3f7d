/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_json.h"

#include <inttypes.h>

#include "schema/json.h"

/* Names are our own and need no escapes. */
static void begin(struct sample_json *json, const char *name)
{
	if (json->comma)
		putc_unlocked(',', json->out);
	json->comma = true;
	if (name) {
		putc_unlocked('"', json->out);
		fputs_unlocked(name, json->out);
		fputs_unlocked("\":", json->out);
	}
}

void sample_json_open(struct sample_json *json, const char *name, char bracket)
{
	begin(json, name);
	putc_unlocked(bracket, json->out);
	json->comma = false;
}

void sample_json_close(struct sample_json *json, char bracket)
{
	putc_unlocked(bracket, json->out);
	json->comma = true;
}

void sample_json_text(struct sample_json *json, const char *name, const char *text)
{
	if (!text)
		return;
	begin(json, name);
	json_write_string(text, json->out);
}

void sample_json_bool(struct sample_json *json, const char *name, bool value)
{
	begin(json, name);
	fputs_unlocked(value ? "true" : "false", json->out);
}

void sample_json_integer(struct sample_json *json, const char *name, int64_t value)
{
	begin(json, name);
	fprintf(json->out, "%" PRId64, value);
}

void sample_json_decimal(struct sample_json *json, const char *name, struct decimal value)
{
	char text[DECIMAL_TEXT_SIZE];

	decimal_format(value, text);
	begin(json, name);
	fputs_unlocked(text, json->out);
}
