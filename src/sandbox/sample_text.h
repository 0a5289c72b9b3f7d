/* sample_text.h - names in any script as the Latin letters of e-mail addresses and account numbers.
 */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_TEXT_H
#define SANDBOX_SAMPLE_TEXT_H
#include <stddef.h>

enum { SAMPLE_NAME_SIZE = 256, SAMPLE_SLUG_SIZE = 40 };

/* What is written of a word of sample_world.h: the bytes before its bar. */
size_t sample_written(const char *word);

/* How it is read, in small letters and digits and nothing else: "Ærø & Søn" is "aeroson"; a word
 * with a bar is read as what is behind it. Cut to SAMPLE_SLUG_SIZE. */
void sample_slug(const char *word, char out[SAMPLE_SLUG_SIZE]);

/* Puts name in the place of the * of style, or behind it (after gap) when there is none. */
void sample_style(const char *style, const char *name, const char *gap, char out[SAMPLE_NAME_SIZE]);

/* The three letters that an account number begins with: the first one and the next consonants;
 * "harborline" gives "HRB". */
void sample_letters(const char *slug, char out[4]);

#endif
