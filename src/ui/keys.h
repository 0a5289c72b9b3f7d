/* keys.h - keys, their names, and how a terminal's bytes become keys. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_KEYS_H
#define UI_KEYS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is a number: the code point of what was typed, or one of these; K_CTRL, K_SHIFT and K_ALT are
 * ORed to it. K_ALT is for line editors: the ui makes Esc, x of an Alt-x that the screen's key() has no
 * use for, which is what terminals send for it. */
enum {
	K_ENTER = 0x110000, /* above every code point */
	K_ESC,
	K_TAB,
	K_BACKSPACE,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PGUP,
	K_PGDN,
	K_INS,
	K_DEL,
	K_PASTE,           /* a whole paste: the text member has it */
	K_MOUSE,           /* no key: key_decoder_mouse has it */
	K_F0,              /* K_F0 + 1 is F1, up to F20 */
	K_CTRL = 1 << 24,  /* with a lower case letter or a key from above: K_CTRL | 'b' */
	K_SHIFT = 1 << 25, /* with a key from above: K_SHIFT | K_TAB */
	K_ALT = 1 << 26,   /* with an ASCII character or K_BACKSPACE: K_ALT | 'b' */
};

struct key {
	uint32_t code;
	const char *text; /* UTF-8 of what was typed or pasted, "" for other keys; borrowed for the
			     call */
};

enum { KEY_NAME_SIZE = 32 };

/* "Enter", "Esc", "Tab", "Shift-Tab", "Space", "PgUp", "Ctrl-b", "F2", "?" and so on. False for any
 * other text, Alt's keys too: no command is bound to them. Names are read without regard to case, single
 * characters with. */
bool key_parse(const char *name, uint32_t *code);
void key_to_name(uint32_t code, char out[KEY_NAME_SIZE]);

/* Whether the key types text into a field. */
bool key_is_text(const struct key *key);
/* Whether a field that is being typed into keeps the key for itself: characters, and what moves and
 * deletes in it. */
bool key_is_for_field(uint32_t code);

/* Makes keys of bytes. Times are clock_now_ms(); nothing here waits. */
struct key_decoder;

/* An Esc that nothing follows for escape_delay_ms is the key Esc. */
struct key_decoder *key_decoder_new(int escape_delay_ms);
void key_decoder_free(struct key_decoder *decoder);

/* A sequence of this terminal's own (terminfo); what ANSI terminals send is known anyway. */
void key_decoder_add(struct key_decoder *decoder, const char *sequence, uint32_t code);

void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t len, int64_t now_ms);

/* The next key; false when the bytes so far make none (yet). key->text lives until the next call.
 * An Esc whose sequence came too late ([ or O within 200 ms) has been given out already: the late
 * sequence is swallowed. A paste has spaces for line ends and tabs, and no other controls. */
bool key_decoder_next(struct key_decoder *decoder, struct key *key, int64_t now_ms);

/* The mouse, where the terminal reports it (SGR 1006); of what it sends a press of the left button and the
 * wheel count. */
enum mouse_button { MOUSE_LEFT, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct mouse_event {
	enum mouse_button button;
	int row, col; /* of the window, from 0 */
};

/* From now on such reports are K_MOUSE; else they are dropped, as those of another program that left its
 * mouse on are. */
void key_decoder_take_mouse(struct key_decoder *decoder);
/* What the K_MOUSE that key_decoder_next has just given was. */
struct mouse_event key_decoder_mouse(const struct key_decoder *decoder);

/* Milliseconds after which key_decoder_next is worth calling although no byte came; -1: never. */
int key_decoder_wait_ms(const struct key_decoder *decoder, int64_t now_ms);

#endif
