/* SPDX-License-Identifier: ISC */
#include "support/story_calls.h"

#include "base/alloc.h"
#include "schema/json.h"
#include "support/story.h"
#include "unit/unit.h"

enum { PATH_SIZE = 512 };

void story_log_path(const struct story *story, char *out, size_t size)
{
	snprintf(out, size, "%s/requests", sandbox_folder(story->sandbox));
}

static FILE *open_log(const struct story *story)
{
	char path[PATH_SIZE];

	story_log_path(story, path, sizeof(path));
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	return file;
}

/* --- the calls since the mark ----------------------------------------------- */

/* Where the log ends; -1: in the middle of a line that is just being written. */
static long whole_end(const struct story *story)
{
	FILE *file = open_log(story);
	bool is_empty = fseek(file, -1, SEEK_END) != 0;
	bool whole = is_empty || fgetc(file) == '\n';
	long end = is_empty ? 0 : ftell(file);

	fclose(file);
	return whole ? end : -1;
}

void story_mark(struct story *story)
{
	do
		story->mark = whole_end(story);
	while (story->mark < 0);
}

static bool is_read(const char *call)
{
	return strncmp(call, "GET ", 4) == 0;
}

/* The line as "METHOD target body"; NULL for a login. */
static char *call_of_line(const char *line, size_t len)
{
	struct json *tree = json_parse(line, len, NULL);
	const char *target = json_member_text(tree, "target"), *body = json_member_text(tree, "body");

	assert_non_null(target);
	char *call = xasprintf("%s %s%s%s", json_member_text(tree, "method"), target, body ? " " : "",
			       body ? body : "");
	json_free(tree);
	if (is_read(call))
		call[strcspn(call, "?")] = '\0';
	if (!strstr(call, "/api/auth/"))
		return call;
	free(call);
	return NULL;
}

struct calls {
	char **list;
	size_t count;
};

static struct calls read_calls(const struct story *story)
{
	struct calls calls = { NULL, 0 };
	FILE *file = open_log(story);
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	assert_int_equal(fseek(file, story->mark, SEEK_SET), 0);
	/* A last line without its end is still being written. */
	while ((len = getline(&line, &size, file)) > 0 && line[len - 1] == '\n') {
		char *call = call_of_line(line, (size_t)len);
		if (!call)
			continue;
		calls.list = xreallocarray(calls.list, calls.count + 1, sizeof(*calls.list));
		calls.list[calls.count++] = call;
	}
	free(line);
	fclose(file);
	return calls;
}

static void calls_finish(struct calls *calls)
{
	for (size_t i = 0; i < calls->count; i++)
		free(calls->list[i]);
	free(calls->list);
}

static void fail_with_calls(const struct calls *calls, const char *const *expected)
{
	fprintf(stderr, "expected:\n");
	for (; *expected; expected++)
		fprintf(stderr, "  %s\n", *expected);
	fprintf(stderr, "the sandbox got:\n");
	for (size_t i = 0; i < calls->count; i++)
		fprintf(stderr, "  %s\n", calls->list[i]);
	fail_msg("other calls than expected");
}

void story_expect(const struct story *story, bool reads_too, const char *const *expected)
{
	struct calls calls = read_calls(story);
	const char *const *next = expected;
	bool same = true;

	for (size_t i = 0; i < calls.count && same; i++) {
		if (!reads_too && is_read(calls.list[i]))
			continue;
		same = *next && strcmp(calls.list[i], *next) == 0;
		next += same;
	}
	if (!same || *next)
		fail_with_calls(&calls, expected);
	calls_finish(&calls);
}

int story_count(const struct story *story, const char *beginning)
{
	struct calls calls = read_calls(story);
	int count = 0;

	for (size_t i = 0; i < calls.count; i++)
		count += strncmp(calls.list[i], beginning, strlen(beginning)) == 0;
	calls_finish(&calls);
	return count;
}

/* --- its lines --------------------------------------------------------------- */

bool story_was_asked(const struct story *story, const char *text)
{
	FILE *file = open_log(story);
	char *line = NULL;
	size_t size = 0;
	bool found = false;

	while (!found && getline(&line, &size, file) > 0)
		found = strstr(line, text) != NULL;
	free(line);
	fclose(file);
	return found;
}
