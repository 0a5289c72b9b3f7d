/* review.c - what is about to be sent is seen: all of it, and what its signs mean. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

/* The words 00 to 99, which are more than a small window shows at once. */
static void type_words(struct terminal *term)
{
	char text[401];

	for (int i = 0; i < 100; i++)
		memcpy(text + 4 * i, (char[]){ 'w', (char)('0' + i / 10), (char)('0' + i % 10), ' ' }, 4);
	text[399] = '\0'; /* blanks at an end are nobody's */
	keys(term, text);
}

/* What is sent is seen, to its end: by lines, by pages, and in the reader. */
static void a_long_value_is_read_to_its_end_before_it_is_sent(void **state)
{
	struct story *story = *state;
	const struct story_terminal small = { .rows = 16, .cols = 60 };
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, &small, true, NULL);
	wait_for(term, "1 of 200");
	story_open_customer(term, "HRB-1042");
	keys(term, "e");
	wait_for(term, "> Edit", "Terms");
	keys(term, "Tab", "Tab", "Tab", "Ctrl-u");
	type_words(term);
	wait_for(term, "w99");
	keys(term, "F2");
	wait_for(term, "> Review", "Terms", "w00", "1 of 1, more below");
	assert_false(terminal_has(term, "w99"));
	keys(term, "Down");
	wait_gone(term, "w00");
	wait_for(term, "Terms");
	keys(term, "PgDn");
	wait_for(term, "w99");
	wait_gone(term, "more below");
	keys(term, "PgUp", "Up");
	wait_for(term, "w00", "more below");
	keys(term, "G");
	wait_for(term, "w99");
	keys(term, "g", "Enter");
	wait_for(term, "Review > Terms", "Now:", "NET30", "After:", "w00");
	keys(term, "G");
	wait_for(term, "w99");
	keys(term, "q");
	wait_for(term, "Field", "more below");
	keys(term, "q");
	wait_gone(term, "more below");
	keys(term, "Esc");
	wait_for(term, "not saved");
	keys(term, "d");
	wait_for(term, "Discarded 1 change to HRB-1042. z brings it back.");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_long_value_is_read_to_its_end_before_it_is_sent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
