/* One sleep for everything: descriptors, timers, signals; and none of it wakes without a reason. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "net/loop.h"

struct log {
	struct loop *loop;
	char text[64]; /* a letter for each thing that happened */
	int fd;
	struct timer *other;
};

static void note(struct log *log, char what)
{
	size_t len = strlen(log->text);

	if (len + 1 < sizeof(log->text))
		log->text[len] = what;
}

static struct log start(void)
{
	struct error err = { 0 };
	struct log log = { .loop = loop_new(&err), .fd = -1 };

	assert_non_null(log.loop);
	return log;
}

static void on_a(void *data)
{
	note(data, 'a');
}

static void on_b(void *data)
{
	note(data, 'b');
}

static void on_paint(void *data)
{
	note(data, 'p');
}

static void on_stop(void *data)
{
	struct log *log = data;

	note(log, '.');
	loop_stop(log->loop);
}

static void timers_run_in_their_order(void **state)
{
	struct log log = start();

	(void)state;
	loop_after(log.loop, 20, on_stop, &log);
	loop_after(log.loop, 10, on_b, &log);
	loop_after(log.loop, 0, on_a, &log);
	loop_after(log.loop, 0, on_b, &log); /* due together: as they were made */
	loop_run(log.loop);
	assert_string_equal(log.text, "abb.");
	loop_free(log.loop);
}

static void cancel_other(void *data)
{
	struct log *log = data;

	note(log, 'c');
	timer_cancel(log->other);
}

static void a_timer_that_was_cancelled_does_not_run(void **state)
{
	struct log log = start();

	(void)state;
	loop_after(log.loop, 0, cancel_other, &log);
	log.other = loop_after(log.loop, 0, on_a, &log); /* due in the same turn */
	timer_cancel(loop_after(log.loop, 0, on_b, &log));
	timer_cancel(NULL);
	loop_after(log.loop, 0, on_stop, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "c.");
	loop_free(log.loop);
}

static void again(void *data)
{
	struct log *log = data;

	note(log, 'a');
	if (strlen(log->text) < 7)
		loop_after(log->loop, 0, again, log);
	else
		loop_stop(log->loop);
}

static void a_timer_made_in_a_turn_waits_for_the_next(void **state)
{
	struct log log = start();

	(void)state;
	loop_before_sleep(log.loop, on_paint, &log);
	loop_after(log.loop, 0, again, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "papapapa"); /* painted between, once a turn */
	loop_free(log.loop);
}

static void a_stop_may_come_before_the_run(void **state)
{
	struct log log = start();

	(void)state;
	loop_stop(log.loop);
	loop_after(log.loop, 0, on_a, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "");
	loop_after(log.loop, 0, on_stop, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "a.");
	loop_free(log.loop);
}

static void on_readable(void *data)
{
	struct log *log = data;
	char bytes[16];
	ssize_t got = read(log->fd, bytes, sizeof(bytes));

	note(log, got > 0 ? bytes[0] : '0');
	if (got <= 0) {
		loop_unwatch(log->loop, log->fd);
		loop_after(log->loop, 30, on_stop, log);
	}
}

static void a_watch_tells_of_data_and_of_a_hang_up_once(void **state)
{
	struct log log = start();
	struct error err = { 0 };
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	log.fd = ends[0];
	assert_true(loop_watch(log.loop, ends[0], on_readable, &log, &err));
	assert_int_equal(write(ends[1], "x", 1), 1);
	close(ends[1]);
	loop_run(log.loop);
	assert_string_equal(log.text, "x0.");
	assert_int_equal(loop_wakeups(log.loop), 3); /* data, its end, the timer: no turn in vain */
	close(ends[0]);
	loop_free(log.loop);
}

static void what_cannot_be_watched_is_refused(void **state)
{
	struct log log = start();
	struct error err = { 0 };
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);

	(void)state;
	assert_false(loop_watch(log.loop, fd, on_a, &log, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_non_null(strstr(err.message, "Cannot wait for descriptor"));
	loop_unwatch(log.loop, fd);
	close(fd);
	loop_free(log.loop);
}

static void take_both_away(void *data)
{
	struct log *log = data;

	note(log, 'w');
	loop_unwatch(log->loop, log->fd);
	loop_unwatch(log->loop, log->fd + 1);
}

static void a_watch_can_take_others_away(void **state)
{
	struct log log = start();
	struct error err = { 0 };
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	log.fd = dup2(ends[0], 200);
	assert_int_equal(dup2(ends[0], 201), 201);
	assert_true(loop_watch(log.loop, 200, take_both_away, &log, &err));
	assert_true(loop_watch(log.loop, 201, take_both_away, &log, &err));
	assert_int_equal(write(ends[1], "x", 1), 1);
	loop_after(log.loop, 20, on_stop, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "w."); /* the other one is not called any more */
	for (int i = 0; i < 2; i++) {
		close(ends[i]);
		close(200 + i);
	}
	loop_free(log.loop);
}

static void signals_are_told_to_all_who_listen(void **state)
{
	struct log log = start();

	(void)state;
	loop_on_signal(log.loop, SIGWINCH, on_a, &log);
	loop_on_signal(log.loop, SIGWINCH, on_b, &log);
	raise(SIGWINCH);
	loop_after(log.loop, 0, on_stop, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "ab.");
	loop_free(log.loop);
}

static void raise_hangup(void *data)
{
	note(data, 'r');
	raise(SIGHUP);
}

static void a_listener_that_left_hears_nothing(void **state)
{
	struct log log = start();

	(void)state;
	loop_on_signal(log.loop, SIGWINCH, on_a, &log);
	loop_on_signal(log.loop, SIGHUP, on_b, &log);
	loop_on_signal(log.loop, SIGHUP, on_stop, &log);
	loop_off_signal(log.loop, SIGHUP, on_b, &log);
	loop_off_signal(log.loop, SIGWINCH, on_a, &log);
	raise(SIGWINCH); /* without a listener: does what it does anyway, nothing */
	loop_after(log.loop, 0, raise_hangup, &log);
	loop_run(log.loop);
	assert_string_equal(log.text, "r.");
	loop_free(log.loop);
}

static void a_signal_nobody_listens_to_ends_the_program(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		struct log log = start();
		raise(SIGTERM);
		loop_after(log.loop, 5000, on_stop, &log);
		loop_run(log.loop);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
}

static void signals_are_given_back(void **state)
{
	sigset_t before, during, after;
	struct sigaction pipe_action;

	(void)state;
	sigprocmask(SIG_SETMASK, NULL, &before);
	struct log log = start();
	sigprocmask(SIG_SETMASK, NULL, &during);
	assert_true(sigismember(&during, SIGTSTP));
	sigaction(SIGPIPE, NULL, &pipe_action);
	assert_true(pipe_action.sa_handler == SIG_IGN);
	loop_free(log.loop);
	sigprocmask(SIG_SETMASK, NULL, &after);
	assert_int_equal(sigismember(&after, SIGTSTP), sigismember(&before, SIGTSTP));
	sigaction(SIGPIPE, NULL, &pipe_action);
	assert_true(pipe_action.sa_handler == SIG_DFL);
}

static void idle_costs_nothing(void **state)
{
	struct log log = start();
	struct rusage before, after;

	(void)state;
	loop_after(log.loop, 0, on_stop, &log);
	loop_run(log.loop); /* what the first turn sets up is done */
	unsigned long wakeups = loop_wakeups(log.loop);
	getrusage(RUSAGE_THREAD, &before);
	loop_after(log.loop, 400, on_stop, &log);
	loop_run(log.loop);
	getrusage(RUSAGE_THREAD, &after);
	assert_int_equal(loop_wakeups(log.loop) - wakeups, 1); /* the timer that ends it */
	assert_true(after.ru_nvcsw - before.ru_nvcsw <= 2);
	loop_free(log.loop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(timers_run_in_their_order),
		cmocka_unit_test(a_timer_that_was_cancelled_does_not_run),
		cmocka_unit_test(a_timer_made_in_a_turn_waits_for_the_next),
		cmocka_unit_test(a_stop_may_come_before_the_run),
		cmocka_unit_test(a_watch_tells_of_data_and_of_a_hang_up_once),
		cmocka_unit_test(what_cannot_be_watched_is_refused),
		cmocka_unit_test(a_watch_can_take_others_away),
		cmocka_unit_test(signals_are_told_to_all_who_listen),
		cmocka_unit_test(a_listener_that_left_hears_nothing),
		cmocka_unit_test(a_signal_nobody_listens_to_ends_the_program),
		cmocka_unit_test(signals_are_given_back),
		cmocka_unit_test(idle_costs_nothing),
	};

	return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
