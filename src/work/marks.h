/* marks.h - the marked records of a list, by their keys: a mark outlives paging, sorting,
 * filtering. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_MARKS_H
#define WORK_MARKS_H
#include <stdbool.h>
#include <stddef.h>

/* A set; empty when zeroed. */
struct marks {
	char **keys; /* in byte order */
	size_t count;
	size_t room;
};

void marks_finish(struct marks *marks);

bool marks_has(const struct marks *marks, const char *key);
void marks_add(struct marks *marks, const char *key);
void marks_remove(struct marks *marks, const char *key);
void marks_clear(struct marks *marks);

#endif
