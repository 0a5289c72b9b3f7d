/* anchors.h - where deep pages begin: the id of every ANCHOR_STRIDE-th row in the order of a
 * selection, so that a page far in is found without walking all rows before it. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_ANCHORS_H
#define SANDBOX_ANCHORS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct anchors;
struct row;
struct selection;

enum { ANCHOR_STRIDE = 100 };

struct anchors *anchors_new(void);
void anchors_free(struct anchors *anchors); /* NULL is fine */
void anchors_clear(struct anchors *anchors);

/* The ids that are known for this selection and order: the first is that of row 0. Borrowed until
 * the next call. NULL when none are. */
const int64_t *anchors_find(struct anchors *anchors, const struct selection *selection,
			    size_t *count);
/* ids is taken over. */
void anchors_remember_take(struct anchors *anchors, const struct selection *selection, int64_t *ids,
			   size_t count);

/* Forgets what a row that came, went or changed its place makes wrong. */
void anchors_drop_changed(struct anchors *anchors, int64_t organization, const struct row *old,
			  const struct row *new);

#endif
