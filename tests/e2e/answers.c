/* answers.c - answers that are not what the contract says: the screen and the verbs say what is wrong, or make
 * the best of it, and stay usable. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "base/alloc.h"
#include "support/script.h"
#include "support/story.h"

enum { MIB = 1024 * 1024 };

static struct terminal *start(const struct script *script, const char *const *arguments)
{
	char url[64];

	snprintf(url, sizeof(url), "NYMBLE_URL=http://127.0.0.1:%d", script_port(script));
	return story_start(&(struct story_terminal){ .cols = 150, .env = { url, "NYMBLE_TOKEN=t" } }, arguments);
}

static void expect_verb(const struct script *script, const char *const *arguments, int status,
			const char *const *seen)
{
	struct terminal *term = start(script, arguments);

	assert_int_equal(wait_exit(term), status);
	terminal_wait_for(term, seen);
	terminal_finish(term);
}

/* --- what is no list ---------------------------------------------------------------------------- */

static const struct {
	const char *status, *body, *reason;
} unusable[] = {
	{ NULL, "<!DOCTYPE html><p>Sign in", "cannot be used: line 1, column 1: a value is expected" },
	{ NULL, "", "cannot be used: line 1, column 1: the text ends where a value is expected" },
	{ NULL, "{\"payload\":{\"rows\":[]}}", "cannot be used: there is no list in it" },
	{ NULL, "{\"data\":{\"customerNumber\":\"C1\"}}", "cannot be used: there is no list in it" },
	{ NULL, "\"no\"", "cannot be used: there is no list in it" },
	{ NULL, "{\"data\":[{\"customerNumber\":\"C1\"},", "cannot be used: line 1, column 34" },
	{ "204 No Content", "", "cannot be used: line 1, column 1" },
	{ "302 Found", "", "could not be read: the service answered with status 302" },
	{ "418 Teapot", "<h1>short and stout", "could not be read: the service answered with status 418" },
};

static void what_is_no_list_is_said_to_be_none(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(unusable); i++) {
		const struct script_row row = { .path = "/api/customers", .status = unusable[i].status,
						.body = unusable[i].body };
		struct script *script = script_new(&row, 1);
		struct terminal *term = start(script, NULL);

		wait_for(term, unusable[i].reason, "r reads again.");
		story_quit(term);
		expect_verb(script, WORDS("list", "customers"), 1, WORDS(unusable[i].reason));
		script_free(script);
	}
}

/* A page of that size, of a proxy that gave up: tried again, as any 500 of a GET, then its status is said. */
static void a_large_error_page_is_its_status(void **state)
{
	char *page = xmalloc(MIB + 1);

	(void)state;
	memset(page, 'x', MIB);
	page[MIB] = '\0';
	struct script *script = script_new(&(struct script_row){ .status = "500 Oops", .body = page }, 1);
	struct terminal *term = start(script, NULL);
	wait_for(term, "The customers could not be read: the service answered with status 500.");
	keys(term, "L", "Enter");
	wait_for(term, "Status 500", "1048576 received");
	keys(term, "G");
	wait_for(term, "bytes are kept)");
	story_quit(term);
	expect_verb(script, WORDS("list", "customers"), 1, WORDS("the service answered with status 500"));
	script_free(script);
	free(page);
}

static const struct {
	const char *body, *reason;
} no_records[] = {
	{ "[]", "C1 could not be read: the service's answer cannot be used: The record is no JSON object" },
	{ "", "C1 could not be read: the service's answer cannot be used: line 1, column 1" },
	{ "<html>", "C1 could not be read: the service's answer cannot be used: line 1, column 1" },
};

static void what_is_no_record_leaves_the_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(no_records); i++) {
		const struct script_row rows[] = {
			{ .path = "/api/customers/", .body = no_records[i].body },
			{ .path = "/api/customers",
			  .body = "{\"data\":[{\"customerNumber\":\"C1\",\"companyName\":\"One\"}],\"totalRecords\":1}" },
		};
		struct script *script = script_new(rows, CASES(rows));
		struct terminal *term = start(script, NULL);

		wait_for(term, "C1", "1 of 1");
		keys(term, "Enter");
		wait_for(term, no_records[i].reason, "One", "Fax           ?"); /* not the - of no value */
		keys(term, "q");
		wait_for(term, "1 of 1");
		story_quit(term);
		expect_verb(script, WORDS("get", "customers", "C1"), 1, WORDS(no_records[i].reason));
		script_free(script);
	}
}

/* --- lists that lie ----------------------------------------------------------------------------- */

#define ROW(key) "{\"customerNumber\":\"" key "\",\"companyName\":\"Company " key "\"}"

static const struct {
	const char *body;
	const char *screen[4];
	const char *verb[3];
} liars[] = {
	/* Totals. */
	{ "{\"data\":[" ROW("A") "," ROW("B") "],\"totalRecords\":-7}", { "Company B", "1 of 2" }, { "Company B" } },
	{ "{\"data\":[" ROW("A") "],\"totalRecords\":99999999999999999999}", { "Company A", "1 of 1" },
	  { "Company A" } },
	{ "{\"data\":[" ROW("A") "," ROW("B") "],\"totalRecords\":1,\"totalPages\":-3}", { "Company B", "1 of 2" },
	  { "Company B" } },
	{ "{\"data\":[" ROW("A") "],\"totalRecords\":\"many\",\"currentPage\":\"x\"}", { "Company A", "1 of 1" },
	  { "Company A" } },
	{ "{\"data\":[],\"totalRecords\":0}", { "No customers yet." }, { "No customers yet." } },
	/* Rows. */
	{ "{\"data\":[\"A\",7,null,[]," ROW("B") "],\"totalRecords\":1}", { "Company B", "1 of 1" }, { "Company B" } },
	{ "{\"data\":[" ROW("A") "," ROW("A") "],\"totalRecords\":2}", { "Company A", "1 of 2" }, { "Company A" } },
	{ "[" ROW("A") "]", { "Company A", "1 of 1" }, { "Company A" } },
	/* Values of other kinds than the table says. */
	{ "{\"data\":[{\"customerNumber\":12.50,\"companyName\":{\"a\":[1]},\"active\":\"perhaps\",\"terms\":[]}],"
	  "\"totalRecords\":1}", { "12.50", "{\"a\":[1]}", "perha~" }, { "12.50", "perha~" } },
};

static void lists_that_lie_are_shown_as_they_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(liars); i++) {
		const struct script_row row = { .path = "/api/customers", .body = liars[i].body };
		struct script *script = script_new(&row, 1);
		struct terminal *term = start(script, NULL);

		terminal_wait_for(term, liars[i].screen);
		keys(term, "G", "g");
		terminal_wait_for(term, liars[i].screen);
		story_quit(term);
		expect_verb(script, WORDS("list", "customers"), 0, liars[i].verb);
		script_free(script);
	}
}

static void a_record_without_a_key_is_only_looked_at(void **state)
{
	static const char *const acts[] = { "Enter", "Space", "x" };
	const struct script_row row = { .path = "/api/customers",
					.body = "{\"data\":[{\"companyName\":\"Nameless\"}],\"totalRecords\":1}" };
	struct script *script = script_new(&row, 1);
	struct terminal *term = start(script, NULL);

	(void)state;
	wait_for(term, "Nameless", "1 of 1");
	for (size_t i = 0; i < CASES(acts); i++) {
		keys(term, acts[i]);
		wait_for(term, "The service sent no key for this row: nothing can be done with it.");
		keys(term, "Down"); /* takes the message away */
		wait_for(term, "1 of 1");
	}
	story_quit(term);
	script_free(script);
}

/* --- pages that do not fit together ------------------------------------------------------------- */

/* rows rows from number first on, in an envelope that says total. The caller frees. */
static char *page(int first, int rows, const char *total)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs("{\"data\":[", out);
	for (int i = first; i < first + rows; i++)
		fprintf(out, "%s{\"customerNumber\":\"N%05d\"}", i > first ? "," : "", i);
	fprintf(out, "],\"totalRecords\":%s}", total);
	fclose(out);
	return text;
}

/* The first page says a million million; the next is half empty and says less; there is no third. */
static void totals_that_shrink_move_the_end(void **state)
{
	char *first = page(1, 50, "1000000000000"), *second = page(51, 25, "75"), *third = page(0, 0, "75");
	const struct script_row rows[] = {
		{ .path = "pageNumber=1&", .body = first },
		{ .path = "pageNumber=2&", .body = second },
		{ .path = "/api/customers", .body = third },
	};
	struct script *script = script_new(rows, CASES(rows));
	struct terminal *term = start(script, WORDS("--read-only"));

	(void)state;
	wait_for(term, "N00001", "1 of");
	keys(term, "G");
	wait_for(term, "N00075", "75 of 75");
	keys(term, "Down", "PgDn", "End");
	wait_for(term, "N00075", "75 of 75");
	keys(term, "g");
	wait_for(term, "N00001", "1 of 75");
	story_quit(term);
	script_free(script);
	free(first);
	free(second);
	free(third);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(what_is_no_list_is_said_to_be_none),
		STORY(a_large_error_page_is_its_status),
		STORY(what_is_no_record_leaves_the_row),
		STORY(lists_that_lie_are_shown_as_they_are),
		STORY(a_record_without_a_key_is_only_looked_at),
		STORY(totals_that_shrink_move_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
