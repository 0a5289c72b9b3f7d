/* filter_step.h - one condition, asked for in three steps: its field, its operator in words, its value. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_FILTER_STEP_H
#define SCREENS_FILTER_STEP_H
#include <stdbool.h>

#include "schema/query.h"

struct app;
struct choice_lists;

struct filter_step {
	struct app *app;
	struct choice_lists *choices;
	const struct query *query; /* which fields and operators there are; not changed */
	/* Called with a condition that query can answer (borrowed), or NULL: the user went back from the
	 * first step. */
	void (*done)(void *data, const struct condition *condition);
	/* The search text was chosen in the place of a field, and typed (borrowed; "": none): done is not
	 * called. */
	void (*text)(void *data, const char *text);
	/* In the place of a field a whole line was typed (borrowed): done is not called. */
	void (*line)(void *data, const char *text);
	void *data;

	/* What was said so far. */
	const struct field *field;
	enum filter_op op;
	char *value; /* that the last step begins with; NULL: nothing */
};

void filter_step_finish(struct filter_step *step);

/* Asks for a new condition, or for another in the place of present. Esc goes one step back. */
void filter_step_start(struct filter_step *step, const struct condition *present);
/* Again after a line that was wrong: problem says why. */
void filter_step_start_again(struct filter_step *step, const char *line, const char *problem);

#endif
