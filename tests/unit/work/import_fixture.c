/* SPDX-License-Identifier: ISC */
#include "work/import_fixture.h"

#include <unistd.h>

#include "schema/resource.h"
#include "work/import_records.h"
#include "work/job.h"

static void changed(void *data)
{
	struct imported *imported = data;
	enum import_phase phase = import_phase(imported->import);

	if (phase == IMPORT_COMPARED || phase == IMPORT_FAILED)
		loop_stop(imported->fixture.loop);
}

static void out_of_patience(void *data)
{
	(void)data;
	fail_msg("it does not end");
}

void run_import(struct imported *imported)
{
	struct timer *patience = loop_after(imported->fixture.loop, 20000, out_of_patience, NULL);

	loop_run(imported->fixture.loop);
	timer_cancel(patience);
}

static void open_file(struct imported *imported, const char *text)
{
	const struct import_options options = { 0 };
	struct error err = { 0 };

	setenv("XDG_STATE_HOME", imported->fixture.folder, 1);
	imported->path = xasprintf("%s/in.csv", imported->fixture.folder);
	FILE *file = fopen(imported->path, "w");
	fputs(text, file);
	fclose(file);
	imported->import =
		import_new(imported->fixture.client, imported->fixture.loop, &import_records,
			   client_resource(imported->fixture.client, "customers"), &options, changed,
			   imported);
	import_open(imported->import, imported->path, &err);
	assert_string_equal(err.message, "");
}

void open_text(struct imported *imported, const struct step *steps, size_t count, const char *text)
{
	*imported = (struct imported){ 0 };
	fixture_start_with_token(&imported->fixture, steps, count);
	open_file(imported, text);
}

void open_text_many(struct imported *imported, const struct step *steps, size_t count, const char *text)
{
	*imported = (struct imported){ 0 };
	fixture_start_flow(&imported->fixture, steps, count);
	open_file(imported, text);
}

void compare(struct imported *imported)
{
	struct error err = { 0 };

	import_compare(imported->import, &err);
	assert_string_equal(err.message, "");
	run_import(imported);
}

void start(struct imported *imported, const struct step *steps, size_t count, const char *text)
{
	open_text(imported, steps, count, text);
	compare(imported);
}

void start_many(struct imported *imported, const struct step *steps, size_t count, const char *text)
{
	open_text_many(imported, steps, count, text);
	compare(imported);
}

void finish(struct imported *imported)
{
	batch_free(imported->batch);
	import_free(imported->import);
	unlink(imported->path);
	free(imported->path);
	fixture_stop(&imported->fixture);
}

void assert_summary(const struct imported *imported, const char *expected)
{
	char *text = import_summary(imported->import);

	assert_string_equal(text, expected);
	free(text);
}

void assert_row(const struct imported *imported, size_t i, enum import_verdict verdict,
		       const char *sentence)
{
	struct import_row row;

	import_row_read(imported->import, i, &row);
	assert_string_equal(row.sentence, sentence);
	assert_int_equal(row.verdict, verdict);
	import_row_finish(&row);
}

void import_batch_changed(void *data)
{
	struct imported *imported = data;

	if (imported->batch && !batch_is_running(imported->batch))
		loop_stop(imported->fixture.loop);
}

void import_item_done(void *data, size_t item)
{
	struct imported *imported = data;

	(void)item;
	if (imported->abandon)
		loop_stop(imported->fixture.loop);
}

void write_all(struct imported *imported)
{
	const struct batch_listener listener = { import_batch_changed, import_item_done, imported };
	struct error err = { 0 };
	struct job *job = import_job(imported->import, &err);

	imported->batch = batch_new_take(imported->fixture.client, imported->fixture.loop, job,
					 &listener, &err);
	assert_string_equal(err.message, "");
	run_import(imported);
}

void assert_counts(const struct imported *imported, size_t done, size_t failed)
{
	assert_int_equal(batch_count(imported->batch, ITEM_DONE), done);
	assert_int_equal(batch_count(imported->batch, ITEM_FAILED), failed);
}
