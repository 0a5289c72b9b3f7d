/* disputed.h - signs whose width terminals, fonts and C libraries dispute, and what is drawn in
 * their place so that no column moves. One table (disputed.c), with its reasons.
 *
 * Not in it: signs of ambiguous width (Unicode UAX 11, class A), which count one column as in every
 * terminal that was not told otherwise; and signs newer than the C library, which ui/draw.c finds
 * by asking it, and draws as ? in each of their columns. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_DISPUTED_H
#define BASE_DISPUTED_H
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* How a cluster is drawn that has such a sign. Of several the last one wins. */
enum drawn {
	DRAWN_AS_IT_IS,
	DRAWN_AS_SYLLABLE, /* the one sign that all of it is; ? when there is none */
	DRAWN_WITHOUT,     /* without the sign; what was joined to an emoji goes with it */
	DRAWN_AS_BASE,     /* its first character alone; ? when that is the sign */
	DRAWN_AS_LETTERS,  /* A to Z */
	DRAWN_AS_QUESTION, /* ? */
};

enum drawn disputed_drawn(uint32_t code);

/* Writes the cluster (text_cluster) as it is drawn. */
void disputed_write(FILE *out, const char *cluster, size_t len);

#endif
