/* price_matrix_state.h - the inside of the price matrix, for price_matrix.c (the screen),
 * price_matrix_edit.c (what it writes into), price_matrix_type.c (a cell being typed into),
 * price_matrix_actions.c (its menu) and price_matrix_change.c (many prices). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_MATRIX_STATE_H
#define SCREENS_PRICE_MATRIX_STATE_H
#include <stdbool.h>
#include <stdint.h>

#include "screens/price_grid.h"
#include "ui/line_edit.h"

struct app;
struct client_call;
struct edit_session;
struct field;
struct json;
struct key;
struct price_changes;

struct price_matrix_state {
	struct app *app;
	struct edit_session *session;
	const struct field *list; /* of the prices */
	struct price_grid grid;
	unsigned shown_revision;  /* of the edit, in the grid */
	struct price_axes added;  /* by the user */
	struct price_axes listed; /* tiers that the organization has */
	struct client_call *call; /* for them; NULL: not under way */
	struct line_edit line;	  /* where grid.typed points while a cell is typed into */
	char *typed_before;	  /* what the cell said before; NULL: no price */
	bool typed_same;	  /* and that was what the service has */
	char *percent, *step;	  /* given last; NULL: none yet */
};

/* The prices as the edit has them now, read again where it changed. */
void price_matrix_refresh(struct price_matrix_state *state);
/* The same after the axes changed. */
void price_matrix_read_again(struct price_matrix_state *state);

/* An own copy of the prices, for price_matrix_put_take, which makes it the edit's. */
struct json *price_matrix_entries(const struct price_matrix_state *state);
void price_matrix_put_take(struct price_matrix_state *state, struct json *entries);
/* As the service has them; NULL: none. Borrowed. */
const struct json *price_matrix_base(const struct price_matrix_state *state);

/* --- typing ------------------------------------------------------------------------------------ */

bool price_matrix_is_typing(const struct price_matrix_state *state);
/* Begins with text in the cursor's cell; fresh: it was typed, and counts as such. */
void price_matrix_type(struct price_matrix_state *state, const char *text, bool fresh);
/* A key while typing; true when it was for the cell. */
bool price_matrix_typing_key(struct price_matrix_state *state, const struct key *key);
/* What was typed stays. False: it cannot, that was said, and the cell stays open; or a question asks. */
bool price_matrix_type_done(struct price_matrix_state *state);
/* What was there before comes back. */
void price_matrix_type_drop(struct price_matrix_state *state);
/* The screen closes: what can be taken stays, nothing is asked. */
void price_matrix_type_end(struct price_matrix_state *state);

/* --- more than a cell (price_matrix_actions.c, price_matrix_change.c) -------------------------- */

void price_matrix_actions(struct price_matrix_state *state);
void price_matrix_ask_quantity(struct price_matrix_state *state);

/* Which prices, from the cursor's cell on. */
enum price_matrix_scope { SCOPE_CELL, SCOPE_TIER, SCOPE_QUANTITY, SCOPE_ALL, SCOPES };
/* What that is called; there is a cell unless it is all. The caller frees. */
char *price_matrix_scope_words(const struct price_matrix_state *state, enum price_matrix_scope scope);

/* Each asks for what it needs, and shows what comes of it before it counts. */
void price_matrix_set(struct price_matrix_state *state);
void price_matrix_change(struct price_matrix_state *state);
void price_matrix_copy(struct price_matrix_state *state);
/* Puts them into the edit and says so. data is the state. */
void price_matrix_apply(void *data, const struct price_changes *changes);

#endif
