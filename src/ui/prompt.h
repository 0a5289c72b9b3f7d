/* prompt.h - asks for one line of text, on the message row. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

struct ui;

/* Shows label ("Find: ") and a field with initial (NULL: nothing). done is called exactly once,
 * after the prompt left the screen; text is NULL when the user left with Esc, and borrowed for the
 * call. */
void prompt_line(struct ui *ui, const char *label, const char *initial,
		 void (*done)(void *data, const char *text), void *data);

#endif
