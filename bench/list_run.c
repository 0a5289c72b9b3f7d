/* SPDX-License-Identifier: ISC */
#include "list_run.h"

#include <stdio.h>

#include "process.h"
#include "pty.h"

/* What a terminal sends after keypad transmit mode was switched on. */
#define DOWN "\033OB"
#define UP "\033OA"
#define PAGE_DOWN "\033[6~"

enum {
	LIMIT_MS = 20 * 1000, /* of waiting for data */
	QUIET_MS = 12,        /* a frame is over: frames are written within 2 ms */
	AHEAD_MS = 60,        /* the page ahead has been fetched */
	STEPS = 20,
	SCROLLS = 60,
	PAGES = 15,
	HELD_STEPS = 500,
	HELD_MS = 5,
	WALK_MS = 4,
};

/* One kind of move: where its figures go. */
struct move {
	const char *keys;
	enum list_figure ms, bytes, cpu_us;
	int quiet_ms;
};

static const struct move step_down = { DOWN, STEP_MS, STEP_BYTES, STEP_CPU_US, QUIET_MS };
static const struct move step_up = { UP, STEP_MS, STEP_BYTES, STEP_CPU_US, QUIET_MS };
static const struct move scroll_down = { DOWN, SCROLL_MS, SCROLL_BYTES, SCROLL_CPU_US, QUIET_MS };
static const struct move page_down = { PAGE_DOWN, PAGE_MS, PAGE_BYTES, PAGE_CPU_US, AHEAD_MS };

static void note(struct list_run *run, enum list_figure figure, double value)
{
	samples_add(&run->figures[figure], value);
}

static void measure(struct list_run *run, struct pty *pty, const struct move *move, int times)
{
	int64_t cpu_ns = process_cpu_ns(pty->pid);

	for (int i = 0; i < times; i++) {
		size_t bytes = pty->bytes;
		double pressed_ms = process_now_ms();

		pty_keys(pty, move->keys);
		pty_settle(pty, move->quiet_ms);
		if (pty->bytes == bytes)
			continue;
		note(run, move->ms, pty->last_ms - pressed_ms);
		note(run, move->bytes, (double)(pty->bytes - bytes));
	}
	note(run, move->cpu_us, (double)(process_cpu_ns(pty->pid) - cpu_ns) / 1000 / times);
}

static void hold_key(struct list_run *run, struct pty *pty)
{
	double pressed_ms = 0;

	for (int i = 0; i < HELD_STEPS; i++) {
		pressed_ms = process_now_ms();
		pty_keys(pty, DOWN);
		pty_read_for(pty, HELD_MS);
	}
	pty_settle(pty, AHEAD_MS);
	note(run, DRAIN_MS, pty->last_ms > pressed_ms ? pty->last_ms - pressed_ms : 0);
}

static void go_to_end(struct list_run *run, struct pty *pty)
{
	double pressed_ms = process_now_ms();

	pty_keys(pty, run->end_key);
	pty_settle(pty, 100);
	if (pty->last_ms > pressed_ms) /* else it was there already */
		note(run, END_MS, pty->last_ms - pressed_ms);
}

static bool start(struct list_run *run, struct pty *pty)
{
	char position[64];

	snprintf(position, sizeof(position), "of %ld", run->rows);
	if (!pty_start(pty, run->argv))
		return false;
	if (pty_wait_for(pty, position, LIMIT_MS))
		return true;
	fprintf(stderr, "%s shows no «%s»; the last it said: %s\n", run->argv[0], position,
		pty->tail);
	pty_finish(pty);
	return false;
}

bool list_run_moves(struct list_run *run)
{
	struct pty pty;

	if (!start(run, &pty))
		return false;
	note(run, FIRST_BYTE_MS, pty.first_ms - pty.started_ms);
	note(run, FIRST_DATA_MS, pty.last_ms - pty.started_ms);
	pty_settle(&pty, 150);
	measure(run, &pty, &step_down, STEPS);
	measure(run, &pty, &step_up, STEPS);
	for (int i = 0; i < PTY_ROWS; i++)
		pty_keys(&pty, DOWN);
	pty_settle(&pty, 150);
	measure(run, &pty, &scroll_down, SCROLLS);
	measure(run, &pty, &page_down, PAGES);
	pty_settle(&pty, 300);
	hold_key(run, &pty);
	if (run->end_key)
		go_to_end(run, &pty);
	pty_finish(&pty);
	return true;
}

bool list_run_idle(struct list_run *run)
{
	struct pty pty;

	if (!start(run, &pty))
		return false;
	pty_settle(&pty, 1000);
	long sleeps = process_sleeps(pty.pid);
	size_t bytes = pty.bytes;

	pty_read_for(&pty, LIST_IDLE_S * 1000);
	note(run, IDLE_WAKEUPS, (double)(process_sleeps(pty.pid) - sleeps));
	note(run, IDLE_BYTES, (double)(pty.bytes - bytes));
	pty_finish(&pty);
	return true;
}

bool list_run_walk(struct list_run *run)
{
	struct process_memory memory;
	struct pty pty;

	if (!start(run, &pty))
		return false;
	pty_settle(&pty, 150);
	for (long row = 0; row < run->rows; row += PTY_ROWS - 6) {
		pty_keys(&pty, PAGE_DOWN);
		pty_settle(&pty, WALK_MS);
	}
	pty_settle(&pty, 1000);
	memory = process_memory(pty.pid);
	note(run, PRIVATE_DIRTY_KB, (double)memory.private_dirty_kb);
	note(run, RESIDENT_KB, (double)memory.resident_kb);
	pty_finish(&pty);
	return true;
}

double list_run_median(struct list_run *run, enum list_figure figure)
{
	return samples_median(&run->figures[figure]);
}

void list_run_finish(struct list_run *run)
{
	for (int i = 0; i < LIST_FIGURES; i++)
		samples_finish(&run->figures[i]);
}
