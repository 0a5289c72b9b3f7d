/* import_fixture.h - a file beside the records of a service that answers from a script. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_WORK_IMPORT_FIXTURE_H
#define TESTS_UNIT_WORK_IMPORT_FIXTURE_H
#include "api/api_fixture.h"

#include "work/batch.h"
#include "work/import.h"

struct imported {
	struct fixture fixture;
	struct import *import;
	struct batch *batch;
	char *path;
	bool abandon; /* with the first item that is done, as a kill does */
};

/* What a batch, or an import, is told: for tests that begin one themselves. */
void import_batch_changed(void *data);
void import_item_done(void *data, size_t item);

/* Until something stops the loop; the test fails when that takes 20 seconds. */
void run_import(struct imported *imported);
/* The file is opened, and nothing asked yet. */
void open_text(struct imported *imported, const struct step *steps, size_t count, const char *text);
/* The same with the other service, in tenant tnt-1: it gives keys, and takes many records in a call. */
void open_text_many(struct imported *imported, const struct step *steps, size_t count, const char *text);
void compare(struct imported *imported);
void start(struct imported *imported, const struct step *steps, size_t count, const char *text);
void start_many(struct imported *imported, const struct step *steps, size_t count, const char *text);
/* Sends what was found new or changed, to the end. */
void write_all(struct imported *imported);
void finish(struct imported *imported);

void assert_summary(const struct imported *imported, const char *expected);
void assert_row(const struct imported *imported, size_t i, enum import_verdict verdict,
		const char *sentence);
void assert_counts(const struct imported *imported, size_t done, size_t failed);

#endif
