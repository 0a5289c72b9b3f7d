/* SPDX-License-Identifier: ISC */
#include "support/story.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/unit.h"

extern char **environ;

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

static const char *program(const char *name)
{
	static char path[2][PATH_SIZE];
	static int turn;
	const char *top = getenv("TOP_BUILDDIR");

	turn = !turn;
	snprintf(path[turn], PATH_SIZE, "%s/src/%s", top ? top : ".", name);
	return path[turn];
}

/* --- home ------------------------------------------------------------------ */

int story_setup(void **state)
{
	struct story *story = calloc(1, sizeof(*story));

	snprintf(story->home, sizeof(story->home), "/tmp/nymble-story-XXXXXX");
	assert_non_null(mkdtemp(story->home));
	setenv("HOME", story->home, 1); /* the programs inherit it */
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

	story_end_sandbox(story);
	nftw(story->home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(story);
	return 0;
}

const char *story_path(const struct story *story, const char *name)
{
	static char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/%s", story->home, name);
	return path;
}

char *story_read(const struct story *story, const char *name)
{
	FILE *file = fopen(story_path(story, name), "r");
	char *text = NULL;
	size_t len = 0, size = 0;

	do {
		size += 65536;
		text = realloc(text, size + 1);
		if (file)
			len += fread(text + len, 1, size - len, file);
	} while (file && len == size);
	text[len] = '\0';
	if (file)
		fclose(file);
	return text;
}

/* --- sandbox --------------------------------------------------------------- */

/* Its first line names the port; the rest of its output is nobody's business. */
static void read_port(struct story *story, int out)
{
	char text[256] = "";
	size_t len = 0;
	ssize_t got;
	const char *colon;

	while (!strchr(text, '\n') && len + 1 < sizeof(text) &&
	       (got = read(out, text + len, sizeof(text) - 1 - len)) > 0)
		text[len += (size_t)got] = '\0';
	colon = strstr(text, "127.0.0.1:");
	if (!colon)
		fail_msg("the sandbox did not start: %s", text);
	story->port = atoi(colon + strlen("127.0.0.1:"));
	snprintf(story->url, sizeof(story->url), "http://127.0.0.1:%d", story->port);
}

void story_sandbox(struct story *story, const char *const *options)
{
	struct words words = { .count = 0 };
	posix_spawn_file_actions_t files;
	int out[2];

	add_words(&words, WORDS(program("nymble-sandbox"), "--port", "0", "--db", ":memory:",
				"--customers", "200", "--products", "100"));
	add_words(&words, options);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
	assert_int_equal(posix_spawn(&story->sandbox, words.list[0], &files, NULL,
				     (char *const *)(uintptr_t)words.list, environ),
			 0);
	posix_spawn_file_actions_destroy(&files);
	close(out[1]);
	read_port(story, out[0]);
	close(out[0]);
}

void story_end_sandbox(struct story *story)
{
	if (story->sandbox <= 0)
		return;
	kill(story->sandbox, SIGTERM);
	waitpid(story->sandbox, NULL, 0);
	story->sandbox = 0;
}

void story_replace_sandbox(struct story *story)
{
	char port[16];

	snprintf(port, sizeof(port), "%d", story->port);
	story_end_sandbox(story);
	story_sandbox(story, WORDS("--port", port));
}

/* --- client ---------------------------------------------------------------- */

static struct terminal *start(const struct story_terminal *wanted, const struct words *argv,
			      const struct words *env)
{
	static const struct story_terminal plain;
	const struct story_terminal *terminal = wanted ? wanted : &plain;
	struct words all = *env;

	add_words(&all, terminal->env);
	return terminal_start(&(struct terminal_options){ .argv = argv->list,
							  .rows = terminal->rows,
							  .cols = terminal->cols,
							  .type = terminal->type,
							  .locale = terminal->locale,
							  .env = all.list });
}

struct terminal *story_start(const struct story_terminal *terminal, const char *const *arguments)
{
	struct words argv = { .count = 0 }, env = { .count = 0 };

	add_words(&argv, WORDS(program("nymble-tui")));
	add_words(&argv, arguments);
	return start(terminal, &argv, &env);
}

struct terminal *story_connect(const struct story *story, const struct story_terminal *terminal,
			       bool with_secret, const char *const *arguments)
{
	struct words argv = { .count = 0 }, env = { .count = 0 };
	char url[PATH_SIZE];

	snprintf(url, sizeof(url), "NYMBLE_URL=%s", story->url);
	add_words(&argv, WORDS(program("nymble-tui")));
	add_words(&argv, arguments);
	add_words(&env, WORDS(url));
	if (with_secret)
		add_words(&env, WORDS("NYMBLE_ORG_CODE=" STORY_ORG, "NYMBLE_CLIENT_ID=" STORY_CLIENT,
				      "NYMBLE_CLIENT_SECRET=" STORY_SECRET));
	return start(terminal, &argv, &env);
}

void story_quit(struct terminal *term)
{
	keys(term, "Q");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}
