/* waiting.h - the words for what takes its time, and the repaint when they change. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_WAITING_H
#define SCREENS_WAITING_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct loop;
struct timer;
struct ui;

struct waiting {
	struct loop *loop;
	struct ui *ui;
	struct timer *timer; /* NULL: the words stay as they are */
	const char *doing;   /* N_("Saving..."); NULL: "Loading..." */
	int64_t since_ms;    /* clock_now_ms when it began; 0: nothing is waited for */
};

void waiting_init(struct waiting *waiting, struct loop *loop, struct ui *ui);
void waiting_finish(struct waiting *waiting); /* a zeroed one is fine */

/* It began at since_ms; 0: it is over. May be called again with the same value. */
void waiting_set(struct waiting *waiting, int64_t since_ms);

/* Whether it has lasted so long that words are in order: 150 ms. What comes faster needs none. */
bool waiting_shown(const struct waiting *waiting);

/* "Loading...", after ten seconds "Still waiting (12 s), Esc cancels"; nothing, and false, before
 * waiting_shown. */
bool waiting_write(const struct waiting *waiting, FILE *out);

#endif
