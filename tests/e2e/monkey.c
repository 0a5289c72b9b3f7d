/* monkey.c - random keys, clicks, pastes, window sizes and stops, while the service is slow, fails, forgets
 * its tokens or goes away. Nothing is looked at but that keys are answered and that all ends well;
 * built with
 * --enable-sanitizers, their reports and leaks make the exit status wrong.
 *
 * NYMBLE_MONKEY_SEED (1) and NYMBLE_MONKEY_ROUNDS (12) are the stream of chance and its length. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "support/story.h"

enum { KEYS_A_ROUND = 25, TRIES = 4, TRY_MS = 2500 };

struct monkey {
	struct story *story;
	struct terminal *term;
	unsigned int chance;
	bool own; /* the program starts its sandbox itself */
};

static unsigned int pick(struct monkey *monkey, unsigned int below)
{
	monkey->chance = monkey->chance * 1103515245 + 12345;
	return (monkey->chance >> 16) % below;
}

static long setting(const char *name, long otherwise)
{
	const char *text = getenv(name);

	return text ? atol(text) : otherwise;
}

/* --- what it does ---------------------------------------------------------- */

/* No Ctrl-c and no Ctrl-z: behind a Q they are the signals of a terminal that is no longer raw. */
static const char *const pool[] = {
	"Down",      "Down",  "Down",  "Up",    "Up",    "Left", "Right",     "PgDn",   "PgUp",
	"Home",      "End",   "Enter", "Enter", "Enter", "Esc",  "Esc",       "Tab",    "Tab",
	"Shift-Tab", "Space", "Space", "F1",    "F3",    "F5",   "Backspace", "Ctrl-u", "Del",
	"Ctrl-a",    "q",     "q",     "x",     "x",     "x",    "m",         "*",      "U",
	"L",         "1",     "2",     "3",     "9",     "0",    "/",         "f",      "F",
	"o",         "<",     ">",     "!",     "r",     "+",    "-",         "J",      "K",
	"?",         ":",     "y",     "n",     "g",     "G",    "Ctrl-l",    "Ctrl-p", "Alt-x",
	"F12",       "a",     "e",     "acme",  "é",     "日本", "HRB-1042",  "login",  "Q",
	/* What forms, reviews, histories, drafts and runs know. */
	"e",         "e",     "a",     "z",     "H",     "F2",   "F2",        "s",      "s",
	"d",         "m",     "t",     "p",     "n",     "u",    "Alt-s",     "Ctrl-w", "Ctrl-y",
	"Alt-b",     "F4",    "12",    "x@y.z", "E",     "drafts", "runs",    "4",      "yes",
};

static const char *const pasted[] = {
	"Harbor",
	"%s%n%d/../%2f\\\"'&=;",
	"\001\033[2J\033]0;title\007\r\n\tx",
	"\xff\xc0\xaf\xed\xa0\x80 half \xe6\x97",
	"👨‍👩‍👧‍👦🇳🇴\u202egnol\u0301\u0301\u0301",
	"",
};

static const char *const torn[] = {
	"\033",      "\033[", "\033[1;", "\033O",          "[B",         "\033[999999999999~",
	"\033[200~", "\xe6",  "\x97",    "\033\033\033[A", "\033]52;c;", "\033[<0;1;1M",
	"\033[201~",
};

/* A click, twice as a rule, or the wheel; often where there is nothing. */
static void click(struct monkey *monkey)
{
	static const int buttons[] = { 0, 0, 0, 0, 64, 65, 2, 35 };
	int button = buttons[pick(monkey, CASES(buttons))];
	int row = 1 + (int)pick(monkey, 26), col = 1 + (int)pick(monkey, 90);
	char bytes[64];
	int len = snprintf(bytes, sizeof(bytes), "\033[<%d;%d;%dM", button, col, row);

	for (unsigned int times = 1 + pick(monkey, 2); times > 0; times--)
		terminal_send(monkey->term, bytes, (size_t)len);
}

static void press(struct monkey *monkey)
{
	unsigned int kind = pick(monkey, 40);

	if (kind == 0) {
		terminal_paste(monkey->term, pasted[pick(monkey, CASES(pasted))]);
	} else if (kind == 1) {
		const char *bytes = torn[pick(monkey, CASES(torn))];
		terminal_send(monkey->term, bytes, strlen(bytes));
	} else if (kind == 2) {
		terminal_resize(monkey->term, 3 + (int)pick(monkey, 58),
				10 + (int)pick(monkey, 191));
	} else if (kind < 7) {
		click(monkey);
	} else {
		keys(monkey->term, pool[pick(monkey, CASES(pool))]);
	}
	if (pick(monkey, 3) == 0)
		terminal_pump(monkey->term, (int)pick(monkey, 60));
}

static const char *const moods[][7] = {
	{ "--latency", "20" },
	{ "--error-rate", "30" },
	{ "--expire-tokens", "2" },
	{ "--latency", "300", "--error-rate", "10", "--expire-tokens", "5" },
};

static void replace_sandbox(struct monkey *monkey)
{
	char port[16];
	const char *words[10] = { "--reset", "--port", port };
	const char *const *mood = moods[pick(monkey, CASES(moods))];

	snprintf(port, sizeof(port), "%d", sandbox_port(monkey->story->sandbox));
	for (size_t i = 0; mood[i]; i++)
		words[3 + i] = mood[i];
	sandbox_end(monkey->story->sandbox, SIGKILL);
	for (unsigned int alone = pick(monkey, KEYS_A_ROUND); alone > 0; alone--)
		press(monkey);
	story_sandbox(monkey->story, words);
}

/* --- what must hold -------------------------------------------------------- */

static bool has_cleared(struct terminal *term, size_t from)
{
	size_t len;
	const char *log = terminal_log(term, &len);

	return len > from && memmem(log + from, len - from, "\033[2J", 4);
}

/* Whether the screen is painted anew, or the program ends, soon. */
static bool paints(struct terminal *term, size_t from)
{
	int64_t end = clock_now_ms() + TRY_MS;

	while (!terminal_ended(term) && !has_cleared(term, from) && clock_now_ms() < end)
		terminal_pump(term, 50);
	return terminal_ended(term) || has_cleared(term, from);
}

/* Ctrl-l paints anew: at once, unless what was torn or pasted before it takes it for its own. */
static bool answers(struct monkey *monkey)
{
	for (int i = 0; i < TRIES; i++) {
		size_t from;
		terminal_log(monkey->term, &from);
		keys(monkey->term, "Ctrl-l");
		if (paints(monkey->term, from))
			return true;
	}
	return false;
}

static void want_the_mouse(const struct story *story)
{
	char path[256], folder[128];

	snprintf(folder, sizeof(folder), "%s/.config", story->home);
	mkdir(folder, 0700);
	snprintf(folder, sizeof(folder), "%s/.config/nymble-tui", story->home);
	mkdir(folder, 0700);
	snprintf(path, sizeof(path), "%s/config", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("mouse = true\n", file);
	fclose(file);
}

static void begin(struct monkey *monkey)
{
	want_the_mouse(monkey->story);
	monkey->term = monkey->own ? story_start(NULL, WORDS("--sandbox"))
				   : story_connect(monkey->story, NULL, true, NULL);
	wait_for(monkey->term, "Company name"); /* drafts may be offered in a box over the list */
}

/* The last that it wrote: a report that the screen has no room for. */
static void print_end(struct terminal *term)
{
	enum { SHOWN = 16000 };
	size_t len;
	const char *log = terminal_log(term, &len);

	fwrite(len > SHOWN ? log + len - SHOWN : log, 1, len > SHOWN ? SHOWN : len, stderr);
}

static void expect_good_end(struct monkey *monkey)
{
	int status = wait_exit(monkey->term);

	if (status != 0)
		print_end(monkey->term);
	assert_int_equal(status, 0);
	terminal_check_restored(monkey->term);
	terminal_finish(monkey->term);
}

static void expect_answer(struct monkey *monkey)
{
	terminal_resize(monkey->term, 24, 80);
	if (!answers(monkey)) {
		terminal_print(monkey->term);
		fail_msg("no answer to a key");
	}
}

static void stop_and_continue(struct monkey *monkey)
{
	terminal_signal(monkey->term, SIGTSTP);
	wait_stopped(monkey->term);
	terminal_check_restored(monkey->term);
	terminal_signal(monkey->term, SIGCONT);
	expect_answer(monkey);
}

static void play(struct monkey *monkey)
{
	long rounds = setting("NYMBLE_MONKEY_ROUNDS", 12);

	begin(monkey);
	for (long round = 0; round < rounds; round++) {
		for (int i = 0; i < KEYS_A_ROUND; i++)
			press(monkey);
		if (!monkey->own && pick(monkey, 6) == 0)
			replace_sandbox(monkey);
		expect_answer(monkey);
		if (!terminal_ended(monkey->term) && pick(monkey, 8) == 0)
			stop_and_continue(monkey);
		if (terminal_ended(monkey->term)) {
			expect_good_end(monkey);
			begin(monkey);
		}
	}
	terminal_signal(monkey->term, SIGTERM);
	expect_good_end(monkey);
}

static void on_a_service_with_moods(void **state)
{
	struct monkey monkey = { .story = *state,
				 .chance = (unsigned int)setting("NYMBLE_MONKEY_SEED", 1) };

	story_sandbox(monkey.story, moods[0]);
	play(&monkey);
}

static void on_a_sandbox_of_its_own(void **state)
{
	struct monkey monkey = { .story = *state,
				 .own = true,
				 .chance = (unsigned int)setting("NYMBLE_MONKEY_SEED", 1) };

	play(&monkey);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(on_a_service_with_moods),
		STORY(on_a_sandbox_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
