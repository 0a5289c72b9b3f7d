/* ui_state.h - what the files of this folder share of the ui; screens see ui.h. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_UI_STATE_H
#define UI_UI_STATE_H
#include <stdint.h>

#include "ui/command.h"
#include "ui/draw.h"
#include "ui/paint.h"
#include "ui/ui.h"

struct key_decoder;
struct mouse_event;
struct pointer;
struct screen_class;
struct tty;

/* A screen on the stack. */
struct layer {
	const struct screen_class *class;
	void *state;
};

/* A row of bind(). */
struct binding {
	char *screen; /* "all": everywhere */
	uint32_t key;
	char *command;
};

/* The rows that change seldom: drawn when they say something else than before. */
enum frame_line { LINE_TITLE, LINE_STATUS, LINE_HINTS, FRAME_LINES };

struct ui {
	struct ui_options options;
	struct tty *term;
	struct key_decoder *decoder;
	struct paint paint;
	struct layer *layers;
	size_t depth;
	void **buried; /* states of closed screens, freed when no command of theirs can run */
	size_t buried_count;
	struct binding *bindings;
	size_t binding_count;
	char *message; /* NULL: none */
	enum role message_role;
	bool touched, fresh;
	bool typed_blindly; /* keys came while the window was too small: nobody saw what they would do */
	bool away;      /* another program has the terminal */
	bool continued; /* the SIGCONT after our own stop is still to come */
	struct pointer *pointer; /* the frame is drawn to find out what the mouse is at; else NULL */
	struct draw_cursor_place cursor;
	char *lines[FRAME_LINES]; /* what they say; NULL: not drawn yet */
};

enum { UI_MAX_SCOPES = 6 };

/* The commands that keys can reach now, in the order of look-up; their number. */
size_t ui_scopes(struct ui *ui, struct command_scope scopes[UI_MAX_SCOPES]);

struct layer *ui_top_layer(const struct ui *ui); /* NULL: the stack is empty */
bool ui_is_dialog(const struct layer *layer);
void ui_free_buried(struct ui *ui);

void ui_dispatch(struct ui *ui, const struct key *key);
void ui_mouse(struct ui *ui, const struct mouse_event *event);

/* The command that a key runs in these scopes; *state is what it is called with. NULL: none. */
const struct command *ui_command_of(struct ui *ui, const struct command_scope *scopes, size_t count,
				    uint32_t key, void **state);

/* The command that the user bound this key to, on that screen or everywhere; the last row of bind()
 * wins. NULL: none, the tables say what it does. */
const char *ui_bound_command(const struct ui *ui, const char *screen, uint32_t key);

/* "Ctrl-n Down": the names of the keys that run command on that screen, the user's own first, without
 * those that the user gave another meaning, or a field keeps for itself; separated by blanks, "" for none. The caller frees. */
char *ui_keys_of(const struct ui *ui, const struct command_scope *scope,
		 const struct command *command);

void ui_free_bindings(struct ui *ui);

bool ui_too_small(void);
void ui_draw_frame(struct ui *ui);

/* What works in every screen: help, palette, back, leave; and in dialogs too: redraw, suspend. */
extern const struct command_table ui_commands;
extern const struct command_table ui_dialog_commands;

#endif
