/* A file belongs to a process as long as that lives, however it ends; of several that want a file whose
 * owner is dead, one gets it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text_list.h"
#include "folder.h"
#include "process.h"
#include "store/owned_files.h"

enum { ID_SIZE = 64 };

static void put_file(const struct owned_files *files, const char *id, const char *text)
{
	char *path = owned_files_path(files, id);

	folder_put(path, text);
	free(path);
}

static char *get_file(const struct owned_files *files, const char *id)
{
	char *path = owned_files_path(files, id);
	char *text = folder_get(path);

	free(path);
	return text;
}

/* --- the other program ------------------------------------------------------ */

/* Makes a file of its own, says its name, and lives on. */
static void own_one(int answers, int go, void *folder)
{
	struct owned_files *files = owned_files_new(folder, ".json");
	char *id = owned_files_new_id(files, NULL), said[ID_SIZE] = "";

	put_file(files, id, "theirs");
	snprintf(said, sizeof(said), "%s", id);
	if (write(answers, said, sizeof(said)) != sizeof(said))
		_exit(1);
	process_wait_for_go(go);
	free(id);
	owned_files_free(files);
}

static struct process start_owner(char *folder, char id[ID_SIZE])
{
	struct process other = process_start(own_one, folder);

	assert_int_equal(process_read(&other, id, ID_SIZE), ID_SIZE);
	return other;
}

/* --- life and death --------------------------------------------------------- */

static void a_file_of_the_living_is_not_taken(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	struct error err = { 0 };
	char id[ID_SIZE];
	struct process other = start_owner(*state, id);
	char *wanted = xstrdup(id);

	assert_int_equal(owned_files_owner(files, id), OWNER_OTHER);
	assert_false(owned_files_take(files, &wanted, &err));
	assert_int_equal(err.code, ERROR_REFUSED);
	assert_string_equal(wanted, id);
	assert_text_take(get_file(files, id), "theirs");
	process_kill(&other);
	free(wanted);
	owned_files_free(files);
}

static void kill_9_lets_go_of_it(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	char id[ID_SIZE];
	struct process other = start_owner(*state, id);

	process_kill(&other);
	char *taken = xstrdup(id);
	assert_int_equal(owned_files_owner(files, id), OWNER_NOBODY);
	assert_true(owned_files_take(files, &taken, NULL));
	assert_string_not_equal(taken, id);
	assert_int_equal(owned_files_owner(files, taken), OWNER_US);
	assert_text_take(get_file(files, taken), "theirs");
	assert_int_equal(folder_count(*state, ".json"), 1);
	free(taken);
	owned_files_free(files);
}

/* The number of a process says nothing: ours is in the name of somebody who is dead. */
static void a_process_number_used_again_is_no_life(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	char *id = xasprintf("%ld-0123456789abcdef.1", (long)getpid());
	char *lock = xasprintf("%s%ld-0123456789abcdef.lock", (char *)*state, (long)getpid());

	folder_put(lock, "");
	put_file(files, id, "old");
	assert_int_equal(owned_files_owner(files, id), OWNER_NOBODY);
	assert_true(owned_files_take(files, &id, NULL));
	free(id);
	free(lock);
	owned_files_free(files);
}

static void an_end_in_order_leaves_the_file_alone(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	char id[ID_SIZE];
	struct process other = start_owner(*state, id);

	process_let_go(&other);
	assert_int_equal(process_join(&other), 0);
	assert_int_equal(folder_count(*state, ".lock"), 0);
	assert_text_take(get_file(files, id), "theirs");
	assert_int_equal(owned_files_owner(files, id), OWNER_NOBODY);
	owned_files_free(files);
}

static void what_is_released_is_for_anybody(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	struct text_list ids = { 0 };
	char *id = owned_files_new_id(files, NULL);

	put_file(files, id, "ours");
	owned_files_release(files, id);
	owned_files_list(files, &ids);
	assert_int_equal(ids.count, 1);
	assert_int_equal(owned_files_owner(files, text_list_at(&ids, 0)), OWNER_NOBODY);
	assert_text_take(get_file(files, text_list_at(&ids, 0)), "ours");
	text_list_finish(&ids);
	free(id);
	owned_files_free(files);
}

static void a_lock_that_somebody_removed_is_made_again(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	struct owned_files *other = owned_files_new(*state, ".json");
	char *id = owned_files_new_id(files, NULL);
	char *lock = folder_find(*state, ".lock");

	put_file(files, id, "ours");
	unlink(lock);
	assert_int_equal(owned_files_owner(other, id), OWNER_NOBODY);
	assert_true(owned_files_hold(files, NULL));
	assert_int_equal(owned_files_owner(other, id), OWNER_OTHER);
	free(lock);
	free(id);
	owned_files_free(other);
	owned_files_free(files);
}

/* --- clearing away ----------------------------------------------------------- */

static void what_the_dead_left_half_written_goes(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	char dead_id[ID_SIZE], id[ID_SIZE];
	struct process dead = start_owner(*state, dead_id), living = start_owner(*state, id);
	char *dead_half = xasprintf("%s%s.json.a8Kp2x", (char *)*state, dead_id);
	char *half = xasprintf("%s%s.json.a8Kp2x", (char *)*state, id);

	process_kill(&dead);
	folder_put(dead_half, "{");
	folder_put(half, "{");
	owned_files_clean(files);
	assert_int_equal(access(dead_half, F_OK), -1);
	assert_int_equal(access(half, F_OK), 0);
	assert_int_equal(folder_count(*state, ".lock"), 1);
	assert_int_equal(owned_files_owner(files, id), OWNER_OTHER);
	assert_text_take(get_file(files, dead_id), "theirs");
	process_kill(&living);
	free(dead_half);
	free(half);
	owned_files_free(files);
}

static void other_files_in_the_folder_are_none_of_ours(void **state)
{
	static const char *const names[] = { "notes.json", ".json", "a.b.json", "4711-00.1.json.bak",
					     "4711-00.1.txt", "README" };
	struct owned_files *files = owned_files_new(*state, ".json");
	struct text_list ids = { 0 };

	for (size_t i = 0; i < CASES(names); i++) {
		char *path = xasprintf("%s%s", (char *)*state, names[i]);

		folder_put(path, "mine");
		free(path);
	}
	owned_files_list(files, &ids);
	assert_int_equal(ids.count, 0);
	text_list_finish(&ids);
	owned_files_free(files);
}

/* --- all at once -------------------------------------------------------------- */

enum { FILES = 200, TAKERS = 4, LIVES = 100, QUESTIONS = 20000 };

/* Takes what it can get, and says how many that were. */
static void take_all(int answers, int go, void *folder)
{
	struct owned_files *files = owned_files_new(folder, ".json");
	unsigned char taken = 0;

	process_wait_for_go(go);
	for (int i = 0; i < FILES; i++) {
		char *id = xasprintf("kept-%016x.1", (unsigned)i);

		taken += owned_files_take(files, &id, NULL);
		free(id);
	}
	if (write(answers, &taken, 1) != 1)
		_exit(1);
	owned_files_free(files);
}

static void of_several_who_want_a_file_one_gets_it(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	struct process takers[TAKERS];
	unsigned all = 0;

	for (int i = 0; i < FILES; i++) {
		char *id = xasprintf("kept-%016x.1", (unsigned)i);

		put_file(files, id, "wanted");
		free(id);
	}
	for (int i = 0; i < TAKERS; i++)
		takers[i] = process_start(take_all, *state);
	for (int i = 0; i < TAKERS; i++)
		process_let_go(&takers[i]);
	for (int i = 0; i < TAKERS; i++) {
		unsigned char taken = 0;

		assert_int_equal(process_read(&takers[i], &taken, 1), 1);
		assert_int_equal(process_join(&takers[i]), 0);
		all += taken;
	}
	assert_int_equal(all, FILES);
	assert_int_equal(folder_count(*state, ".json"), FILES);
	assert_int_equal(folder_count(*state, "kept-"), 0);
	owned_files_free(files);
}

static void ask_for_ever(int answers, int go, void *folder)
{
	struct owned_files *files = owned_files_new(folder, ".json");

	(void)answers;
	(void)go;
	for (;;)
		owned_files_owner(files, "4711-0123456789abcdef.1");
}

/* Who asks whether an owner lives must not be taken for him by who asks at the same time. */
static void asking_is_no_life(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	char *lock = xasprintf("%s4711-0123456789abcdef.lock", (char *)*state);

	folder_put(lock, "");
	struct process other = process_start(ask_for_ever, *state);
	for (int i = 0; i < QUESTIONS; i++)
		assert_int_equal(owned_files_owner(files, "4711-0123456789abcdef.1"), OWNER_NOBODY);
	process_kill(&other);
	free(lock);
	owned_files_free(files);
}

static void clean_for_ever(int answers, int go, void *folder)
{
	struct owned_files *files = owned_files_new(folder, ".json");

	(void)answers;
	(void)go;
	for (;;)
		owned_files_clean(files);
}

/* Whoever clears away must not take a lock that is just being made for that of a dead one. */
static void clearing_away_takes_nobody_for_dead(void **state)
{
	struct owned_files *files = owned_files_new(*state, ".json");
	struct process cleaners[2];

	for (size_t i = 0; i < CASES(cleaners); i++)
		cleaners[i] = process_start(clean_for_ever, *state);
	for (int i = 0; i < LIVES; i++) {
		struct owned_files *other = owned_files_new(*state, ".json");
		char *id = owned_files_new_id(other, NULL);

		assert_non_null(id);
		assert_int_equal(owned_files_owner(files, id), OWNER_OTHER);
		free(id);
		owned_files_free(other);
	}
	for (size_t i = 0; i < CASES(cleaners); i++)
		process_kill(&cleaners[i]);
	owned_files_free(files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_file_of_the_living_is_not_taken),
		IN_FOLDER(kill_9_lets_go_of_it),
		IN_FOLDER(a_process_number_used_again_is_no_life),
		IN_FOLDER(an_end_in_order_leaves_the_file_alone),
		IN_FOLDER(what_is_released_is_for_anybody),
		IN_FOLDER(a_lock_that_somebody_removed_is_made_again),
		IN_FOLDER(what_the_dead_left_half_written_goes),
		IN_FOLDER(other_files_in_the_folder_are_none_of_ours),
		IN_FOLDER(of_several_who_want_a_file_one_gets_it),
		IN_FOLDER(asking_is_no_life),
		IN_FOLDER(clearing_away_takes_nobody_for_dead),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
