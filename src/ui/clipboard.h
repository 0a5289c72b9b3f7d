/* clipboard.h - text for the clipboard of the terminal that the user sits at, also at the far end of an
 * SSH line: the control sequence OSC 52. Nothing answers it: whether it arrived, nobody can tell. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_CLIPBOARD_H
#define UI_CLIPBOARD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Bytes of text: more is refused, as terminals drop or cut it (74,994 fill xterm's 100,000). */
enum { CLIPBOARD_MAX = 74000 };

/* What stands between us and that terminal, and how it lets the sequence through. */
enum clipboard_way {
	CLIPBOARD_NONE,   /* the terminal knows no such sequence, and might print it */
	CLIPBOARD_PLAIN,
	CLIPBOARD_TMUX,   /* taken by tmux itself (set-clipboard on), or passed through (allow-passthrough) */
	CLIPBOARD_SCREEN, /* passed through in pieces */
};

/* By the environment: TERM, TMUX, STY. */
enum clipboard_way clipboard_way(void);

/* Writes the sequence; false, with nothing written, when there is no way or the text is too long. */
bool clipboard_write(FILE *out, enum clipboard_way way, const char *text, size_t len);

#endif
