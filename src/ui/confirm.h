/* confirm.h - questions over the screen: yes or no, a word to be typed. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_CONFIRM_H
#define UI_CONFIRM_H
#include <stdbool.h>
#include <stddef.h>

struct ui;

/* Texts are copied and may have several lines (\n); long ones are wrapped. The answer is called
 * exactly once, after the question left the screen: with false when the user said no or the
 * question was closed. */

/* Asks for the locale's y or n (YESEXPR, NOEXPR), which stand after the text; Esc is no, Enter is
 * nothing. */
void confirm_yes_no(struct ui *ui, const char *text, void (*answer)(void *data, bool yes),
		    void *data);

/* Enter is yes, Esc is no: for what changes nothing, such as another screen. The text says so. */
void confirm_enter(struct ui *ui, const char *text, void (*answer)(void *data, bool yes), void *data);

/* Has the user type expected (a count, a customer's number) and Enter; says what to type after the
 * text. */
void confirm_typed(struct ui *ui, const char *text, const char *expected,
		   void (*answer)(void *data, bool yes), void *data);

enum confirm_answer { CONFIRM_NO, CONFIRM_YES, CONFIRM_INSTEAD };

/* The same for what had better not be done: Tab does what instead says ("Deactivate instead"), which
 * stands between the text and what is to be typed. */
void confirm_typed_or(struct ui *ui, const char *text, const char *expected, const char *instead,
		      void (*answer)(void *data, enum confirm_answer answer), void *data);

/* The typed question that was just asked also answers to a letter, as its text says ("l lists all"): run is
 * called with the question's data, and the question stays. The letter cannot be typed then. */
void confirm_also(struct ui *ui, const char *letter, void (*run)(void *data));

#endif
