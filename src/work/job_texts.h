/* job_texts.h - what a job keeps of each item: what it was when it was looked at, and what it becomes. On the
 * disk, because ten thousand price lists are more than memory is for; for job_*.c and what they are made of. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_JOB_TEXTS_H
#define WORK_JOB_TEXTS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct error;
struct job;
struct json;

enum job_text { JOB_WAS, JOB_BECOMES };

/* Adds an item: both are JSON text in one line, was "" for nothing. False when the disk is full. */
bool job_texts_add(struct job *job, const char *key, const char *was, const char *becomes,
		   struct error *err);

/* "" for nothing; NULL when it cannot be read any more. The caller frees. */
char *job_texts_at(const struct job *job, size_t item, enum job_text which);
/* NULL: nothing, or it cannot be read any more. The caller frees. */
struct json *job_texts_json(const struct job *job, size_t item, enum job_text which);

/* For the class: write_item and read_item. */
void job_texts_write(const struct job *job, size_t item, FILE *out);
bool job_texts_read(struct job *job, const struct json *line, struct error *err);

#endif
