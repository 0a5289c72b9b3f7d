/* known_names.h - names beside the numbers of many records: of those whose rows the list has here anyway,
 * which are a few hundred at the most. Nothing is read for them. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_KNOWN_NAMES_H
#define SCREENS_KNOWN_NAMES_H
#include <stddef.h>
#include <stdint.h>

#include "base/text_list.h"

struct app;
struct resource;

/* Empty when zeroed. */
struct known_names {
	uint32_t *items; /* indexes into the keys, rising, each with its name */
	struct text_list names;
	size_t all; /* how many records there are, known or not */
};

/* keys are in byte order. Whatever was in names is lost: finish it first. */
void known_names_gather(struct known_names *names, const struct app *app,
			const struct resource *resource, const struct text_list *keys);
void known_names_finish(struct known_names *names);

/* "" where it is not known. Borrowed. */
const char *known_names_at(const struct known_names *names, size_t item);

/* How wide the column for the numbers themselves is. */
int known_names_key_cols(const struct resource *resource);
/* How wide a column for them is in a window of cols; 0: fewer than half of them are known, so that it would
 * look empty, or there is no room. */
int known_names_cols(const struct known_names *names, int cols);

#endif
