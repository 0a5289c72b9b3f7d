/* SPDX-License-Identifier: ISC */
#include "edit_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "process.h"
#include "pty.h"
#include "service.h"

#define F2 "\033OQ"
#define CTRL_U "\025"

enum {
	LIMIT_MS = 20 * 1000, /* of waiting for a text */
	RUN_LIMIT_MS = 180 * 1000,
	QUIET_MS = 12, /* a frame is over */
	LETTERS = 40,
	SLOW_LETTER_MS = 100, /* as a person types */
	SAVES = 5,
};

static void note(struct edit_run *run, enum edit_figure figure, double value)
{
	samples_add(&run->figures[figure], value);
}

/* Types keys and waits for what they bring. */
static bool go(struct pty *pty, const char *keys, const char *text)
{
	pty_keys(pty, keys);
	if (pty_wait_for(pty, text, LIMIT_MS))
		return true;
	fprintf(stderr, "no «%s» came; the last was: %s\n", text, pty->tail);
	return false;
}

/* The program with a customer's form open, or the list. */
static bool start(struct edit_run *run, struct pty *pty, bool form)
{
	if (!pty_start(pty, run->argv))
		return false;
	if (pty_wait_for(pty, "1 of ", LIMIT_MS) &&
	    (!form || (go(pty, ":HRB-1042\r", "Read at") && go(pty, "e", "Edit")))) {
		pty_settle(pty, 300);
		return true;
	}
	pty_finish(pty);
	return false;
}

bool edit_run_letters(struct edit_run *run)
{
	struct pty pty;

	if (!start(run, &pty, true))
		return false;
	pty_keys(&pty, CTRL_U "A"); /* the first change also changes the title */
	pty_settle(&pty, 2500);	    /* and writes a draft */
	int64_t cpu_ns = process_cpu_ns(pty.pid);
	for (int i = 0; i < LETTERS; i++) {
		size_t bytes = pty.bytes;
		double pressed_ms = process_now_ms();

		pty_keys(&pty, "n");
		pty_settle(&pty, QUIET_MS);
		note(run, LETTER_MS, pty.last_ms - pressed_ms);
		note(run, LETTER_BYTES, (double)(pty.bytes - bytes));
	}
	note(run, LETTER_CPU_US, (double)(process_cpu_ns(pty.pid) - cpu_ns) / 1000 / LETTERS);
	pty_finish(&pty);
	return true;
}

/* Each letter of word by itself. Their bytes go to figure, the most of them to the figure after it. */
static double type_word(struct edit_run *run, struct pty *pty, const char *word, enum edit_figure figure)
{
	double most = 0;

	for (; *word; word++) {
		size_t bytes = pty->bytes;

		pty_keys(pty, (char[]){ *word, '\0' });
		pty_settle(pty, QUIET_MS);
		note(run, figure, (double)(pty->bytes - bytes));
		if ((double)(pty->bytes - bytes) > most)
			most = (double)(pty->bytes - bytes);
	}
	return most;
}

/* opening and closing are not counted. */
static void type_words(struct edit_run *run, struct pty *pty, const char *opening, const char *const *words,
		       enum edit_figure figure)
{
	int64_t cpu_ns = 0;
	size_t letters = 0;
	double most = 0;

	for (; *words; words++) {
		pty_keys(pty, opening);
		pty_settle(pty, 300);
		int64_t before_ns = process_cpu_ns(pty->pid);
		double of_word = type_word(run, pty, *words, figure);
		cpu_ns += process_cpu_ns(pty->pid) - before_ns;
		letters += strlen(*words);
		most = of_word > most ? of_word : most;
		for (int screens = 0; screens < 3; screens++) {
			pty_keys(pty, "\033");
			pty_settle(pty, 300);
		}
	}
	note(run, figure + 1, most);
	note(run, figure + 2, (double)cpu_ns / 1000 / (double)letters);
}

/* Lines of the service's log. */
static long count_requests(const struct service *service)
{
	FILE *log = fopen(service->log, "r");
	long count = 0;

	for (int c; log && (c = getc(log)) != EOF;)
		count += c == '\n';
	if (log)
		fclose(log);
	return count;
}

static void type_slowly(struct edit_run *run, struct pty *pty, const struct service *service)
{
	pty_keys(pty, "f");
	pty_settle(pty, 300);
	long requests = count_requests(service);
	for (const char *letter = "companyName:contains:harbour"; *letter; letter++) {
		pty_keys(pty, (char[]){ *letter, '\0' });
		pty_read_for(pty, SLOW_LETTER_MS);
	}
	pty_keys(pty, " \r");
	pty_settle(pty, 1000); /* longer than a count waits for the next letter */
	note(run, FILTER_REQUESTS, (double)(count_requests(service) - requests));
}

bool edit_run_narrowing(struct edit_run *run, const struct service *service)
{
	static const char *const commands[] = { "deactivate", "columns", "history", "runs", "help",
						"sort",	      "profile", "HRB-1042", NULL };
	static const char *const lines[] = { "companyName:contains:harbour active:equals:yes", NULL };
	struct pty pty;

	if (!start(run, &pty, false))
		return false;
	type_words(run, &pty, ":", commands, PALETTE_BYTES);
	type_words(run, &pty, "ft", lines, FILTER_BYTES);
	type_slowly(run, &pty, service);
	pty_finish(&pty);
	return true;
}

static bool save_once(struct edit_run *run, struct pty *pty, const struct service *service, int i)
{
	char *keys = xasprintf(CTRL_U "Harborline %d" F2, i);
	bool ok = go(pty, keys, "Review");

	free(keys);
	pty_settle(pty, 300);
	long requests = count_requests(service);
	double pressed_ms = process_now_ms();
	/* Of «Saved» only what «Saving...» did not leave on the screen is sent. */
	ok = ok && go(pty, "s", "undoes");
	if (!ok)
		return false;
	note(run, SAVE_MS, pty->last_ms - pressed_ms);
	note(run, SAVE_REQUESTS, (double)(count_requests(service) - requests));
	return go(pty, "e", "Edit");
}

bool edit_run_saves(struct edit_run *run, const struct service *service)
{
	struct pty pty;
	bool ok = start(run, &pty, true);

	if (!ok)
		return false;
	for (int i = 0; ok && i < SAVES; i++) {
		ok = save_once(run, &pty, service, i);
		pty_settle(&pty, 300);
	}
	pty_finish(&pty);
	return ok;
}

bool edit_run_many(struct edit_run *run)
{
	char *count = xasprintf("%d\r", EDIT_RUN_RECORDS);
	struct pty pty;
	bool ok = start(run, &pty, false);

	if (!ok)
		return false;
	ok = go(&pty, "*", "y/n") && go(&pty, "y", "marked") && go(&pty, "x2", "to cancel");
	double pressed_ms = process_now_ms();
	pty_keys(&pty, count);
	ok = ok && pty_wait_for(&pty, "Finished", RUN_LIMIT_MS);
	struct process_memory memory = process_memory(pty.pid);
	if (ok) {
		note(run, RUN_S, (pty.last_ms - pressed_ms) / 1000);
		note(run, RUN_PRIVATE_DIRTY_KB, (double)memory.private_dirty_kb);
		note(run, RUN_RESIDENT_KB, (double)memory.resident_kb);
	}
	pty_finish(&pty);
	free(count);
	return ok;
}

double edit_run_median(struct edit_run *run, enum edit_figure figure)
{
	return samples_median(&run->figures[figure]);
}

void edit_run_finish(struct edit_run *run)
{
	for (int i = 0; i < EDIT_FIGURES; i++)
		samples_finish(&run->figures[i]);
}
