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

static void begin(struct story *story)
{
	*story = (struct story){ .sandbox = sandbox_new() };
	snprintf(story->home, sizeof(story->home), "/tmp/nymble-story-XXXXXX");
	assert_non_null(mkdtemp(story->home));
	setenv("HOME", story->home, 1); /* the programs inherit it */
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

static void finish(struct story *story)
{
	fault_proxy_stop(story->proxy);
	sandbox_free(story->sandbox);
	nftw(story->home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

int story_setup(void **state)
{
	struct story *story = calloc(1, sizeof(*story));

	begin(story);
	*state = story;
	return 0;
}

int story_teardown(void **state)
{
	finish(*state);
	free(*state);
	return 0;
}

void story_begin_anew(struct story *story)
{
	finish(story);
	begin(story);
}

/* --- sandbox --------------------------------------------------------------- */

void story_sandbox(struct story *story, const char *const *options)
{
	struct words words = { .count = 0 };
	char log[PATH_SIZE];

	story_log_path(story, log, sizeof(log));
	add_words(&words,
		  WORDS("--customers", "200", "--products", "100", "--log", log));
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

void story_through(struct story *story, const struct fault *faults, size_t count)
{
	if (story->proxy) {
		fault_proxy_set(story->proxy, faults, count);
		return;
	}
	story->proxy = fault_proxy_start(sandbox_port(story->sandbox), faults, count);
	assert_non_null(story->proxy);
	snprintf(story->url, sizeof(story->url), "http://127.0.0.1:%d",
		 fault_proxy_port(story->proxy));
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

/* client_id NULL: nothing in the environment that could log in. */
static struct terminal *connect_as(const struct story *story, const char *client_id,
				   const struct story_terminal *terminal,
				   const char *const *arguments)
{
	struct words env = { .count = 0 };
	char url[PATH_SIZE], client[PATH_SIZE];

	snprintf(url, sizeof(url), "NYMBLE_URL=%s", story->url);
	snprintf(client, sizeof(client), "NYMBLE_CLIENT_ID=%s", client_id ? client_id : "");
	add_words(&env, WORDS(url));
	if (client_id)
		add_words(&env, WORDS("NYMBLE_ORG_CODE=" STORY_ORG, client,
				      "NYMBLE_CLIENT_SECRET=" STORY_SECRET));
	return start(terminal, &env, arguments);
}

struct terminal *story_connect(const struct story *story, const struct story_terminal *terminal,
			       bool with_secret, const char *const *arguments)
{
	return connect_as(story, with_secret ? STORY_CLIENT : NULL, terminal, arguments);
}

struct terminal *story_connect_as(const struct story *story, const char *client_id,
				  const struct story_terminal *terminal, const char *const *arguments)
{
	return connect_as(story, client_id, terminal, arguments);
}

/* --- openings -------------------------------------------------------------- */

void story_log_in(struct terminal *term, const char *secret)
{
	wait_for(term, "Organization code", "Client id", "Secret");
	keys(term, STORY_ORG, "Enter", STORY_CLIENT, "Enter", secret, "Enter");
}

struct terminal *story_open(struct story *story, const char *const *sandbox_options,
			    const char *const *arguments)
{
	story_sandbox(story, sandbox_options);
	struct terminal *term = story_connect(story, NULL, true, arguments);
	wait_for(term, "1 of 200", "Northpoint");
	return term;
}

struct terminal *story_open_by_hand(struct story *story, const char *const *sandbox_options)
{
	story_sandbox(story, sandbox_options);
	struct terminal *term = story_connect(story, NULL, false, NULL);
	story_log_in(term, STORY_SECRET);
	wait_for(term, "1 of 200", "Northpoint");
	return term;
}

void story_open_customer(struct terminal *term, const char *number)
{
	char title[64];

	snprintf(title, sizeof(title), "Customers > %s ", number);
	keys(term, ":", number, "Enter");
	wait_for(term, title, "Read at");
}

void story_quit(struct terminal *term)
{
	keys(term, "Q");
	assert_int_equal(wait_exit(term), 0);
	terminal_check_restored(term);
	terminal_finish(term);
}
