/* Items sent together until each wrong one stands alone. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "work/halves.h"

/* A service that refuses a part with a wrong item in it. */
struct game {
	bool wrong[HALVES_MAX], accepted[HALVES_MAX], alone[HALVES_MAX];
	bool names_them; /* its refusals name the wrong ones, or every second of them */
	bool names_half;
	size_t sends;
};

static bool refuse(const struct game *game, const uint8_t *items, size_t count, bool *blamed)
{
	bool any = false;
	size_t seen = 0;

	for (size_t i = 0; i < count; i++) {
		bool wrong = game->wrong[items[i]];
		blamed[i] = wrong && (game->names_them || (game->names_half && seen++ % 2));
		any |= wrong;
	}
	return any;
}

static void play(struct game *game, size_t count)
{
	uint8_t items[HALVES_MAX];
	bool blamed[HALVES_MAX];
	struct halves halves;
	const uint8_t *part;
	size_t part_count;

	for (size_t i = 0; i < count; i++)
		items[i] = (uint8_t)i;
	halves_init(&halves, items, count);
	while ((part = halves_next(&halves, &part_count))) {
		game->sends++;
		if (refuse(game, part, part_count, blamed) && part_count > 1) {
			halves_split(&halves, blamed);
			continue;
		}
		for (size_t i = 0; i < part_count; i++) {
			assert_false(game->accepted[part[i]] || game->alone[part[i]]);
			if (game->wrong[part[i]])
				game->alone[part[i]] = true;
			else
				game->accepted[part[i]] = true;
		}
		halves_over(&halves);
	}
	for (size_t i = 0; i < count; i++)
		assert_int_equal(game->wrong[i], game->alone[i]);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(!game->wrong[i], game->accepted[i]);
}

static void nothing_to_send(void **state)
{
	struct game game = { .sends = 0 };

	(void)state;
	play(&game, 0);
	assert_int_equal(game.sends, 0);
}

static void all_right_is_one_call(void **state)
{
	struct game game = { .sends = 0 };

	(void)state;
	play(&game, 100);
	assert_int_equal(game.sends, 1);
}

static void one_wrong_is_found_by_halving(void **state)
{
	(void)state;
	for (size_t i = 0; i < 100; i++) {
		struct game game = { .sends = 0 };

		game.wrong[i] = true;
		play(&game, 100);
		assert_in_range(game.sends, 13, 15); /* two for each halving, and the first */
	}
}

static void one_that_is_named_stands_alone_at_once(void **state)
{
	struct game game = { .names_them = true };

	(void)state;
	game.wrong[37] = true;
	play(&game, 100);
	assert_int_equal(game.sends, 3); /* all, the others, the one */
}

/* Any set of wrong ones, named well, badly or not at all. */
static void any_set_of_wrong_ones(void **state)
{
	(void)state;
	srandom(5);
	for (int round = 0; round < 3000; round++) {
		struct game game = { .names_them = round % 3 == 1, .names_half = round % 3 == 2 };
		size_t count = (size_t)(random() % (HALVES_MAX + 1));
		long odds = 1 + random() % 20;

		for (size_t i = 0; i < count; i++)
			game.wrong[i] = random() % odds == 0;
		play(&game, count);
		assert_in_range(game.sends, 0, 2 * count);
	}
}

static void what_is_over_is_not_sent_again(void **state)
{
	const uint8_t items[] = { 7, 8, 9, 10 };
	bool blamed[4] = { false }, over[HALVES_MAX] = { [9] = true };
	struct halves halves;
	size_t count;

	(void)state;
	halves_init(&halves, items, 4);
	halves_split(&halves, blamed); /* 9 and 10 are next, then 7 and 8 */
	halves_reduce(&halves, over);
	const uint8_t *part = halves_next(&halves, &count);
	assert_int_equal(count, 1);
	assert_int_equal(part[0], 10);
	over[10] = true;
	halves_reduce(&halves, over);
	part = halves_next(&halves, &count);
	assert_int_equal(count, 2);
	assert_memory_equal(part, items, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_to_send),
		cmocka_unit_test(all_right_is_one_call),
		cmocka_unit_test(one_wrong_is_found_by_halving),
		cmocka_unit_test(one_that_is_named_stands_alone_at_once),
		cmocka_unit_test(any_set_of_wrong_ones),
		cmocka_unit_test(what_is_over_is_not_sent_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
