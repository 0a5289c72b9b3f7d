/* screens.c - every screen that there is, in three looks at once: with colours, in mono, and with
 * ASCII signs alone. What one says the others say: no meaning is in a colour. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <ctype.h>
#include <signal.h>
#include <unistd.h>

#include "base/colour.h"
#include "e2e/draft_file.h"
#include "e2e/places.h"
#include "support/story.h"

enum look { DARK, MONO, ASCII, LOOKS };
enum { ROWS = 24, COLS = 80 };

/* The same program on the same data, each with a home and a sandbox of its own. */
struct looks {
	struct story *stories[LOOKS];
	struct terminal *terms[LOOKS];
};

static const char *const *const arguments[LOOKS] = {
	[DARK] = WORDS("--theme", "dark"),
	[MONO] = WORDS("--theme", "mono"),
	[ASCII] = WORDS("--ascii"),
};

static int looks_setup(void **state)
{
	struct looks *looks = calloc(1, sizeof(*looks));

	unlink(PLACES_FILE); /* of a test that failed */
	for (int i = 0; i < LOOKS; i++) {
		void *story;

		story_setup(&story);
		looks->stories[i] = story;
		story_sandbox(story, NULL);
		STORY_THROUGH(looks->stories[i], { .nth = -1 }); /* no fault yet */
	}
	*state = looks;
	return 0;
}

static int looks_teardown(void **state)
{
	struct looks *looks = *state;

	for (int i = 0; i < LOOKS; i++) {
		void *story = looks->stories[i];
		story_teardown(&story);
	}
	unlink(PLACES_FILE);
	free(looks);
	return 0;
}

static bool draft_is_there(struct terminal *term, void *story)
{
	(void)term;
	return draft_count(story) > 0;
}

static void leave_draft(struct story *story)
{
	struct terminal *term = story_connect(story, NULL, true, NULL);

	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "e");
	wait_for(term, "> Edit");
	keys(term, "X");
	wait_until(term, draft_is_there, story, "a draft");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);
}

static struct terminal *begin(struct looks *looks, enum look look, enum place_start start)
{
	struct story *story = looks->stories[look];

	setenv("HOME", story->home, 1);
	if (start == AT_DRAFT)
		leave_draft(story);
	struct terminal *term =
		story_connect(story, NULL, start == AT_LIST || start == AT_DRAFT, arguments[look]);
	if (start == BY_HAND)
		story_log_in(term, STORY_SECRET);
	if (start == AT_LIST || start == BY_HAND)
		wait_for(term, "1 of 200", "Northpoint");
	return term;
}

/* --- going there ----------------------------------------------------------- */

static void go(struct terminal *term, struct story *story, const char *const *way,
	       void (*behind)(struct story *story))
{
	for (; *way; way++) {
		if (!way[1] && behind)
			behind(story);
		if (**way == '\x01')
			wait_for(term, *way + 1);
		else
			keys(term, *way);
	}
}

static void go_back(struct terminal *term, struct story *story, const struct place *place)
{
	STORY_THROUGH(story, { .nth = -1 });
	go(term, story, place->back ? place->back : WORDS("Esc"), NULL);
	wait_for(term, ">  ADR-5306", "e edit  a new");
}

/* --- what it says ---------------------------------------------------------- */

/* Without digits, which differ in ports, times and sizes. */
static void read_row(const struct terminal *term, int row, char out[TERMINAL_ROW_SIZE])
{
	terminal_row(term, row, out);
	for (char *c = out; *c; c++)
		if (isdigit((unsigned char)*c))
			*c = '0';
}

/* How many rows differ; the last of them. */
static int count_different(const struct looks *looks, int *where)
{
	int different = 0;

	for (int row = 0; row < ROWS; row++) {
		char dark[TERMINAL_ROW_SIZE], mono[TERMINAL_ROW_SIZE];

		read_row(looks->terms[DARK], row, dark);
		read_row(looks->terms[MONO], row, mono);
		if (strcmp(dark, mono) == 0)
			continue;
		different++;
		*where = row;
	}
	return different;
}

static bool same_text(struct terminal *term, void *data)
{
	const struct looks *looks = data;
	int where;

	(void)term;
	terminal_pump(looks->terms[DARK], 0);
	return count_different(looks, &where) == 0;
}

/* Colours of dark that warn, and the signs that say the same. */
static const struct {
	int colour;
	const char *signs;
} warnings[] = { { 203, "!" }, { COLOUR_YELLOW, "~*?" } };

static bool row_has_colour(const struct terminal *term, int row, int colour)
{
	for (int col = 0; col < COLS; col++)
		if (terminal_cell(term, row, col).fg == colour)
			return true;
	return false;
}

/* The sign stands in the row, or the row goes on with what the one above it says. */
static void check_signs(const struct terminal *term, const struct place *place)
{
	for (size_t i = 0; i < CASES(warnings); i++) {
		bool said = false;

		for (int row = 0; row < ROWS; row++) {
			char text[TERMINAL_ROW_SIZE];

			terminal_row(term, row, text);
			bool warns = row_has_colour(term, row, warnings[i].colour);
			said = warns && (said || strpbrk(text, warnings[i].signs));
			if (!warns || said)
				continue;
			terminal_print(term);
			fail_msg("%s: row %d warns by its colour alone", place->class, row);
		}
	}
}

static void check_colourless(const struct terminal *term, const struct place *place)
{
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++) {
			struct terminal_cell cell = terminal_cell(term, row, col);

			if (cell.fg >= 0 || cell.bg >= 0)
				fail_msg("%s: a colour in row %d", place->class, row);
		}
}

static void check_ascii(const struct terminal *term, const struct place *place)
{
	size_t len;
	const char *log = terminal_log(term, &len);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)log[i] >= 0x80) {
			terminal_print(term);
			fail_msg("%s: a byte beyond ASCII", place->class);
		}
}

/* What a text says where only ASCII is shown. */
static bool shows_in_ascii(const struct terminal *term, const char *text)
{
	for (const char *c = text; *c; c++)
		if ((unsigned char)*c >= 0x80)
			return true;
	return terminal_has(term, text);
}

static void visit(struct looks *looks, const struct place *place)
{
	for (int i = 0; i < LOOKS; i++)
		go(looks->terms[i], looks->stories[i], place->way, place->behind);
	for (const char *const *text = place->shows; *text; text++)
		for (int i = 0; i < LOOKS; i++)
			if (i != ASCII || !shows_in_ascii(looks->terms[i], *text))
				wait_for(looks->terms[i], *text);
	if (!place->differs)
		wait_until(looks->terms[MONO], same_text, looks, place->class);
	check_signs(looks->terms[DARK], place);
	check_colourless(looks->terms[MONO], place);
	check_ascii(looks->terms[ASCII], place);
}

static void visit_all_from(struct looks *looks, enum place_start start)
{
	for (int i = 0; i < LOOKS; i++)
		looks->terms[i] = begin(looks, (enum look)i, start);
	for (size_t at = 0; at < place_count; at++) {
		if (places[at].start != start)
			continue;
		visit(looks, &places[at]);
		for (int i = 0; i < LOOKS && start == AT_LIST; i++)
			go_back(looks->terms[i], looks->stories[i], &places[at]);
	}
	for (int i = 0; i < LOOKS; i++)
		terminal_finish(looks->terms[i]);
}

static void every_screen_says_the_same_in_every_look(void **state)
{
	visit_all_from(*state, AT_LIST);
	visit_all_from(*state, AT_LOGIN);
	visit_all_from(*state, BY_HAND);
	visit_all_from(*state, AT_DRAFT);
}

static bool has_place(const char *class)
{
	for (size_t i = 0; i < place_count; i++)
		if (strcmp(places[i].class, class) == 0)
			return true;
	return false;
}

/* All values of struct screen_class in the sources. */
static void every_class_has_a_place(void **state)
{
	char *command, class[64];
	int count = 0;

	(void)state;
	assert_true(asprintf(&command,
			     "sed -n 's/^\\(static \\)\\?const struct screen_class \\([a-z_]*\\) = "
			     ".*/\\2/p' "
			     "%s/src/ui/*.c %s/src/screens/*.c",
			     getenv("TOP_SRCDIR"), getenv("TOP_SRCDIR")) > 0);
	FILE *classes = popen(command, "r");
	free(command);
	for (; fscanf(classes, "%63s", class) == 1; count++)
		if (!has_place(class))
			fail_msg("%s has no row in tests/e2e/places.c", class);
	pclose(classes);
	assert_true(count > 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_class_has_a_place),
		cmocka_unit_test_setup_teardown(every_screen_says_the_same_in_every_look,
						looks_setup, looks_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
