/* output.h - standard output as those who write there see it: where the text goes, and who reads it. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H
#include <stdbool.h>
#include <stdio.h>

struct error;

struct output {
	FILE *file;
	bool terminal;  /* a person's screen: nothing of a server's may act on it */
	int width_cols; /* of the terminal; 80 when it does not say */
	int failure;    /* errno of the first write that failed; 0 */
};

/* Standard output, buffered until output_flush. output stays where it is until output_close. */
void output_open(struct output *output);
void output_close(struct output *output);

/* Writes out what is buffered; false when that, or anything before, could not be written.
 * ERROR_CANCELLED: whoever read it has gone (a pipe into head), no reason to complain. */
bool output_flush(struct output *output, struct error *err);

/* Text for people, clean already, in the locale's character set. */
void output_text(const struct output *output, const char *clean);

#endif
