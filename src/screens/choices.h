/* choices.h - the values that fields are chosen from: fixed ones, countries, what the service lists
 * (price tiers, sales reps). Lets one be picked, and knows the names that people know them by. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_CHOICES_H
#define SCREENS_CHOICES_H

struct app;
struct field;
struct schema;

struct choice_lists; /* what is known so far; opaque */

/* One for each form; asks nothing yet. */
struct choice_lists *choice_lists_new(struct app *app);
/* Stops what it waits for, then no callback is called any more. NULL is fine. */
void choice_lists_free(struct choice_lists *lists);

/* Reads in the background what choices_label needs for the fields of schema and of its lists: once
 * a session, whatever opens next. The screen is drawn again when it came; a refusal is no
 * trouble. */
void choices_learn(struct choice_lists *lists, const struct schema *schema);

/* "Teodor Lindqvist" for SR-207, "Sweden" for SE; "" where nothing is known, yet or at all. Never
 * asks: may be called while drawing. Borrowed until the next call for lists. */
const char *choices_label(const struct choice_lists *lists, const struct field *field,
			  const char *value);

/* Opens the list of field's values (field->choices is not NULL), the cursor on current, narrowed by
 * typed ("": not at all): at once, or after "Loading..." which Esc stops and which keeps what is
 * typed meanwhile. A list that the service would not give says so and takes any text. fn is called
 * once, after the box left the screen, with the value chosen (borrowed), or NULL: the user left.
 * Not from within this call, not after choice_lists_free. */
void choices_open(struct choice_lists *lists, const struct field *field, const char *current,
		  const char *typed, void (*fn)(void *data, const char *value), void *data);

#endif
