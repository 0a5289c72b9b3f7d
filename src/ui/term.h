/* term.h - the terminal: taken over, given back exactly as found, whatever happens in between. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_TERM_H
#define UI_TERM_H
#include <stdbool.h>

struct error;
struct key_decoder;
struct tty;

/* Takes standard input and output over (alternate screen, raw keys, bracketed paste; the mouse's
 * buttons and wheel where mouse says so). From here on a crash or want of memory restores the terminal first. One at a time. NULL with the reason when
 * it cannot be. */
struct tty *term_start(bool mouse, struct error *err);
void term_stop(struct tty *term); /* NULL is fine */

/* For a while: for another program, or a stop (SIGTSTP). Then all must be drawn anew. */
void term_leave(struct tty *term);
void term_return(struct tty *term);

/* Tells the decoder what this terminal's keys send. */
void term_add_keys(struct key_decoder *decoder);

/* Reads the window's size; what is on the screen is forgotten. */
void term_resize(struct tty *term);
int term_rows(void);
int term_cols(void);

/* Blanks the frame being made and has all of it sent, whatever the terminal shows (Ctrl-l). */
void term_forget(void);

/* Sends a control sequence that draws nothing. */
void term_send(struct tty *term, const char *sequence);

/* Sends what was drawn in one write(), with the cursor left there. */
void term_show(struct tty *term, int cursor_row, int cursor_col);

#endif
