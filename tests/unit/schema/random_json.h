/* random_json.h - JSON as no person writes it, the same for the same seed: odd numbers, escapes, names
 * that come twice. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_SCHEMA_RANDOM_JSON_H
#define TESTS_UNIT_SCHEMA_RANDOM_JSON_H
#include <stdint.h>
#include <stdio.h>

struct random_json {
	uint64_t seed; /* not 0 */
	FILE *spaced;  /* with random white space: what is read */
	FILE *dense;   /* without: what must come out */
};

unsigned random_pick(struct random_json *source, unsigned below);
/* One token, to both. */
void random_put(struct random_json *source, const char *token);
void random_string(struct random_json *source);
/* Any value; from some level on none that contains others. */
void random_value(struct random_json *source, int level);

#endif
