/* ui.h - the screens as a stack, the frame round them, keys in and one repaint out. Knows no loop:
 * the program calls in when something happened, and is asked for a timer. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_UI_H
#define UI_UI_H
#include <stdbool.h>
#include <stddef.h>

#include "base/theme.h"

struct canvas;
struct command_table;
struct error;
struct key;
struct palette;
struct screen_class;
struct ui;

enum { UI_MIN_COLS = 60, UI_MIN_ROWS = 16 };

/* What the ui asks of the program; data is the first argument of each. */
struct ui_options {
	void *data;
	const struct theme *theme; /* read by ui_new alone */
	int escape_delay_ms; /* 25 unless the user says otherwise */
	bool mouse;          /* the terminal is to report it */
	const struct command_table
		*commands; /* everywhere, after those of the screen; may be NULL */
	const struct screen_class *const
		*classes; /* all there are, NULL-terminated: ui_bind looks here */

	/* Call ui_timeout after ms, replacing any earlier request; -1: not at all. */
	void (*set_timer)(void *data, int ms);
	/* Draws row 1 (canvas of one row). */
	void (*header)(void *data, const struct canvas *canvas);
	/* Sees a key before any screen; true when it was used (Esc stops a retry). May be NULL. */
	bool (*key)(void *data, const struct key *key);
	/* Adds what the palette offers beside commands for what was typed ("" at first): palette_add
	 * (palette.h), best first. May be NULL. */
	void (*offer)(void *data, struct palette *palette, const char *typed);
	/* The user wants to leave, and has been asked where ux says so. */
	void (*quit)(void *data);
};

/* Starts the terminal on standard input and output; the program must have called setlocale. NULL
 * with the reason when it is none, or one without a movable cursor. */
struct ui *ui_new(const struct ui_options *options, struct error *err);
/* Closes all screens, top first, and leaves the terminal as it was found. NULL is fine. */
void ui_free(struct ui *ui);
void *ui_data(const struct ui *ui); /* options->data */

/* A key of the user's own: bind(screen, key, command). screen "all" means the commands that work
 * everywhere. */
bool ui_bind(struct ui *ui, const char *screen, const char *key, const char *command,
	     struct error *err);
/* Whether ui_bind would take it, without a terminal: of options classes and commands count. */
bool ui_check_binding(const struct ui_options *options, const char *screen, const char *key,
		      const char *command, struct error *err);

/* The stack. ui_push calls open; ui_pop closes the top screen and resumes the one below; the last
 * screen is never popped by a key but may be by a call. */
void ui_push(struct ui *ui, const struct screen_class *class, void *argument);
void ui_pop(struct ui *ui);
void ui_pop_to(struct ui *ui, void *state); /* closes what is above the screen with that state */
void ui_close_all(struct ui *ui); /* none is resumed; push another at once */
/* The top screen's state if it is of that class, else NULL. */
void *ui_top(const struct ui *ui, const struct screen_class *class);
bool ui_is_top(const struct ui *ui, const void *state);
size_t ui_depth(const struct ui *ui);

/* Says something on the row above the hints, until the next key. ROLE_ERROR gets "! " in front. */
void ui_message(struct ui *ui, enum role role, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void ui_message_clear(struct ui *ui);

/* Gives text to the clipboard of the terminal (clipboard.h). False: this terminal has none, or the text
 * is longer than CLIPBOARD_MAX. */
bool ui_copy(struct ui *ui, const char *text, size_t len);

/* Something that is shown has changed: ui_repaint will draw. Handling a key implies it. */
void ui_touch(struct ui *ui);
/* As ui_touch, and nothing on the screen is to be relied on. */
void ui_touch_all(struct ui *ui);

/* What the loop calls. ui_input reads what is there (standard input) and handles all keys in it;
 * false when the terminal is gone. ui_repaint draws once if anything was touched: call it before
 * sleeping. */
bool ui_input(struct ui *ui);
void ui_timeout(struct ui *ui);
void ui_repaint(struct ui *ui);

/* And for its signals. ui_resized: SIGWINCH. ui_suspend: SIGTSTP; leaves the screen, stops the
 * process, returns when it goes on. ui_resumed: SIGCONT; after a stop that nobody announced (kill
 * -STOP) all is painted anew. */
void ui_resized(struct ui *ui);
void ui_suspend(struct ui *ui);
void ui_resumed(struct ui *ui);

/* Another program takes the terminal for a while (secret-command asking for a passphrase): nothing
 * is drawn meanwhile; the caller keeps from calling ui_input. */
void ui_leave(struct ui *ui);
void ui_return(struct ui *ui);

#endif
