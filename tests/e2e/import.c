/* import.c - a file is read, compared with live data, mended and sent: what is on the screen before
 * anything leaves, and what leaves. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <unistd.h>

#include "base/alloc.h"
#include "support/story.h"
#include "support/story_calls.h"

/* HRB-1042 is Distributor, NET60 and active in the sample data. */
#define FILE_OF_SIX                                                                                \
	"customerNumber;Company name;tier;active;companyEmail\r\n"                                 \
	"HRB-1042;;Retail;no;\r\n"                                                                 \
	"NEW-1;New One AB;Retail;yes;one@new.example\r\n"                                          \
	"ADR-5306;;;;nobody\r\n"                                                                   \
	"ADR-7594;;;;\r\n"                                                                         \
	"NEW-2;\"New \"\"Two\"\"\";Wholsale;;two@new.example\r\n"                                  \
	"HRB-1042;again;;;\r\n"

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

static void assert_file(const char *path, const char *expected)
{
	char text[4096];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

static struct terminal *at_import(struct story *story, const char *text)
{
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = file_with(story, text);

	wait_for(term, "1 of 200");
	keys(term, "I");
	wait_for(term, "nothing is sent before g", "Import customers from:");
	keys(term, path, "Enter");
	free(path);
	return term;
}

/* --- looking ------------------------------------------------------------------------------------ */

static void each_row_says_what_it_would_do(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, FILE_OF_SIX);

	wait_for(term, "6 rows", "1 new, 1 changed, 1 same, 3 wrong", "g writes 2 rows; nothing is sent yet.");
	wait_for(term, ">~ 2      HRB-1042       Active: yes -> NO, Price tier: Wholesale -> Retail",
		 " + 3      NEW-1          new: New One AB", " ! 4      ADR-5306       E-mail: ",
		 "   5      ADR-7594       same",
		 " ! 6      NEW-2          Price tier: the service does not know Wholsale",
		 " ! 7      HRB-1042       Number: HRB-1042 is in line 2 already");
	keys(term, "w");
	wait_gone(term, "New One AB");
	wait_for(term, ">! 4      ADR-5306", "6      NEW-2", "7      HRB-1042");
	keys(term, "Down", "Enter");
	wait_for(term, "line 6", "did you mean Wholesale?", "companyEmail: two@new.example", "Company name: New \"Two\"");
	keys(term, "q", "q");
	wait_for(term, "Cancelled, nothing was sent.", ">  ADR-5306");
	story_quit(term);
	expect_no_writes(story);
}

static void wrong_rows_become_a_file_to_be_mended(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, FILE_OF_SIX);
	char *path = xasprintf("%s/in-wrong.csv", story->home);

	wait_for(term, "3 wrong");
	keys(term, "s");
	wait_for(term, "Wrong rows to: ", "in-wrong.csv");
	keys(term, "Enter");
	wait_for(term, "Wrote 3 rows to");
	assert_file(path, "customerNumber;Company name;tier;active;companyEmail;error\n"
			  "ADR-5306;;;;nobody;E-mail: Enter an address such as name@example.com\n"
			  "NEW-2;\"New \"\"Two\"\"\";Wholsale;;two@new.example;"
			  "Price tier: the service does not know Wholsale, did you mean Wholesale?\n"
			  "HRB-1042;again;;;;Number: HRB-1042 is in line 2 already\n");
	keys(term, "q", "I", path, "Enter"); /* alone in its file, the last one is right */
	wait_for(term, "0 new, 1 changed, 0 same, 2 wrong");
	story_quit(term);
	expect_no_writes(story);
	free(path);
}

/* --- sending ------------------------------------------------------------------------------------ */

static void only_what_differs_is_sent(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, FILE_OF_SIX);

	wait_for(term, "g writes 2 rows");
	keys(term, "g");
	wait_for(term, "Write 2 rows of ", "1 new, 1 changed, 1 same, 3 wrong", "Type 2");
	expect_no_writes(story);
	keys(term, "2", "Enter");
	wait_for(term, "Import 2 customers from in.csv", "2 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, "PUT /api/customers/HRB-1042 {\"pricing\":\"Retail\"}"), 1);
	assert_int_equal(story_count(story, "POST /api/customers/HRB-1042/deactivate"), 1);
	assert_int_equal(story_count(story, "PUT /api/customers {"), 1);
	assert_int_equal(story_count(story, "PUT "), 2);
	keys(term, "q", "/", "New One", "Enter");
	wait_for(term, "NEW-1", "New One AB", "1 of 1");
	story_quit(term);
}

/* Somebody else is faster: that row is told, with a report that an import takes. */
static void who_moved_meanwhile_is_not_overwritten(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, "customerNumber,terms\nHRB-1042,NET90\nADR-5306,NET91\n");
	char *path = xasprintf("%s/left.csv", story->home);

	wait_for(term, "2 changed");
	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042", "{\"terms\":\"COD\"}"), 200);
	keys(term, "g");
	wait_for(term, "Type 2");
	keys(term, "2", "Enter");
	wait_for(term, "1 done, 1 failed", "! HRB-1042", "Terms: changed since the previe");
	keys(term, "f", "E", "Ctrl-u", path, "Enter");
	wait_for(term, "Wrote 1 record to");
	keys(term, "q", "I", path, "Enter");
	wait_for(term, "1 changed, 0 same, 0 wrong", "Terms: COD -> NET90");
	story_quit(term);
	free(path);
}

/* --- what is asked ------------------------------------------------------------------------------ */

static void columns_that_nobody_knows_are_asked_for(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, "No.,Firm,Remark,customerAttributes.REGION\nHRB-1042,Harborline,x,north\n");

	wait_for(term, "Column of the file", ">! No.", " ! Firm", " ! Remark", "customerAttributes.REGION", "nothing is sent yet");
	keys(term, "Enter");
	wait_for(term, "What is the column No.?");
	keys(term, "customerNumber", "Enter");
	wait_gone(term, ">! No.");
	keys(term, "Down", "Enter");
	wait_for(term, "What is the column Firm?");
	keys(term, "company name", "Enter");
	wait_for(term, "companyName");
	keys(term, "Down", "d");
	wait_for(term, "left out");
	keys(term, "g");
	wait_for(term, "0 new, 1 changed, 0 same, 0 wrong", "Harborline Marine Supply -> Harborline");
	keys(term, "m", "Up", "Up", "d", "g");
	wait_for(term, "no column is customerNumber", "0 changed, 0 same", "not compared yet");
	story_quit(term);
	expect_no_writes(story);
}

static void a_rename_is_left_out_unless_chosen(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = file_with(story, "customerNumber,externalId,terms\nREN-9,EXT-77,NET91\n");

	wait_for(term, "1 of 200");
	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042", "{\"externalId\":\"EXT-77\"}"), 200);
	story_mark(story);
	keys(term, "I", path, "Enter");
	wait_for(term, ">? 2      REN-9          renames HRB-1042 to REN-9", "There is nothing to send.");
	keys(term, "Space");
	wait_for(term, "renames HRB-1042 to REN-9, chosen", "g writes 1 row");
	keys(term, "g", "1", "Enter");
	wait_for(term, "1 done, 0 failed");
	assert_int_equal(story_request(story, "GET", "/api/customers/HRB-1042", NULL), 404);
	assert_int_equal(story_request(story, "GET", "/api/customers/REN-9", NULL), 200);
	story_quit(term);
	free(path);
}

static void empty_cells_empty_a_field_when_told(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, "customerNumber,terms\nHRB-1042,\n");

	wait_for(term, "1 same");
	keys(term, "e");
	wait_for(term, "Empty cells empty their field now.", "Terms: ", "-> -", "1 changed");
	story_quit(term);
	expect_no_writes(story);
}

/* --- files that cannot be read --------------------------------------------------------------------- */

static void a_file_that_cannot_be_read_is_asked_for_again(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);

	wait_for(term, "1 of 200");
	keys(term, "I", "/nowhere/x.csv", "Enter");
	wait_for(term, "No such file", "Import customers from: /nowhere/x.csv");
	keys(term, "Esc");
	wait_gone(term, "Import customers from:");
	story_quit(term);
}

static void a_file_that_breaks_off_says_where(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_import(story, "customerNumber,terms\nHRB-1042,NET90\nADR-5306,\xff\n");

	wait_for(term, "in.csv:3: This is not UTF-8");
	keys(term, "g");
	story_quit(term);
	expect_no_writes(story);
}

static void tab_completes_the_file(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_open(story, NULL, NULL);
	char *path = file_with(story, "customerNumber,terms\nHRB-1042,NET90\n");

	wait_for(term, "1 of 200");
	path[strlen(path) - strlen(".csv")] = '\0';
	keys(term, "I", path, "Tab");
	wait_for(term, "/in.csv");
	keys(term, "Enter");
	wait_for(term, "1 row", "1 changed");
	story_quit(term);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(each_row_says_what_it_would_do),
		STORY(wrong_rows_become_a_file_to_be_mended),
		STORY(only_what_differs_is_sent),
		STORY(who_moved_meanwhile_is_not_overwritten),
		STORY(columns_that_nobody_knows_are_asked_for),
		STORY(a_rename_is_left_out_unless_chosen),
		STORY(empty_cells_empty_a_field_when_told),
		STORY(a_file_that_cannot_be_read_is_asked_for_again),
		STORY(a_file_that_breaks_off_says_where),
		STORY(tab_completes_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
