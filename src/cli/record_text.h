/* record_text.h - a whole record as lines for people: its tabs one below the other. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_RECORD_TEXT_H
#define CLI_RECORD_TEXT_H

struct output;
struct record;

void record_text_write(const struct record *record, const struct output *output);

#endif
