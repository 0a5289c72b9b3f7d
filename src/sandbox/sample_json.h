/* sample_json.h - JSON written straight to a stream, commas included; what it is given is
 * well-formed. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_JSON_H
#define SANDBOX_SAMPLE_JSON_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/decimal.h"

struct sample_json {
	FILE *out;
	bool comma; /* something stands before what comes next */
};

/* name is the member's, or NULL in an array and at the top. */
void sample_json_open(struct sample_json *json, const char *name, char bracket);
void sample_json_close(struct sample_json *json, char bracket);

void sample_json_text(struct sample_json *json, const char *name,
		      const char *text); /* nothing for NULL */
void sample_json_bool(struct sample_json *json, const char *name, bool value);
void sample_json_integer(struct sample_json *json, const char *name, int64_t value);
void sample_json_decimal(struct sample_json *json, const char *name, struct decimal value);

#endif
