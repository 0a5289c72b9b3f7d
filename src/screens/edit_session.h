/* edit_session.h - one record being edited, as the screens that show it share it: the form, the
 * forms of its entries, the review. It lives in the form's screen, which is the lowest of them. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_SESSION_H
#define SCREENS_EDIT_SESSION_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "schema/check.h"
#include "schema/edit.h"
#include "screens/waiting.h"
#include "work/meeting.h"

struct app;
struct choice_lists;
struct draft_keeper;
struct form;
struct record;
struct resource;
struct save;
struct taken;

struct edit_session {
	struct app *app;
	const struct resource *resource;
	void *screen;      /* of the form, for ui_pop_to */
	struct form *form; /* of the record; NULL: not there yet */
	char *key;         /* of the record at the service; "" for a new one */

	struct edit *edit; /* NULL: its record is being read */
	struct complaints complaints;
	bool checked; /* all of it: complaints say what came of it */
	struct choice_lists *choices;
	struct taken *taken;         /* of a new record; NULL: of none */
	struct draft_keeper *keeper; /* NULL: there is nothing to keep yet, or no more */

	struct meeting meeting; /* with what the service has by now */
	char *news;             /* what somebody else changed that the edit does not; NULL: nothing */
	char *note;             /* a sentence above the review; NULL: none */
	void *prices_screen;  /* the price matrix above the form (price_matrix.h); NULL: it is not open */
	bool through_prices;  /* it was asked for instead of the form: leaving it leaves both */
	bool drops;        /* Esc in the review drops the edit: nobody has asked for its form */
	struct save *save; /* under way; NULL: nothing is */
	struct waiting waiting; /* for it */

	unsigned counted_at; /* edit_revision of */
	size_t change_count; /* lines of a review that would be sent; 0: to be counted */
};

void edit_session_init(struct edit_session *session, struct app *app,
		       const struct resource *resource, const char *key, void *screen);
/* What was typed stays as a draft. A zeroed one is fine. */
void edit_session_finish(struct edit_session *session);

/* The edit begins; it is taken over, and so is draft_id (NULL: it has no draft yet). */
void edit_session_begin_take(struct edit_session *session, struct edit *edit, char *draft_id);

/* The record as the service has it by now, taken over. Where it does not clash with the edit, the
 * edit goes on from it: true. Else the clashes are set out for the review. Forms are to be
 * refreshed. */
bool edit_session_meet_take(struct edit_session *session, struct record *theirs);
/* A side was chosen for a clash of the meeting: what is sent is counted anew. */
void edit_session_decided(struct edit_session *session);
/* Every clash is decided: the edit becomes what was chosen. Forms are to be refreshed. */
void edit_session_settle(struct edit_session *session);

/* The edit was changed: complaints of an earlier check may be out of date, the draft is. */
void edit_session_changed(struct edit_session *session);

/* Checks everything; false when something is wrong. Warnings are no obstacle. */
bool edit_session_check(struct edit_session *session);

/* Whether there is anything to lose: what a new record begins with is nobody's work. */
bool edit_session_is_changed(const struct edit_session *session);
/* How many lines of its review would be sent. */
size_t edit_session_change_count(struct edit_session *session);

/* The service has it, or the user does not want it any more: the draft goes. */
void edit_session_drop_draft(struct edit_session *session);

/* "HRB-1042", or "New customer". Borrowed. */
const char *edit_session_name(const struct edit_session *session);
/* "2 changes, draft kept"; nothing where nothing is changed. */
void edit_session_write_state(struct edit_session *session, FILE *out);
/* "Customers > HRB-1042 > Edit", and the state. */
void edit_session_write_title(struct edit_session *session, FILE *left, FILE *right);

#endif
