/* app_state.h - what all screens share: the loop, the terminal, the service. ui_data() gives it. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_APP_STATE_H
#define SCREENS_APP_STATE_H
#include <stdbool.h>

#include "screens/at_profile.h"
#include "screens/copy.h"
#include "screens/header.h"
#include "screens/list_memory.h"
#include "screens/recent.h"
#include "ui/ui.h"

struct action_one;
struct app_options;
struct client;
struct discarded;
struct draft_keeper;
struct drafts;
struct error;
struct history;
struct lists;
struct login;
struct loop;
struct record_watch;
struct request_log;
struct run;
struct sandbox_process;
struct timer;

struct app {
	const struct app_options *options;
	struct at_profile at;  /* the profile in use, and the others */
	struct loop *loop;
	struct ui *ui;
	struct client *client; /* NULL until it is known what to connect to */
	struct sandbox_process *sandbox;
	void (*sandbox_done)(struct app *app, const struct error *err);
	struct header header;
	struct login *login;             /* the screen or box that asks for one; NULL: none */
	struct record_watch *watches;    /* record_watch.h */
	struct lists *lists;             /* the screen with the lists; NULL: not open */
	struct action_one *actions;      /* under way (action_one.h) */
	struct history *history;         /* what was saved (history.h) */
	struct run *runs;                /* the newest first (runs.h) */
	struct timer *runs_timer;        /* row 1 is to say how far they are */
	size_t runs_waiting;             /* of earlier programs, to be gone on with */
	bool runs_offered;
	struct timer *key_timer;         /* a lone Esc is due */
	struct request_log *request_log; /* NULL: not open */
	struct drafts *drafts;           /* of this service (drafts_of); NULL: not looked at yet */
	bool drafts_offered;
	struct timer *offer_timer;       /* runs and drafts are to be offered (offers.h) */
	struct list_memory memory;       /* of views, orders and columns */
	struct recent recent;            /* records that were opened */
	char *price_tier;                /* that a price was asked for in last; NULL: none */
	struct copied copied;            /* to the terminal's clipboard */
	struct draft_keeper *keepers;    /* of the edits that are open (draft_keeper.h) */
	struct discarded *discarded;     /* what z brings back; NULL: nothing */
	bool was_logged_in;              /* at least once */
	bool is_logged_in;
	struct timer *logged_in_timer; /* the lists are to be told */
	bool counting_down;              /* a call waits for its next try: Esc stops it */
};

static inline struct app *app_of(struct ui *ui)
{
	return ui_data(ui);
}

#endif
