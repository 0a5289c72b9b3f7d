/* term.h - the terminal: taken over, given back exactly as found, whatever happens in between. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_TERM_H
#define UI_TERM_H
#include <stdbool.h>

struct error;
struct key_decoder;

/* Takes standard input and output over (alternate screen, raw keys, bracketed paste). From here on a crash or
 * want of memory restores the terminal first. One at a time. */
bool term_start(struct error *err);
/* Gives it back. Fine when not started. */
void term_stop(void);

/* For a while, for another program or a stop (SIGTSTP). */
void term_leave(void);
void term_return(void);

/* Tells the decoder what this terminal's keys send. */
void term_add_keys(struct key_decoder *decoder);

/* The window's size has changed (or may have): reads it and makes everything be painted anew. */
void term_resize(void);
int term_rows(void);
int term_cols(void);

/* What follows between the two goes out as one write(). */
void term_frame_begin(void);
void term_frame_end(void);

#endif
