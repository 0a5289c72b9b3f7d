/* export.c - records become a file: which ones, how it is written, and that nothing is overwritten unasked. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/story.h"
#include "support/story_calls.h"

enum { TEXT_SIZE = 64 * 1024 };

/* The whole file; "" when there is none. The caller frees. */
static char *text_of(const char *path)
{
	char *text = xcalloc(1, TEXT_SIZE);
	FILE *file = fopen(path, "r");

	if (file) {
		size_t len = fread(text, 1, TEXT_SIZE - 1, file);
		text[len] = '\0';
		fclose(file);
	}
	return text;
}

static size_t lines_of(const char *path)
{
	char *text = text_of(path);
	size_t lines = 0;

	for (const char *at = text; (at = strchr(at, '\n')); at++)
		lines++;
	free(text);
	return lines;
}

static void assert_begins(const char *path, const char *expected)
{
	char *text = text_of(path);

	text[strlen(text) < strlen(expected) ? strlen(text) : strlen(expected)] = '\0';
	assert_string_equal(text, expected);
	free(text);
}

/* At the settings, with the file's name typed. */
static void set_file(struct terminal *term, const char *path)
{
	keys(term, "End", "Enter");
	wait_for(term, "Export to: ");
	keys(term, "Ctrl-u", path, "Enter");
	wait_gone(term, "Export to: ");
}

static void all_that_match_as_the_list_shows_them(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = xasprintf("%s/out.csv", story->home);
	struct stat st;

	wait_for(term, "1 of 200");
	keys(term, "E");
	wait_for(term, "Customers > Export", "200 customers, all that match", "CSV", "those of the list",
		 ", comma", "customers-20");
	set_file(term, path);
	story_mark(story);
	keys(term, "g");
	wait_for(term, "Wrote 200 customers to", ">  ADR-5306");
	assert_int_equal(lines_of(path), 201);
	assert_begins(path, "customerNumber,companyName,pricing,repNumber,terms,active,companyEmail,");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);

	keys(term, "E");
	set_file(term, path);
	keys(term, "g");
	wait_for(term, "is there already. Replace it?");
	keys(term, "n");
	wait_for(term, "g write");
	keys(term, "Esc");
	wait_for(term, "Cancelled, no file was written.");
	assert_int_equal(lines_of(path), 201);
	story_quit(term);
	free(path);
}

static void marked_records_as_json(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = xasprintf("%s/out.json", story->home);

	wait_for(term, "1 of 200");
	keys(term, "Space", "Space", "E");
	wait_for(term, "2 customers, marked");
	set_file(term, path);
	wait_for(term, "JSON");
	wait_gone(term, "Between cells");
	keys(term, "Home", "Down", "Down", "Enter");
	wait_for(term, "all: whole records");
	keys(term, "g");
	wait_for(term, "Wrote 2 customers to");
	assert_int_equal(lines_of(path), 4);
	assert_begins(path, "[\n{\"customerNumber\":\"ADR-5306\",");
	keys(term, "I", path, "Enter");
	wait_for(term, "0 new, 0 changed, 2 same, 0 wrong", "There is nothing to send.");
	story_quit(term);
	free(path);
}

/* All columns, another sign between cells and in numbers; and back. */
static void a_spreadsheet_of_another_country(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = xasprintf("%s/out.csv", story->home);

	wait_for(term, "1 of 200");
	keys(term, "2");
	wait_for(term, "1 of 100");
	keys(term, "E");
	wait_for(term, "100 products, all that match");
	keys(term, "Down", "Down", "Enter", "Down", "Enter", "Down", "Enter");
	wait_for(term, "all, with a column for each attribute", "; semicolon", ", as in 12,50");
	set_file(term, path);
	keys(term, "g");
	wait_for(term, "Wrote 100 products to");
	assert_begins(path, "sku;name;category;price;");
	keys(term, "I", path, "Enter");
	wait_for(term, "100 rows", "0 new, 0 changed, 100 same, 0 wrong");
	story_quit(term);
	free(path);
}

static void this_record_alone(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = xasprintf("%s/one.csv", story->home);

	wait_for(term, "1 of 200");
	keys(term, "Down", "E", "Enter");
	wait_for(term, ">  Records          ADR-7594");
	set_file(term, path);
	keys(term, "g");
	wait_for(term, "Wrote 1 customer to");
	assert_int_equal(lines_of(path), 2);
	story_quit(term);
	free(path);
}

/* The service goes away in the middle: it is said, and there is no half file. */
static void a_failure_leaves_no_file(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = xasprintf("%s/half.csv", story->home);

	wait_for(term, "1 of 200");
	keys(term, "E");
	set_file(term, path);
	story_end_sandbox(story);
	keys(term, "g");
	wait_for(term, "Cannot reach");
	keys(term, "Esc", "Esc");
	assert_int_equal(access(path, F_OK), -1);
	story_quit(term);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(all_that_match_as_the_list_shows_them),
		STORY(marked_records_as_json),
		STORY(a_spreadsheet_of_another_country),
		STORY(this_record_alone),
		STORY(a_failure_leaves_no_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
