/* SPDX-License-Identifier: ISC */
#include "support/story.h"

#include <ftw.h>
#include <signal.h>

#include "support/http.h"
#include "unit/unit.h"

enum { WORDS_MAX = 24, PATH_SIZE = 512 };

/* A list of words that ends with NULL. */
struct words {
	const char *list[WORDS_MAX];
	size_t count;
};

static void add_words(struct words *words, const char *const *more)
{
	for (; more && *more; more++) {
		assert_true(words->count + 1 < WORDS_MAX);
		words->list[words->count++] = *more;
	}
}

/* --- home ------------------------------------------------------------------ */

int story_setup(void **state)
{
	struct story *story = calloc(1, sizeof(*story));

	snprintf(story->home, sizeof(story->home), "/tmp/nymble-story-XXXXXX");
	assert_non_null(mkdtemp(story->home));
	setenv("HOME", story->home, 1); /* the programs inherit it */
	story->sandbox = sandbox_new();
	*state = story;
	return 0;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

int story_teardown(void **state)
{
	struct story *story = *state;

	sandbox_free(story->sandbox);
	nftw(story->home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(story);
	return 0;
}

/* --- sandbox --------------------------------------------------------------- */

static const char *log_path(const struct story *story)
{
	static char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/requests", sandbox_folder(story->sandbox));
	return path;
}

void story_sandbox(struct story *story, const char *const *options)
{
	struct words words = { .count = 0 };

	add_words(&words,
		  WORDS("--customers", "200", "--products", "100", "--log", log_path(story)));
	add_words(&words, options);
	sandbox_start(story->sandbox, words.list);
	snprintf(story->url, sizeof(story->url), "http://127.0.0.1:%d",
		 sandbox_port(story->sandbox));
}

void story_end_sandbox(struct story *story)
{
	sandbox_end(story->sandbox, SIGTERM);
}

void story_replace_sandbox(struct story *story)
{
	char port[16];

	snprintf(port, sizeof(port), "%d", sandbox_port(story->sandbox));
	story_end_sandbox(story);
	story_sandbox(story, WORDS("--port", port, "--reset"));
}

bool story_was_asked(const struct story *story, const char *text)
{
	FILE *file = fopen(log_path(story), "r");
	char *line = NULL;
	size_t size = 0;
	bool found = false;

	assert_non_null(file);
	while (!found && getline(&line, &size, file) > 0)
		found = strstr(line, text) != NULL;
	free(line);
	fclose(file);
	return found;
}

int story_request(const struct story *story, const char *method, const char *path, const char *body)
{
	int port = sandbox_port(story->sandbox);
	char *token = http_log_in(port, STORY_ORG, STORY_CLIENT);
	int status = http_status(port, &(struct http_request){ method, path, token, body });

	free(token);
	return status;
}

/* --- client ---------------------------------------------------------------- */

static struct terminal *start(const struct story_terminal *wanted, const struct words *env,
			      const char *const *arguments)
{
	static const struct story_terminal plain;
	const struct story_terminal *terminal = wanted ? wanted : &plain;
	const char *build = getenv("TOP_BUILDDIR");
	struct words argv = { .count = 0 }, all = *env;
	char program[PATH_SIZE];

	snprintf(program, sizeof(program), "%s/src/nymble-tui", build ? build : ".");
	add_words(&argv, WORDS(program));
	add_words(&argv, arguments);
	add_words(&all, terminal->env);
	return terminal_start(&(struct terminal_options){ .argv = argv.list,
							  .rows = terminal->rows,
							  .cols = terminal->cols,
							  .type = terminal->type,
							  .locale = terminal->locale,
							  .env = all.list });
}

struct terminal *story_start(const struct story_terminal *terminal, const char *const *arguments)
{
	return start(terminal, &(struct words){ .count = 0 }, arguments);
}

struct terminal *story_connect(const struct story *story, const struct story_terminal *terminal,
			       bool with_secret, const char *const *arguments)
{
	struct words env = { .count = 0 };
	char url[PATH_SIZE];

	snprintf(url, sizeof(url), "NYMBLE_URL=%s", story->url);
	add_words(&env, WORDS(url));
	if (with_secret)
		add_words(&env,
			  WORDS("NYMBLE_ORG_CODE=" STORY_ORG, "NYMBLE_CLIENT_ID=" STORY_CLIENT,
				"NYMBLE_CLIENT_SECRET=" STORY_SECRET));
	return start(terminal, &env, arguments);
}

void story_quit(struct terminal *term)
{
	keys(term, "Q");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}
