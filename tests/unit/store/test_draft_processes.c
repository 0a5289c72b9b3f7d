/* Drafts with other programs at work: nobody takes another's, and kill -9 leaves the last one whole. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "draft_fixture.h"
#include "folder.h"
#include "process.h"
#include "schema/edit.h"
#include "store/draft.h"

enum { KILLS = 50, SEED = 20260518, ID_SIZE = 64 };

/* --- other programs ---------------------------------------------------------------- */

static void keep_one(int answers, int go, void *data)
{
	char said[ID_SIZE] = "";

	(void)data;
	char *id = save_named(shop(), "Theirs");
	snprintf(said, sizeof(said), "%s", id);
	if (write(answers, said, sizeof(said)) != sizeof(said))
		_exit(1);
	process_wait_for_go(go);
}

static void a_live_one_is_named_and_not_taken(void **state)
{
	struct drafts *drafts = shop();
	struct process other = process_start(keep_one, NULL);
	struct draft_list list = { 0 };
	struct error err = { 0 };
	char id[ID_SIZE];

	(void)state;
	assert_int_equal(process_read(&other, id, ID_SIZE), ID_SIZE);
	drafts_list(drafts, &list);
	assert_int_equal(list.count, 1);
	assert_true(list.rows[0].live);
	assert_string_equal(list.rows[0].title, "Theirs");
	assert_int_equal(drafts_count(drafts), 0);
	assert_null(draft_take(drafts, &customers, &list.rows[0].id, &err));
	assert_int_equal(err.code, ERROR_REFUSED);
	assert_false(draft_remove(drafts, list.rows[0].id, &err));

	process_kill(&other);
	assert_int_equal(drafts_count(drafts), 1);
	assert_text_take(take_name(drafts, id), "Theirs");
	draft_list_finish(&list);
	drafts_close(drafts);
}

static void take_it(int answers, int go, void *id)
{
	struct drafts *drafts = shop();
	char *taken = xstrdup(id);
	char won = 0;

	process_wait_for_go(go);
	won = draft_take(drafts, &customers, &taken, NULL) != NULL;
	if (write(answers, &won, 1) != 1)
		_exit(1);
	process_wait_for_go(go); /* it stays open */
}

static void of_two_who_open_a_draft_one_does(void **state)
{
	enum { ROUNDS = 30 };

	for (int round = 0; round < ROUNDS; round++) {
		struct drafts *drafts = shop();
		char *id = save_named(drafts, "Wanted");
		struct process programs[2];
		char won[2] = { 0 };

		drafts_close(drafts);
		for (size_t i = 0; i < 2; i++)
			programs[i] = process_start(take_it, id);
		for (size_t i = 0; i < 2; i++)
			process_let_go(&programs[i]);
		for (size_t i = 0; i < 2; i++)
			assert_int_equal(process_read(&programs[i], &won[i], 1), 1);
		assert_int_equal(won[0] + won[1], 1);
		assert_int_equal(folder_count(*state, ".json"), 1);
		for (size_t i = 0; i < 2; i++)
			process_kill(&programs[i]);
		char *path = folder_find(*state, ".json");
		unlink(path);
		free(path);
		free(id);
	}
}

/* --- kill -9 -------------------------------------------------------------------- */

/* Types a number after the other, and says each when its draft is there. */
static void type_numbers(int answers, int go, void *data)
{
	struct drafts *drafts = shop();
	struct edit *edit = edit_of_harborline();
	char *id = NULL, name[16];

	(void)go;
	(void)data;
	for (unsigned i = 1;; i++) {
		snprintf(name, sizeof(name), "%u", i);
		type(edit, "companyName", name);
		if (!draft_save(drafts, &customers, edit, &id, NULL) ||
		    write(answers, &i, sizeof(i)) != sizeof(i))
			_exit(1);
	}
}

/* What it had said when it was killed: at least that much is in the file. */
static unsigned last_number(const struct process *process, unsigned number)
{
	unsigned next;

	while (process_read(process, &next, sizeof(next)) == sizeof(next))
		number = next;
	return number;
}

static void a_kill_leaves_the_last_draft_whole(void **state)
{
	size_t half_written = 0;

	srandom(SEED);
	for (int i = 0; i < KILLS; i++) {
		struct process typist = process_start(type_numbers, NULL);
		unsigned first = 0;

		assert_int_equal(process_read(&typist, &first, sizeof(first)), sizeof(first));
		usleep((useconds_t)(random() % 8000));
		kill(typist.pid, SIGKILL);
		unsigned said = last_number(&typist, first);
		process_kill(&typist);
		half_written += folder_count(*state, ".json.");

		struct drafts *drafts = shop();
		struct draft_list list = { 0 };
		drafts_list(drafts, &list);
		assert_int_equal(list.count, 1);
		assert_int_equal(folder_count(*state, ".json"), 1);
		assert_int_equal(folder_count(*state, ".lock"), 0);
		char *name = take_name(drafts, list.rows[0].id);
		unsigned long found = strtoul(name, NULL, 10);
		if (found < said || found > said + 1)
			fail_msg("kill %d of seed %d: %u was kept, %s is there", i, SEED, said, name);
		drafts_close(drafts);
		char *path = folder_find(*state, ".json");
		unlink(path);
		free(path);
		free(name);
		draft_list_finish(&list);
	}
	print_message("%zu of %d kills came between write and rename\n", half_written, KILLS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_live_one_is_named_and_not_taken),
		IN_FOLDER(of_two_who_open_a_draft_one_does),
		IN_FOLDER(a_kill_leaves_the_last_draft_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
