/* Other programs beside the loop. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "net/child.h"
#include "net/loop.h"

enum { PATIENCE_MS = 20 * 1000 };

struct story {
	struct loop *loop;
	struct child *child;
	char lines[1024]; /* each with | behind */
	size_t longest;
	int ends;
	bool stop_at_line;
	struct child_end end;
	char complaint[CHILD_COMPLAINT_SIZE];
};

static void on_line(void *data, char *text, size_t len)
{
	struct story *story = data;
	size_t used = strlen(story->lines);

	assert_int_equal(strlen(text), len);
	if (len > story->longest)
		story->longest = len;
	if (used + len + 2 < sizeof(story->lines))
		sprintf(story->lines + used, "%s|", text);
	if (story->stop_at_line) {
		child_stop(story->child);
		loop_stop(story->loop);
	}
}

static void on_ended(void *data, const struct child_end *end)
{
	struct story *story = data;

	story->ends++;
	story->end = *end;
	strcpy(story->complaint, end->complaint);
	loop_stop(story->loop);
}

static const struct child_handlers handlers = { .line = on_line, .ended = on_ended };

static void run_out(void *data)
{
	(void)data;
	fail_msg("the child did not do what was waited for");
}

/* Runs sh -c command until it ends, or until its first line if stop_at_line is set. */
static void run(struct story *story, const char *command)
{
	const char *const argv[] = { "sh", "-c", command, NULL };
	struct error err = { 0 };

	story->loop = loop_new(&err);
	assert_non_null(story->loop);
	story->child = child_start(story->loop, argv, &handlers, story, &err);
	assert_non_null(story->child);
	loop_after(story->loop, PATIENCE_MS, run_out, NULL);
	loop_run(story->loop);
}

static void lines_come_and_the_end_is_told(void **state)
{
	struct story story = { 0 };

	(void)state;
	run(&story, "echo one; echo; printf 'two\\nlast words'; echo oops >&2; echo 'it broke' "
		    ">&2; exit 3");
	assert_string_equal(story.lines, "one||two|last words|");
	assert_int_equal(story.ends, 1);
	assert_false(story.end.clean);
	assert_int_equal(story.end.exit_status, 3);
	assert_int_equal(story.end.signal, 0);
	assert_string_equal(story.complaint, "it broke");
	loop_free(story.loop);
}

static void a_good_end_is_clean(void **state)
{
	struct story story = { 0 };

	(void)state;
	run(&story, "true");
	assert_true(story.end.clean);
	assert_string_equal(story.complaint, "");
	loop_free(story.loop);
}

static void a_signal_is_told(void **state)
{
	struct story story = { 0 };

	(void)state;
	run(&story, "kill -KILL $$");
	assert_int_equal(story.end.signal, SIGKILL);
	assert_int_equal(story.end.exit_status, -1);
	loop_free(story.loop);
}

static void long_output_is_read_to_its_end(void **state)
{
	struct story story = { 0 };

	(void)state;
	run(&story, "head -c 300000 /dev/zero | tr '\\0' x; echo; echo end; "
		    "head -c 300000 /dev/zero | tr '\\0' e >&2");
	assert_int_equal(story.longest, CHILD_LINE_MAX);
	assert_true(story.end.clean);
	assert_int_equal(strlen(story.complaint), CHILD_COMPLAINT_SIZE - 1);
	loop_free(story.loop);
}

/* The grandchild holds the pipe, and nobody waits for it. */
static void what_it_leaves_behind_does_not_delay_its_end(void **state)
{
	struct story story = { 0 };

	(void)state;
	run(&story, "sleep 60 & echo $!");
	assert_int_equal(story.ends, 1);
	assert_true(story.end.clean);
	kill(atoi(story.lines), SIGTERM);
	loop_free(story.loop);
}

static void a_program_that_is_not_there_is_an_error(void **state)
{
	const char *const argv[] = { "/nonexistent/program", NULL };
	struct error err = { 0 };
	struct loop *loop = loop_new(&err);

	(void)state;
	assert_null(child_start(loop, argv, &handlers, NULL, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_string_equal(err.message,
			    "Cannot start /nonexistent/program: No such file or directory");
	loop_free(loop);
}

/* Nothing of ours but the lifeline, no terminal, no blocked or ignored signal. */
static void it_inherits_nothing(void **state)
{
	struct story story = { 0 };
	int ours = dup2(STDIN_FILENO, 100); /* not even one that forgot O_CLOEXEC */

	(void)state;
	assert_int_equal(ours, 100);
	run(&story, "ls /proc/self/fd | tr '\\n' ' '; readlink /proc/self/fd/0;"
		    "sed -En 's/^(Sig(Blk|Ign)).*(.{7})$/\\1 \\3/p' /proc/self/status");
	/* ls itself opens one more, the folder; seven digits are 28 signals, the C library's own
	 * are above */
	assert_string_equal(story.lines, "0 1 2 3 4 /dev/null|SigBlk 0000000|SigIgn 0000000|");
	close(ours);
	loop_free(story.loop);
}

static bool is_gone(pid_t pid)
{
	return kill(pid, 0) < 0 && errno == ESRCH;
}

static void stop_when_gone(void *data)
{
	struct story *story = data;

	if (is_gone(atoi(story->lines)))
		loop_stop(story->loop);
	else
		loop_after(story->loop, 5, stop_when_gone, story);
}

static void stopping_ends_it_and_says_no_more(void **state)
{
	struct story story = { .stop_at_line = true };

	(void)state;
	run(&story, "printf '%s\\nmore\\n' $$; sleep 60");
	story.child = NULL;
	assert_int_equal(story.ends, 0);
	loop_after(story.loop, 0, stop_when_gone, &story);
	loop_run(story.loop); /* until the process is gone, waited for and all */
	assert_null(strstr(story.lines, "more"));
	assert_int_equal(story.ends, 0);
	loop_free(story.loop);
}

static void die(void *data, char *text, size_t len)
{
	(void)data;
	(void)text;
	(void)len;
	kill(getpid(), SIGKILL);
}

/* Starts a child that opens the pipe of the test and copies its lifeline there; dies when it did.
 */
_Noreturn static void start_and_die(pid_t test, int test_fd)
{
	char command[128];
	const char *const argv[] = { "sh", "-c", command, NULL };
	struct loop *loop = loop_new(NULL);

	snprintf(command, sizeof(command), "exec 9>/proc/%d/fd/%d; echo ready; cat <&%d >&9",
		 (int)test, test_fd, CHILD_LIFELINE_FD);
	child_start(loop, argv, &(struct child_handlers){ .line = die, .ended = on_ended }, NULL,
		    NULL);
	loop_run(loop);
	_exit(1);
}

static void the_lifeline_breaks_with_us(void **state)
{
	int ends[2], status;
	char byte;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	pid_t us = fork();
	if (us == 0)
		start_and_die(getppid(), ends[1]);
	waitpid(us, &status, 0);
	assert_true(WIFSIGNALED(status));
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1),
			 0); /* end of file: cat, the last writer, is gone */
	close(ends[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_come_and_the_end_is_told),
		cmocka_unit_test(a_good_end_is_clean),
		cmocka_unit_test(a_signal_is_told),
		cmocka_unit_test(long_output_is_read_to_its_end),
		cmocka_unit_test(what_it_leaves_behind_does_not_delay_its_end),
		cmocka_unit_test(a_program_that_is_not_there_is_an_error),
		cmocka_unit_test(it_inherits_nothing),
		cmocka_unit_test(stopping_ends_it_and_says_no_more),
		cmocka_unit_test(the_lifeline_breaks_with_us),
	};

	alarm(60); /* the last test waits for end of file */
	return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
