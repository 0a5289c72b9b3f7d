/* What a journal says after its program was killed, and to whom. */
/* SPDX-License-Identifier: ISC */
#include "api/api_fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/atomic_file.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/job_prices.h"
#include "work/job_texts.h"
#include "work/journal.h"
#include "work/journal_file.h"

enum { ITEMS = 200 };

static void start(struct fixture *fixture)
{
	fixture_start(fixture, NULL, 0);
	setenv("XDG_STATE_HOME", fixture->folder, 1);
	fixture_client(fixture);
}

static struct job *new_job(struct fixture *fixture, size_t count)
{
	const struct resource *customers = client_resource(fixture->client, "customers");
	struct job *job = job_new_action(customers, resource_action(customers, "deactivate"));
	char key[32];

	for (size_t i = 0; i < count; i++) {
		snprintf(key, sizeof(key), "HRB-%04zu", i);
		text_list_add(&job->keys, key);
	}
	return job;
}

static struct journal *create(struct fixture *fixture, size_t count)
{
	struct error err = { 0 };
	struct job *job = new_job(fixture, count);
	struct journal *journal = journal_create(fixture->profile, job, &err);

	assert_string_equal(err.message, "");
	job_free(job);
	return journal;
}

/* The only file there is; the caller frees. NULL: there is none. */
static char *only_id(const struct fixture *fixture)
{
	char *folder = journal_folder(fixture->profile, NULL), *id = NULL;
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (strlen(entry->d_name) > 6 &&
		    strcmp(entry->d_name + strlen(entry->d_name) - 6, ".jsonl") == 0) {
			assert_null(id);
			id = xstrdup(entry->d_name);
		}
	if (dir)
		closedir(dir);
	free(folder);
	return id;
}

static char *only_path(const struct fixture *fixture)
{
	char *id = only_id(fixture);
	char *folder = journal_folder(fixture->profile, NULL);
	char *path = xasprintf("%s%s", folder, id);

	free(folder);
	free(id);
	return path;
}

static struct journal *reopen(struct fixture *fixture, struct journal_content *content)
{
	struct error err = { 0 };
	char *id = only_id(fixture);
	struct journal *journal = journal_open(fixture->client, id, content, &err);

	assert_string_equal(err.message, "");
	assert_non_null(journal);
	free(id);
	return journal;
}

static void end(struct journal *journal, uint32_t item, enum job_outcome outcome, const char *text)
{
	assert_true(
		journal_end(journal, item,
			    &(struct job_result){ .outcome = outcome, .status = 403, .text = text },
			    NULL) >= 0);
}

/* --- what is written is read --------------------------------------------------------------- */

static void a_run_reads_back(void **state)
{
	struct fixture fixture;
	struct journal_content content;
	struct stat st;
	int status;

	(void)state;
	start(&fixture);
	struct journal *journal = create(&fixture, 5);
	char *path = only_path(&fixture);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	free(path);
	assert_true(journal_start(journal, (uint32_t[]){ 0, 1, 2, 3 }, 4, NULL));
	end(journal, 0, JOB_DONE, NULL);
	end(journal, 1, JOB_FAILED, "Your role may not \"do\" this,\nnot at all.");
	end(journal, 2, JOB_MAY_BE_DONE, "lost");
	journal_close(journal);

	journal = reopen(&fixture, &content);
	const uint8_t expected[] = { ITEM_DONE, ITEM_FAILED, ITEM_MAY_BE_DONE | ITEM_LOOK,
				     ITEM_WAITING | ITEM_STARTED | ITEM_LOOK, ITEM_WAITING };
	assert_memory_equal(content.states, expected, sizeof(expected));
	assert_string_equal(text_list_at(&content.job->keys, 4), "HRB-0004");
	assert_string_equal(content.job->action->name, "deactivate");
	char *reason = journal_reason(journal, content.lines[1], &status);
	assert_string_equal(reason, "Your role may not \"do\" this,\nnot at all.");
	assert_int_equal(status, 403);
	free(reason);
	journal_content_finish(&content);
	journal_remove_take(journal);
	assert_null(only_id(&fixture));
	fixture_stop(&fixture);
}

static void a_value_reads_back_as_it_was(void **state)
{
	struct fixture fixture;
	struct journal_content content;

	(void)state;
	start(&fixture);
	const struct resource *customers = client_resource(fixture.client, "customers");
	struct job *job = job_new_set_take(customers, schema_field(customers->schema, "terms"),
					   json_new_string("COD"));
	text_list_add(&job->keys, "A");
	text_list_add(&job->was, "\"NET\\u0000 30\"");
	text_list_add(&job->keys, "B");
	text_list_add(&job->was, "");
	journal_close(journal_create(fixture.profile, job, NULL));
	job_free(job);
	struct journal *journal = reopen(&fixture, &content);
	assert_string_equal(text_list_at(&content.job->was, 0), "\"NET\\u0000 30\"");
	assert_string_equal(text_list_at(&content.job->was, 1), "");
	assert_string_equal(json_text(content.job->value), "COD");
	char *title = job_title(content.job);
	assert_string_equal(title, "Set Terms to COD for 2 customers");
	free(title);
	journal_content_finish(&content);
	journal_close(journal);
	fixture_stop(&fixture);
}

#define WAS "[{\"tier\":\"Retail\",\"price\":1e400}]"
#define BECOMES "[{\"tier\":\"Retail\",\"price\":12.50}]"

static void create_prices(struct fixture *fixture)
{
	const struct resource *products = client_resource(fixture->client, "products");
	struct job *job = job_new_prices(
		products, schema_field(products->schema, products->prices), "Retail = 12.50");

	assert_true(job_prices_add(job, "A", "", BECOMES, NULL));
	assert_true(job_prices_add(job, "B", WAS, BECOMES, NULL));
	journal_close(journal_create(fixture->profile, job, NULL));
	job_free(job);
}

static void assert_texts(const struct job *job, size_t item, const char *was, const char *becomes)
{
	char *before = job_texts_at(job, item, JOB_WAS), *after = job_texts_at(job, item, JOB_BECOMES);

	assert_string_equal(before, was);
	assert_string_equal(after, becomes);
	free(after);
	free(before);
}

static void lists_read_back_as_they_were(void **state)
{
	struct fixture fixture;
	struct journal_content content;

	(void)state;
	start(&fixture);
	create_prices(&fixture);
	struct journal *journal = reopen(&fixture, &content);
	assert_texts(content.job, 0, "", BECOMES);
	assert_texts(content.job, 1, WAS, BECOMES);
	char *title = job_title(content.job);
	assert_string_equal(title, "Retail = 12.50 for 2 products");
	free(title);
	journal_content_finish(&content);
	journal_close(journal);
	fixture_stop(&fixture);
}

/* Nobody's prices go because a line was damaged. */
static void what_does_not_say_what_it_becomes_is_refused(void **state)
{
	struct fixture fixture;
	struct journal_content content;
	struct error err = { 0 };
	size_t len;

	(void)state;
	start(&fixture);
	create_prices(&fixture);
	char *path = only_path(&fixture), *id = only_id(&fixture);
	char *text = atomic_file_read(path, 10000, &len, NULL);
	memcpy(strstr(text, "becomes"), "bec0mes", 7);
	assert_true(atomic_file_write(path, text, len, NULL));
	assert_null(journal_open(fixture.client, id, &content, &err));
	assert_non_null(strstr(err.message, "a line does not say what its record is to become"));
	free(text);
	free(id);
	free(path);
	fixture_stop(&fixture);
}

/* --- half written --------------------------------------------------------------------------- */

static void append(const struct fixture *fixture, const char *text)
{
	char *path = only_path(fixture);
	int fd = open(path, O_WRONLY | O_APPEND);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	free(path);
}

static const struct {
	const char *tail; /* behind start 0, start 1 and done 0 */
	uint8_t second, third;
} tails[] = {
	{ "{\"done\":1}\n", ITEM_DONE, ITEM_WAITING },
	{ "{\"done\":1}", ITEM_WAITING | ITEM_STARTED | ITEM_LOOK, ITEM_WAITING },
	{ "{\"done\":1", ITEM_WAITING | ITEM_STARTED | ITEM_LOOK, ITEM_WAITING },
	{ "{", ITEM_WAITING | ITEM_STARTED | ITEM_LOOK, ITEM_WAITING },
	/* a start was never believed before its line was whole: that call has not left */
	{ "{\"start\":[2", ITEM_WAITING | ITEM_STARTED | ITEM_LOOK, ITEM_WAITING },
	/* whatever a damaged line said: everything that is not done is looked at */
	{ "{\"st@rt\":[2]\n{\"done\":1}\n", ITEM_DONE, ITEM_WAITING | ITEM_LOOK },
	{ "{\"done\":99}\n{\"done\":1}\n", ITEM_DONE, ITEM_WAITING | ITEM_LOOK },
};

static void torn_lines_say_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(tails); i++) {
		struct fixture fixture;
		struct journal_content content;

		start(&fixture);
		struct journal *journal = create(&fixture, 3);
		assert_true(journal_start(journal, (uint32_t[]){ 0, 1 }, 2, NULL));
		end(journal, 0, JOB_DONE, NULL);
		journal_close(journal);
		append(&fixture, tails[i].tail);

		journal = reopen(&fixture, &content);
		if (content.states[0] != ITEM_DONE || content.states[1] != tails[i].second ||
		    content.states[2] != tails[i].third)
			fail_msg("%s: %x %x %x", tails[i].tail, content.states[0],
				 content.states[1], content.states[2]);
		/* What is written now is not glued to what was torn. */
		end(journal, 2, JOB_DONE, NULL);
		journal_content_finish(&content);
		journal_close(journal);
		journal = reopen(&fixture, &content);
		assert_int_equal(content.states[2], ITEM_DONE);
		journal_content_finish(&content);
		journal_close(journal);
		fixture_stop(&fixture);
	}
}

/* --- whose it is ----------------------------------------------------------------------------- */

/* Runs fn in a process of its own, which is killed when go is closed. Returns its id once it says
 * that it has begun. */
static pid_t in_child(struct fixture *fixture, void (*fn)(struct fixture *fixture, int tell),
		      int *told)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		close(ends[0]);
		fn(fixture, ends[1]);
		_exit(0);
	}
	close(ends[1]);
	*told = ends[0];
	return pid;
}

static void kill_child(pid_t pid)
{
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void hold(struct fixture *fixture, int tell)
{
	create(fixture, 3);
	(void)!write(tell, "x", 1);
	for (;;)
		pause();
}

static void a_living_run_is_left_alone(void **state)
{
	struct fixture fixture;
	struct journal_list list;
	struct journal_content content;
	struct error err = { 0 };
	int told;
	char byte;

	(void)state;
	start(&fixture);
	pid_t pid = in_child(&fixture, hold, &told);
	assert_int_equal(read(told, &byte, 1), 1);
	journals_list(fixture.client, &list);
	assert_int_equal(list.count, 1);
	assert_true(list.rows[0].live);
	assert_null(journal_open(fixture.client, list.rows[0].id, &content, &err));
	assert_string_equal(err.message, "Another nymble-tui is at work on this run.");
	assert_false(journal_discard(fixture.client, list.rows[0].id, &err));
	journal_list_finish(&list);

	kill_child(pid);
	journals_list(fixture.client, &list);
	assert_false(list.rows[0].live);
	assert_string_equal(list.rows[0].title, "Deactivate 3 customers");
	assert_int_equal(list.rows[0].count[ITEM_WAITING], 3);
	assert_true(journal_discard(fixture.client, list.rows[0].id, &err));
	journal_list_finish(&list);
	assert_null(only_id(&fixture));
	close(told);
	fixture_stop(&fixture);
}

static void another_profiles_run_is_not_offered(void **state)
{
	struct fixture fixture;
	struct journal_list list;

	(void)state;
	start(&fixture);
	struct profile *other = profile_copy(fixture.profile);
	xreplace(&other->name, "another");
	struct job *job = new_job(&fixture, 1);
	journal_close(journal_create(other, job, NULL));
	xreplace(&other->name, fixture.profile->name);
	xreplace(&other->url, "http://127.0.0.1:1");
	journal_close(journal_create(other, job, NULL));
	journals_list(fixture.client, &list);
	assert_int_equal(list.count, 0);
	journal_list_finish(&list);
	job_free(job);
	profile_free(other);
	fixture_stop(&fixture);
}

static void what_is_no_run_is_named(void **state)
{
	struct fixture fixture;
	struct journal_list list;

	(void)state;
	start(&fixture);
	journal_close(create(&fixture, 1));
	char *path = only_path(&fixture);
	assert_int_equal(truncate(path, 20), 0);
	free(path);
	journals_list(fixture.client, &list);
	assert_int_equal(list.count, 1);
	assert_non_null(strstr(list.rows[0].trouble, "it ends too early"));
	journal_list_finish(&list);
	fixture_stop(&fixture);
}

/* What was being begun when its program was killed has sent nothing: it is cleared away. */
static void half_a_beginning_is_cleared_away(void **state)
{
	struct fixture fixture;
	struct journal_list list;

	(void)state;
	start(&fixture);
	journal_close(create(&fixture, 1));
	char *path = only_path(&fixture), *half = xasprintf("%s" JOURNAL_NEW_SUFFIX, path);
	assert_int_equal(rename(path, half), 0);
	journals_list(fixture.client, &list);
	assert_int_equal(list.count, 0);
	assert_int_equal(access(half, F_OK), -1);
	journal_list_finish(&list);
	free(half);
	free(path);
	fixture_stop(&fixture);
}

/* --- kill -9 ---------------------------------------------------------------------------------- */

enum { CALL_US = 500 }; /* until its answer */

/* A run as batch.c does it: a start is said before the call leaves, which is told through the pipe.
 */
static void work(struct fixture *fixture, int tell)
{
	struct journal *journal = create(fixture, ITEMS);

	for (uint32_t item = 0; item < ITEMS; item++) {
		journal_start(journal, &item, 1, NULL);
		(void)!write(tell, &item, sizeof(item));
		usleep(CALL_US);
		end(journal, item, item % 3 ? JOB_DONE : JOB_FAILED, "no");
	}
}

static int read_told(int told)
{
	uint32_t item;
	int last = -1;

	while (read(told, &item, sizeof(item)) == sizeof(item))
		last = (int)item;
	return last;
}

/* The next program knows of every call that may have left. */
static void check_after_kill(struct fixture *fixture, int last_sent)
{
	struct journal_content content;
	char *id = only_id(fixture);

	if (!id) { /* before the file had its name */
		assert_int_equal(last_sent, -1);
		return;
	}
	free(id);
	struct journal *journal = reopen(fixture, &content);
	for (int i = 0; i < ITEMS; i++) {
		uint8_t byte = content.states[i];
		bool ended = (byte & ITEM_STATE) == ITEM_DONE || (byte & ITEM_STATE) == ITEM_FAILED;

		if (i <= last_sent && !ended && !(byte & ITEM_LOOK))
			fail_msg("item %d of %d was sent, and would be sent again unseen", i,
				 last_sent);
		if (i < last_sent)
			assert_true(ended);
	}
	journal_content_finish(&content);
	journal_remove_take(journal);
}

static void kills_at_any_moment(void **state)
{
	enum { KILLS = 40, STEP_US = 400 };

	(void)state;
	for (int i = 0; i < KILLS; i++) {
		struct fixture fixture;
		int told;

		start(&fixture);
		pid_t pid = in_child(&fixture, work, &told);
		usleep((useconds_t)(i * STEP_US)); /* the moment is the point, whichever it is */
		kill_child(pid);
		check_after_kill(&fixture, read_told(told));
		close(told);
		fixture_stop(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_run_reads_back),
		cmocka_unit_test(a_value_reads_back_as_it_was),
		cmocka_unit_test(lists_read_back_as_they_were),
		cmocka_unit_test(what_does_not_say_what_it_becomes_is_refused),
		cmocka_unit_test(torn_lines_say_nothing),
		cmocka_unit_test(a_living_run_is_left_alone),
		cmocka_unit_test(another_profiles_run_is_not_offered),
		cmocka_unit_test(what_is_no_run_is_named),
		cmocka_unit_test(half_a_beginning_is_cleared_away),
		cmocka_unit_test(kills_at_any_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
