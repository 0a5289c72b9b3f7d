/* All that is stored about a customer, in a file: byte for byte, for its owner alone, over nothing. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic_file.h"
#include "base/sha256.h"
#include "support/http.h"
#include "support/story_flow.h"

#define EXPORT FLOW_PATH "/customers/cus-1002/export"
#define JOURNALS "cat \"$HOME\"/.local/state/nymble-tui/profiles/*/personal-data.jsonl 2>/dev/null"

static const struct story_terminal sizes[] = { { .rows = 24, .cols = 80 }, { .rows = 48, .cols = 160 } };

/* The caller frees. */
static char *in_home(const struct story *story, const char *name)
{
	char *path;

	assert_true(asprintf(&path, "%s/%s", story->home, name) > 0);
	return path;
}

static char *read_file(const char *path, size_t *len)
{
	return atomic_file_read(path, 1024 * 1024, len, NULL);
}

static mode_t mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st.st_mode & 07777;
}

/* Of all profiles; the caller frees. */
static char *journal(void)
{
	char *text = calloc(1, 4096);
	FILE *in = popen(JOURNALS, "r");

	assert_non_null(in);
	size_t len = fread(text, 1, 4095, in);
	text[len] = '\0';
	pclose(in);
	return text;
}

/* To the question for the file's name. */
static void ask_for_file(struct terminal *term)
{
	keys(term, ":", "cus-1002", "Enter");
	wait_for(term, "Customers > cus-1002 Sunniva Dahl", "Read at");
	keys(term, "x");
	wait_for(term, "1 Write all stored data to a file");
	keys(term, "1");
	wait_for(term, "readable by you alone", "Export to: customer-cus-1002.json");
}

static void type_path(struct terminal *term, const char *path)
{
	keys(term, "Ctrl-u", path, "Enter");
}

/* What the service says to anybody who asks for the same. */
static void expect_same_bytes(const struct story *story, const char *bytes, size_t len)
{
	struct http_answer answer;

	http_ask(sandbox_port(story->sandbox), &(struct http_request){ "GET", EXPORT, FLOW_INTEGRATION, NULL },
		 &answer);
	assert_int_equal(answer.len, len);
	assert_memory_equal(answer.body, bytes, len);
	http_answer_finish(&answer);
}

static void expect_journal(const char *bytes, size_t len)
{
	char digest[SHA256_TEXT_SIZE], end[256], *text = journal();

	sha256_text(bytes, len, digest);
	snprintf(end, sizeof(end),
		 "\"tenant\":\"" FLOW_TENANT "\",\"resource\":\"customers\",\"action\":\"export-personal-data\","
		 "\"key\":\"cus-1002\",\"bytes\":%zu,\"sha256\":\"%s\"}\n",
		 len, digest);
	assert_non_null(strstr(text, end));
	assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1); /* one line */
	assert_null(strstr(text, "Sunniva"));
	assert_null(strstr(text, "mine"));
	free(text);
}

static void the_file_has_what_came_and_the_journal_does_not(void **state)
{
	struct story *story = *state;

	for (size_t i = 0; i < CASES(sizes); i++) {
		struct terminal *term = story_flow_open(story, &sizes[i], NULL);
		char *path = in_home(story, "mine.json"), digest[SHA256_TEXT_SIZE];
		size_t len;

		ask_for_file(term);
		type_path(term, path);
		wait_for(term, "/mine.json", "bytes, as the service sent them", "SHA-256 ", "mode 0600");
		char *bytes = read_file(path, &len);
		assert_non_null(bytes);
		sha256_text(bytes, len, digest);
		assert_true(terminal_has(term, digest));
		assert_int_equal(mode_of(path), 0600);
		expect_same_bytes(story, bytes, len);
		expect_journal(bytes, len);
		keys(term, "Esc");
		wait_for(term, "Customers > cus-1002 Sunniva Dahl");
		story_quit(term);
		free(bytes);
		free(path);
		story_begin_anew(story);
	}
}

/* A file, and a link that leads nowhere: both stay, and nothing is asked of the service. */
static void nothing_is_written_over(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);
	char *mine = in_home(story, "mine"), *link = in_home(story, "link"), *nowhere = in_home(story, "nowhere");
	char *other = in_home(story, "other"), *text = journal();
	size_t len;

	assert_string_equal(text, "");
	free(text);
	assert_true(atomic_file_write(mine, "kept", 4, NULL));
	assert_int_equal(symlink(nowhere, link), 0);
	ask_for_file(term);
	type_path(term, mine);
	wait_for(term, "/mine is there already", "Nothing is replaced");
	type_path(term, link);
	wait_for(term, "/link is there already", "Nothing is replaced");
	assert_int_equal(story_count(story, "GET " EXPORT), 0);
	type_path(term, other);
	wait_for(term, "/other", "SHA-256 ");
	assert_text_take(read_file(mine, &len), "kept");
	assert_int_equal(access(nowhere, F_OK), -1);
	assert_int_equal(mode_of(other), 0600);
	story_quit(term);
	free(mine);
	free(link);
	free(nowhere);
	free(other);
}

/* Reading is all it does to the service. */
static void read_only_mode_allows_it(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, WORDS("--read-only"));
	char *path = in_home(story, "mine.json");

	ask_for_file(term);
	type_path(term, path);
	wait_for(term, "/mine.json", "SHA-256 ");
	expect_no_writes(story);
	story_quit(term);
	free(path);
}

static void what_cannot_be_had_leaves_no_file(void **state)
{
	struct story *story = *state;
	struct terminal *term;
	char *path = in_home(story, "mine.json"), *text;

	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .path = "/export", .kind = FAULT_ANSWER, .answer = STORY_ANSWER("403 Forbidden") });
	term = story_flow_connect(story, NULL, NULL);
	wait_for(term, "1 of 200");
	ask_for_file(term);
	type_path(term, path);
	wait_for(term, "! ", "may not export personal data");
	assert_int_equal(access(path, F_OK), -1);
	STORY_THROUGH(story, { .path = "/export", .kind = FAULT_CUT, .amount = 700 });
	ask_for_file(term);
	type_path(term, path);
	wait_for(term, "! ");
	assert_int_equal(access(path, F_OK), -1);
	text = journal();
	assert_string_equal(text, "");
	free(text);
	story_quit(term);
	free(path);
}

/* Whoever reads over the shoulder of the program finds no body of it. */
static void the_request_log_does_not_keep_it(void **state)
{
	struct story *story = *state;
	struct terminal *term = story_flow_open(story, NULL, NULL);
	char *path = in_home(story, "mine.json");

	ask_for_file(term);
	type_path(term, path);
	wait_for(term, "SHA-256 ");
	keys(term, "Esc", "L");
	wait_for(term, "Request log", "1 of ");
	keys(term, "Enter");
	wait_for(term, EXPORT, "(not kept: personal data, ");
	assert_false(terminal_has(term, "giftCards"));
	assert_false(terminal_has(term, "Sunniva"));
	keys(term, "Esc");
	story_quit(term);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_file_has_what_came_and_the_journal_does_not),
		STORY(nothing_is_written_over),
		STORY(read_only_mode_allows_it),
		STORY(what_cannot_be_had_leaves_no_file),
		STORY(the_request_log_does_not_keep_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
