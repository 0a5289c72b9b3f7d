/* draft_kill.c - kill -9 at random moments while people type: what is lost is what was typed in the
 * last two seconds, and a draft that was there before is never replaced by an older one. Several
 * programs at once, all of the same user; the files on disk are the judge. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "draft_file.h"
#include "support/story.h"

enum {
	ROUNDS = 5,
	PEOPLE = 10,	  /* so many kills a round */
	LOSS_MS = 2000,	  /* what may be lost */
	ALIVE_MS = 3500,  /* the longest that somebody types before the kill */
	LETTER_MS = 40,	  /* between two letters */
	REST_MS = 3000,	  /* the longest that somebody thinks */
	REST_EVERY = 25,  /* letters, about */
	TYPED_MAX = ROUNDS * ALIVE_MS / LETTER_MS,
	SEED = 20261120,  /* else NYMBLE_DRAFT_SEED */
};

static const char *const numbers[PEOPLE] = { "ADR-5306", "ADR-7594", "ALC-3348", "ALL-7085", "ALS-4907",
					     "APX-8667", "ARB-8080", "ARR-3426", "BBB-9827", "BBR-5659" };

/* Somebody who makes a customer's name longer and longer, from start to start. */
struct person {
	const char *number;
	struct terminal *term; /* NULL: killed */
	char *name;	       /* as the record has it; NULL: not known yet */
	size_t typed;	       /* letters behind it */
	size_t kept;	       /* of them, in the draft when it was looked at last */
	int64_t typed_at_ms[TYPED_MAX];
	int64_t types_at_ms, kill_at_ms; /* the next letter, and the end */
};

static int64_t random_below(int64_t limit)
{
	return random() % limit;
}

static char letter(size_t i)
{
	return (char)('a' + i % 26);
}

/* --- a round -------------------------------------------------------------------- */

/* A draft of a program that was killed is offered, and so may be those of other people. */
static void open_form(const struct person *person)
{
	struct terminal *term = person->term;

	wait_for(term, "Northpoint", "Company name", numbers[0]);
	if (terminal_has(term, "Drafts: changes"))
		keys(term, "Esc");
	story_open_customer(term, person->number);
	keys(term, "e");
	if (person->kept) {
		wait_for(term, "There is a draft of", "Continue the draft");
		keys(term, "Enter");
	}
	wait_for(term, "> Edit", "Company name");
	keys(term, "End");
}

static void type_letter(struct person *person, int64_t now_ms)
{
	char c = letter(person->typed);

	assert_true(person->typed < TYPED_MAX);
	person->typed_at_ms[person->typed++] = now_ms;
	terminal_send(person->term, &c, 1);
	person->types_at_ms =
		now_ms + (random_below(REST_EVERY) ? LETTER_MS : random_below(REST_MS));
}

/* Types and kills until nobody lives. Returns the longest that a turn took. */
static int64_t type_until_killed(struct person *people)
{
	int64_t began_ms = clock_now_ms(), turn_ms = began_ms, longest_ms = 0;
	size_t alive = PEOPLE;

	for (size_t i = 0; i < PEOPLE; i++) {
		people[i].types_at_ms = began_ms;
		people[i].kill_at_ms = began_ms + random_below(ALIVE_MS);
	}
	while (alive) {
		for (size_t i = 0; i < PEOPLE; i++) {
			struct person *person = &people[i];
			int64_t now_ms = clock_now_ms();

			if (!person->term)
				continue;
			if (now_ms >= person->kill_at_ms) {
				kill(terminal_pid(person->term), SIGKILL);
				person->kill_at_ms = now_ms;
				terminal_finish(person->term);
				person->term = NULL;
				alive--;
				continue;
			}
			if (now_ms >= person->types_at_ms)
				type_letter(person, now_ms);
			terminal_pump(person->term, 0);
		}
		usleep(1000);
		if (clock_now_ms() - turn_ms > longest_ms)
			longest_ms = clock_now_ms() - turn_ms;
		turn_ms = clock_now_ms();
	}
	return longest_ms;
}

/* --- the judge -------------------------------------------------------------------- */

/* How many of the letters are in the draft; anything else there fails the test. */
static size_t letters_in(const char *draft, const char *name)
{
	size_t len = strlen(name), count = 0;

	assert_int_equal(strncmp(draft, name, len), 0);
	while (draft[len + count]) {
		assert_int_equal(draft[len + count], letter(count));
		count++;
	}
	return count;
}

/* Returns how old the oldest letter is that was lost; 0: none was. */
static int64_t judge(const struct story *story, struct person *person)
{
	char *draft = draft_value(story, person->number, "companyName");
	size_t kept = draft ? letters_in(draft, person->name) : 0;

	free(draft);
	assert_true(kept >= person->kept);
	assert_true(kept <= person->typed);
	int64_t lost_ms = kept < person->typed ? person->kill_at_ms - person->typed_at_ms[kept] : 0;
	person->kept = person->typed = kept; /* what is lost is typed again */
	return lost_ms;
}

static int64_t play_round(struct story *story, struct person *people)
{
	const struct story_terminal with_key = { .env = { "NYMBLE_API_KEY=" STORY_KEY } };
	int64_t worst_ms = 0;

	for (size_t i = 0; i < PEOPLE; i++)
		people[i].term = story_connect(story, &with_key, false, NULL);
	for (size_t i = 0; i < PEOPLE; i++)
		open_form(&people[i]);
	int64_t late_ms = type_until_killed(people);
	for (size_t i = 0; i < PEOPLE; i++) {
		int64_t lost_ms = judge(story, &people[i]);

		/* Where this program had to wait for its turn, so had the others. */
		if (lost_ms > LOSS_MS + late_ms)
			fail_msg("%s: %lld ms of typing are lost", people[i].number,
				 (long long)lost_ms);
		if (lost_ms > worst_ms)
			worst_ms = lost_ms;
	}
	return worst_ms;
}

static void begin(struct story *story, struct person *people)
{
	story_sandbox(story, NULL);
	for (size_t i = 0; i < PEOPLE; i++) {
		people[i].number = numbers[i];
		people[i].name = customer_name(story, numbers[i]);
	}
}

static void a_kill_loses_two_seconds_at_most(void **state)
{
	struct story *story = *state;
	struct person *people = xcalloc(PEOPLE, sizeof(*people));
	const char *wanted = getenv("NYMBLE_DRAFT_SEED");
	unsigned seed = wanted ? (unsigned)strtoul(wanted, NULL, 10) : SEED;
	int64_t worst_ms = 0;

	print_message("seed %u\n", seed);
	srandom(seed);
	begin(story, people);
	for (int i = 0; i < ROUNDS; i++) {
		int64_t lost_ms = play_round(story, people);

		worst_ms = lost_ms > worst_ms ? lost_ms : worst_ms;
	}
	print_message("%d kills, at most %lld ms of typing lost\n", ROUNDS * PEOPLE,
		      (long long)worst_ms);
	for (size_t i = 0; i < PEOPLE; i++)
		free(people[i].name);
	free(people);
}

int main(void)
{
	const struct CMUnitTest tests[] = { STORY(a_kill_loses_two_seconds_at_most) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
