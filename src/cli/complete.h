/* complete.h - what a shell offers when Tab is pressed on a command line of ours: read from the tables of
 * options, verbs, resources and fields. The scripts in data/completions call "nymble-tui complete". */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H
#include <stdio.h>

/* words are those behind the program's name up to the cursor, NULL-terminated; the last one is being
 * typed and may be "". Writes a line for each way to go on: the whole word, a tab, what it means (may be
 * missing). A line of a lone ":files" asks for names of files. Never complains: there is nobody to read it. */
void complete_print(char *const *words, FILE *out);

#endif
