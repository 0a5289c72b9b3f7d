/* places.h - how to get to each screen that there is: one row a place. A class of screens without a
 * row fails tests/e2e/screens. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_E2E_PLACES_H
#define TESTS_E2E_PLACES_H
#include <stddef.h>

#include "support/story.h"

enum place_start {
	AT_LIST,  /* logged in, the first list on the screen; the way back leads there too */
	AT_LOGIN, /* no secret in the environment: the first screen asks for a login */
	BY_HAND,  /* logged in by typing, at the first list */
	AT_DRAFT, /* a program that was killed has left a draft */
};

struct place {
	const char *class; /* as screens/app.c and src/ui have it: "record_screen" */
	enum place_start start;
	/* Keys and texts, as terminal.h has them; what begins with SEE is waited for instead. */
	const char *const *way;
	const char *const *shows;            /* what is there at the end of the way, signs too */
	const char *const *back;             /* as way; NULL: one Esc */
	void (*behind)(struct story *story); /* before the last key of the way; NULL: nothing */
	bool differs; /* times, sizes or paths stand in it: no two runs show the same */
};

/* What is imported: in the working directory, removed by whoever goes there. */
#define PLACES_FILE "test-places.csv"

#define SEE(text) "\x01" text

extern const struct place places[];
extern const size_t place_count;

#endif
