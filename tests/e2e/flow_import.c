/* flow_import.c - customers of Flow Retail as a file: found by external id or key, new ones without, companies
 * and persons, groups in a cell; sent many in a call. And back into a file. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "base/alloc.h"
#include "support/story_flow.h"

#define BATCH FLOW_PATH "/customers/batch"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

/* cus-1001, Fjordtek AS, has the external id erp-2203 in the sample data; cus-1002 is Sunniva Dahl. */
#define FILE_OF_SIX                                                                                \
	"externalId,customerUid,customerType,companyName,firstname,lastname,city,groups\n"         \
	"erp-2203,,,,,,Voss,\n"                                                                    \
	"new-1,,COMPANY,Fjordbruk AS,,,Voss,Club members; cg-trade\n"                              \
	",,,,Ola,Moe,Voss,\n"                                                                      \
	"new-2,,COMPANY,,Ola,Moe,Voss,\n"                                                          \
	",cus-1002,,,Sunniva,Dahl,,\n"                                                             \
	"new-1,,,,A,B,,\n"

/* Writes the story's file; the caller frees its path. */
static char *file_with(const struct story *story, const char *text)
{
	char *path = xasprintf("%s/in.csv", story->home);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return path;
}

static struct terminal *at_import(struct story *story, const struct story_terminal *size, const char *text)
{
	struct terminal *term = story_flow_open(story, size, NULL);
	char *path = file_with(story, text);

	wait_for(term, "1 of 200");
	keys(term, "I");
	wait_for(term, "Import customers from:");
	keys(term, path, "Enter");
	free(path);
	return term;
}

static void each_row_says_what_it_would_do(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = at_import(story, &sizes[i], FILE_OF_SIX);

		wait_for(term, "6 rows", "2 new, 1 changed, 1 same, 2 wrong",
			 "g writes 3 rows; nothing is sent yet.");
		wait_for(term, "2      erp-2203       City: Bergen -> Voss", "3      new-1          new: Fjordbruk AS",
			 "4                     new: Ola Moe",
			 "5      new-2          Company name: This must be filled in",
			 "6      cus-1002       same",
			 "7      new-1          External id: new-1 is in line 3 already");
		story_quit(term);
		expect_no_writes(story);
		story_begin_anew(story);
	}
}

static void all_is_sent_in_one_call(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = at_import(story, &sizes[i], FILE_OF_SIX);

		wait_for(term, "g writes 3 rows");
		keys(term, "g");
		wait_for(term, "Write 3 rows of ", "Type 3");
		keys(term, "3", "Enter");
		wait_for(term, "Import 3 customers from in.csv", "3 done, 0 failed", "Finished.");
		assert_int_equal(story_count(story, "POST " BATCH " {\"create\":[{"), 1);
		assert_int_equal(story_count(story, "POST " BATCH), 1);
		assert_int_equal(story_count(story, "PUT "), 0);
		keys(term, "q", "/", "Fjordbruk", "Enter");
		wait_for(term, "Fjordbruk AS", "1 of 1");
		keys(term, "Enter");
		wait_for(term, "[1 Account]");
		keys(term, "6");
		wait_for(term, "[6 Groups (2)]", "Club members", "Trade accounts");
		story_quit(term);
		story_begin_anew(story);
	}
}

/* Somebody else is faster: neither is a change overwritten, nor a customer added twice. */
static void who_was_faster_is_not_overwritten(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, NULL,
					  "externalId,firstname,lastname,city\nerp-2203,,,Voss\nnew-9,Ola,Moe,Voss\n");

	wait_for(term, "1 new, 1 changed");
	assert_int_equal(story_flow_request(story, "PUT", "/customers/cus-1001", "{\"city\":\"Moss\"}"), 200);
	assert_int_equal(story_flow_request(story, "POST", "/customers",
					    "{\"externalId\":\"new-9\",\"firstname\":\"A\",\"lastname\":\"B\"}"),
			 201);
	keys(term, "g");
	wait_for(term, "Type 2");
	keys(term, "2", "Enter");
	wait_for(term, "0 done, 2 failed", "City: changed since the previe", "new-9 ");
	assert_int_equal(story_count(story, "POST " BATCH), 0);
	story_quit(term);
}

/* What was written to a file changes nothing when it is read again. */
static void what_is_exported_goes_in_again(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = story_flow_open(story, &sizes[i], NULL);
		char *path = xasprintf("%s/out.csv", story->home);

		wait_for(term, "1 of 200");
		keys(term, "E");
		wait_for(term, "Customers > Export", "200 customers");
		keys(term, "Down", "Down", "Enter"); /* all columns instead of the list's */
		wait_for(term, "Columns          all");
		keys(term, "End", "Enter");
		wait_for(term, "Export to: ");
		keys(term, "Ctrl-u", path, "Enter");
		wait_gone(term, "Export to: ");
		keys(term, "g");
		wait_for(term, "Wrote 200 customers");
		keys(term, "I");
		wait_for(term, "Import customers from:");
		keys(term, path, "Enter");
		wait_for(term, "0 new, 0 changed, 200 same, 0 wrong");
		story_quit(term);
		expect_no_writes(story);
		story_begin_anew(story);
		free(path);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(each_row_says_what_it_would_do),
		STORY(all_is_sent_in_one_call),
		STORY(who_was_faster_is_not_overwritten),
		STORY(what_is_exported_goes_in_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
