/* journal_line.h - what journal.c writes and journal_read.c reads. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOURNAL_LINE_H
#define WORK_JOURNAL_LINE_H
#include "work/journal.h"
#include "work/journal_file.h"

#define JOURNAL_SUFFIX ".jsonl"
enum { JOURNAL_VERSION = 1 };

struct journal {
	struct journal_file file;
};

/* The file is the journal's from here on. */
struct journal *journal_new_take(const struct journal_file *file);

#endif
