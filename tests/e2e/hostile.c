/* hostile.c - a service whose every text tries to command the terminal: what reaches it is visible
 * marks, wherever such a text is shown. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/script.h"
#include "support/story.h"

/* In JSON: the terminal's clipboard, a question that it answers, a device string, C1 controls as
 * UTF-8 and escaped, a change of direction, a new line, DEL. The tag tells the places apart. */
#define EVIL(tag)                                                                                  \
	tag "\\u001b]52;c;cHduZWQ=\\u0007\\u001b[6n\\u001bP$q\\u001b\\\\\xc2\x9b" "5n\\u009d0;x\\u009c" \
	    "\xe2\x80\xae" "\\u202d\\u0000\\r\\n\\u007f"
#define EVIL_SEEN(tag) tag "^[]52;c;cHduZWQ=^G^[[6n^[P$q^[\\<U+009B>5n"
/* Where there is little room. */
#define SHORT(tag) tag "\\u001b[6n\xc2\x9b" "5n"
#define SHORT_SEEN(tag) tag "^[[6n"

#define ZALGO "Z\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85\xcc\x86\xcc\x87\xcc\x88\xcc\x89\xcc\x8a"
#define FAMILY "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"

#define ROW                                                                                        \
	"\"customerNumber\":\"" SHORT("K1") "\",\"companyName\":\"" EVIL("NA") "\",\"pricing\":\"" SHORT("TI") \
	"\",\"repNumber\":\"" SHORT("R") "\",\"terms\":\"" SHORT("T") "\",\"active\":true,\"companyEmail\":\"" \
	EVIL("EM") "\",\"companyPhone\":\"" EVIL("PH") "\""
#define RECORD                                                                                     \
	"{" ROW ",\"addresses\":[{\"addressType\":\"" SHORT("Y") "\",\"line1\":\"" EVIL("L1") "\",\"" \
	SHORT("UM") "\":\"" EVIL("UV") "\"}],\"contacts\":[{\"lastName\":\"" EVIL("LN") "\"}]," \
	"\"customerAttributes\":{\"" SHORT("AN") "\":\"" EVIL("AV") "\"},\"" SHORT("ON") "\":{\"" \
	SHORT("IN") "\":\"" EVIL("IV") "\"}}"
#define LIST(rows) "{\"data\":[" rows "],\"totalRecords\":3,\"currentPage\":1,\"totalPages\":1}"
#define ROWS                                                                                       \
	"{" ROW "},{\"customerNumber\":\"K2\",\"companyName\":\"" ZALGO ZALGO ZALGO " " FAMILY "\"}," \
	"{\"customerNumber\":\"K3\",\"companyName\":\"\xf0\x9f\x87\xb8\xf0\x9f\x87\xaa\xef\xbb\xbf\"}"
#define PROBLEM                                                                                    \
	"{\"title\":\"" EVIL("PT") "\",\"errors\":{\"" SHORT("EN") "\":[\"" EVIL("EV") "\"]}}"

/* {"alg":"none"} and {"role":"RO\u001b[6n\u009b5n\u202e"} */
#define TOKEN "eyJhbGciOiJub25lIn0.eyJyb2xlIjoiUk9cdTAwMWJbNm5cdTAwOWI1blx1MjAyZSJ9."
#define LOGIN                                                                                      \
	{                                                                                          \
		"POST", "/api/auth/login",                                                         \
			.body = "{\"AccessToken\":\"" TOKEN "\",\"ExpiresIn\":9223372036854775806," \
				"\"PriceTier\":\"" SHORT("PR") "\",\"CurrencyCode\":\"" SHORT("CU") "\"}" \
	}
#define HEAD "Content-Type: application/json\033[6n\r\nX-Evil: \033]0;x\007\r\n"

static const struct script_row everything[] = {
	LOGIN,
	{ "GET", "/api/organization", .body = "{\"Name\":\"" SHORT("OG") "\"}" },
	{ "POST", "/deactivate", .status = "409 No\033]0;x\007", .body = PROBLEM, .head = HEAD },
	{ "GET", "/api/customers/", .body = RECORD, .head = HEAD },
	{ "GET", "/api/customers", .body = LIST(ROWS), .head = HEAD },
	{ "GET", "/api/products", .status = "302 Found", .nth = 1,
	  .head = "Location: /\033]52;c;x\007\xc2\x9b" "5n\xff\r\n" },
	{ "GET", "/api/products", .nth = 2, .body = "{\"data\":[\"\033[6n\"", .head = HEAD },
	{ "GET", "/api/products", .nth = 3, .body = "<h1>\033]0;x\007\xc2\x9b" "5n\0after\xff", .body_len = 21 },
	{ "GET", "/api/products", .nth = 4, .status = "403 No", .body = "{\"detail\":\"" EVIL("DE") "\"}" },
};

static struct terminal *connect(struct story *story, const struct script *script,
				const struct story_terminal *terminal, const char *const *arguments)
{
	snprintf(story->url, sizeof(story->url), "http://127.0.0.1:%d", script_port(script));
	return story_connect(story, terminal, true, arguments);
}

/* The list, its preview, the header, and a record with all its tabs. */
static void look_at_records(struct terminal *term)
{
	wait_for(term, SHORT_SEEN("OG"), SHORT_SEEN("RO"), SHORT_SEEN("PR"), SHORT_SEEN("CU"));
	wait_for(term, SHORT_SEEN("K1"), "NA^[]52;c;", SHORT_SEEN("TI"), SHORT_SEEN("R"), SHORT_SEEN("T"));
	keys(term, "Enter");
	wait_for(term, "Customers > " SHORT_SEEN("K1"), "read at", EVIL_SEEN("EM"), EVIL_SEEN("PH"));
	keys(term, "Enter"); /* the number, which nobody may change, as a text */
	wait_for(term, SHORT_SEEN("K1"), "lines 1-");
	keys(term, "q", "Down", "Enter");
	wait_for(term, "> Edit", SHORT_SEEN("TI"), "PH^[]52;c;", SHORT_SEEN("AN"));
	keys(term, "Esc", "2");
	wait_for(term, SHORT_SEEN("Y"), "L1^[]52;c;");
	keys(term, "Enter");
	wait_for(term, EVIL_SEEN("L1"), SHORT_SEEN("UM"), EVIL_SEEN("UV"));
	keys(term, "q", "3");
	wait_for(term, "LN^[]52;c;");
	keys(term, "4");
	wait_for(term, SHORT_SEEN("AN"), EVIL_SEEN("AV"));
	keys(term, "5");
	wait_for(term, SHORT_SEEN("ON"));
	keys(term, "Enter");
	wait_for(term, SHORT_SEEN("IN"), EVIL_SEEN("IV"));
	keys(term, "q", "q");
	wait_for(term, "of 3");
}

/* One record, then several: the question and what the service says to it. */
static void act_in_vain(struct terminal *term)
{
	keys(term, "x");
	wait_for(term, SHORT_SEEN("K1"), "2 Deactivate");
	keys(term, "2");
	wait_for(term, "Deactivate " SHORT_SEEN("K1"), "NA^[]52", "^M^J^?", SHORT_SEEN("OG"), "y/n");
	keys(term, "y");
	wait_for(term, "! " SHORT_SEEN("K1"), SHORT_SEEN("EN"), "EV^[]52;c;");
	keys(term, "Space", "Space", "x", "2");
	wait_for(term, "Type 2");
	keys(term, "2", "Enter");
	wait_for(term, "0 done, 2 failed", "Finished.", "409");
	keys(term, "Enter");
	wait_for(term, EVIL_SEEN("EV"));
	keys(term, "q", "q");
	wait_for(term, "of 3");
}

/* A redirect, broken JSON, no JSON at all, and a role that may not. */
static void fail_in_many_ways(struct terminal *term)
{
	keys(term, "2");
	wait_for(term, "redirects to", "]52");
	keys(term, "r");
	wait_for(term, "cannot be used: line 1, column 11: a control character must be escaped");
	keys(term, "r");
	wait_for(term, "cannot be used: the text is not UTF-8.", "r reads again.");
	keys(term, "r");
	wait_for(term, "Your role (" SHORT_SEEN("RO"), EVIL_SEEN("DE"));
}

static void read_the_log(struct terminal *term)
{
	keys(term, "L");
	wait_for(term, "Request log", "/api/customers/K1%1B%5B6n");
	keys(term, "Enter");
	wait_for(term, "403", "u001b]52;c;");
	keys(term, "q", "Down", "Enter");
	wait_for(term, "<h1>^[]0;x^G<U+009B>5n^@after<FF>");
	keys(term, "q", "Down", "Enter");
	wait_for(term, "{\"data\":[\"^[[6n\"");
	keys(term, "q", "q");
}

static void type_what_was_copied(struct terminal *term)
{
	keys(term, "1", "/");
	terminal_paste(term, "5n\xe2\x80\xae\xc2\x9b");
	wait_for(term, "5n<U+202E>");
	keys(term, "Enter");
	wait_for(term, "search=5n<U+202E>");
	keys(term, ":");
	terminal_paste(term, "zz\xe2\x80\xae");
	wait_for(term, "zz<U+202E>");
	keys(term, "Esc");
	wait_for(term, "search=5n<U+202E>");
}

static void visit(struct story *story, const char *locale)
{
	struct script *script = script_new(everything, CASES(everything));
	struct terminal *term = connect(
		story, script, &(struct story_terminal){ .rows = 48, .cols = 160, .locale = locale }, NULL);

	look_at_records(term);
	act_in_vain(term);
	fail_in_many_ways(term);
	read_the_log(term);
	type_what_was_copied(term);
	terminal_check_harmless(term);
	story_quit(term);
	script_free(script);
}

static void nothing_reaches_a_utf8_terminal(void **state)
{
	visit(*state, "C.UTF-8");
}

static void nothing_reaches_an_ascii_terminal(void **state)
{
	visit(*state, "C");
}

static void a_refused_login_stays_text(void **state)
{
	static const struct script_row rows[] = {
		{ "POST", "/api/auth/login", .status = "400 Bad", .body = PROBLEM },
	};
	struct script *script = script_new(rows, CASES(rows));
	struct terminal *term = connect(*state, script, &(struct story_terminal){ .cols = 132 }, NULL);

	wait_for(term, "Log in", SHORT_SEEN("EN"), EVIL_SEEN("EV"));
	keys(term, "Esc");
	wait_for(term, "Not logged in");
	terminal_check_harmless(term);
	story_quit(term);
	script_free(script);
}

/* Verbs, with the terminal as their standard output and error. */
static const struct {
	const char *words[8];
	int status;
	const char *seen[4];
} verbs[] = {
	{ { "list", "customers" }, 0, { SHORT_SEEN("K1"), "NA^[]52;c;", SHORT_SEEN("TI") } },
	{ { "list", "customers", "--format", "csv" }, 0, { SHORT_SEEN("K1"), EVIL_SEEN("NA") } },
	{ { "list", "customers", "--format", "json" }, 0, { "NA\\u001b]52", "\\u009b5n", "\\u202e" } },
	{ { "get", "customers", "K1" }, 0, { EVIL_SEEN("NA"), SHORT_SEEN("AN"), SHORT_SEEN("ON") } },
	{ { "get", "customers", "K1", "--format", "json" }, 0, { "AV\\u001b]52", "\\u009b5n" } },
	{ { "deactivate", "customers", "K1\033[6n" }, 1, { SHORT_SEEN("K1"), EVIL_SEEN("EV") } },
	{ { "list", "products" }, 1, { "redirects to" } },
};

static void verbs_write_no_commands(void **state)
{
	static const char *const locales[] = { "C.UTF-8", "C" };

	for (size_t i = 0; i < CASES(verbs) * CASES(locales); i++) {
		struct script *script = script_new(everything, CASES(everything));
		struct story_terminal wanted = { .rows = 60, .cols = 400,
						 .locale = locales[i % CASES(locales)] };
		size_t verb = i / CASES(locales);
		struct terminal *term = connect(*state, script, &wanted, verbs[verb].words);

		assert_int_equal(wait_exit(term), verbs[verb].status);
		terminal_wait_for(term, verbs[verb].seen);
		terminal_check_harmless(term);
		terminal_finish(term);
		script_free(script);
	}
}

static void a_long_name_is_cut_where_room_ends(void **state)
{
	static char body[16 * 1024];
	const struct script_row rows[] = { LOGIN, { "GET", "/api/customers", .body = body } };

	snprintf(body, sizeof(body), "{\"data\":[{\"customerNumber\":\"L1\",\"companyName\":\"%s%0*d\"}],"
				     "\"totalRecords\":1}", ZALGO, 10000, 7);
	struct script *script = script_new(rows, CASES(rows));
	struct terminal *term = connect(*state, script, NULL, NULL);

	wait_for(term, "L1", "00000~", "1 of 1");
	terminal_check_harmless(term);
	story_quit(term);
	script_free(script);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(nothing_reaches_a_utf8_terminal),
		STORY(nothing_reaches_an_ascii_terminal),
		STORY(a_refused_login_stays_text),
		STORY(verbs_write_no_commands),
		STORY(a_long_name_is_cut_where_room_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
