/* SPDX-License-Identifier: ISC */
#include "draft_file.h"

#include <ftw.h>

#include "base/alloc.h"
#include "base/error.h"
#include "schema/json.h"
#include "support/http.h"
#include "support/story.h"
#include "unit/unit.h"

enum { FILE_MAX = 1024 * 1024, OPEN_FOLDERS = 8 };

/* What a walk looks for, and what it found: nftw hands nothing through. */
static struct {
	const char *key, *member; /* key NULL: any draft */
	char *found, *path;
	size_t count;
} walk;

static struct json *read_draft(const char *path)
{
	char *text = xmalloc(FILE_MAX);
	FILE *file = fopen(path, "r");
	struct error err;

	assert_non_null(file);
	size_t len = fread(text, 1, FILE_MAX, file);
	fclose(file);
	struct json *draft = json_parse(text, len, &err);
	if (!draft)
		fail_msg("%s: %s", path, err.message);
	free(text);
	return draft;
}

static bool ends_in(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len > end_len && strcmp(text + len - end_len, end) == 0;
}

static int look(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)where;
	if (type != FTW_F || !strstr(path, "/drafts/") || !ends_in(path, ".json"))
		return 0;
	struct json *draft = read_draft(path);
	const char *key = json_member_text(draft, "key");
	if (key && (!walk.key || strcmp(key, walk.key) == 0)) {
		const char *value =
			walk.member ? json_member_text(json_member(draft, "now"), walk.member) : NULL;

		walk.count++;
		xreplace(&walk.found, value);
		xreplace(&walk.path, path);
	}
	json_free(draft);
	return 0;
}

static void search(const struct story *story, const char *key, const char *member)
{
	char *state = xasprintf("%s/.local/state", story->home);

	walk.key = key;
	walk.member = member;
	walk.count = 0;
	xreplace(&walk.found, NULL);
	xreplace(&walk.path, NULL);
	nftw(state, look, OPEN_FOLDERS, FTW_PHYS);
	if (key && walk.count > 1)
		fail_msg("%zu drafts of %s", walk.count, key);
	free(state);
}

size_t draft_count(const struct story *story)
{
	search(story, NULL, NULL);
	return walk.count;
}

char *draft_value(const struct story *story, const char *key, const char *member)
{
	search(story, key, member);
	return walk.found ? xstrdup(walk.found) : NULL;
}

char *draft_path(const struct story *story, const char *key)
{
	search(story, key, NULL);
	assert_non_null(walk.path);
	return xstrdup(walk.path);
}

/* With the key: logins are counted. */
char *customer_name(const struct story *story, const char *number)
{
	struct http_answer answer;
	char *path = xasprintf("/api/customers/%s", number);

	http_ask(sandbox_port(story->sandbox),
		 &(struct http_request){ .method = "GET",
					 .path = path,
					 .headers = "x-api-key: " STORY_KEY "\r\n" },
		 &answer);
	assert_int_equal(answer.status, 200);
	char *name = http_member(&answer, "companyName");
	http_answer_finish(&answer);
	free(path);
	return name;
}
