/* key_sequences.h - which key an escape sequence of an ANSI terminal stands for. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_KEY_SEQUENCES_H
#define UI_KEY_SEQUENCES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	SEQUENCE_UNKNOWN = 0,        /* complete, and no key of ours: to be dropped */
	SEQUENCE_PASTE = UINT32_MAX, /* ESC [ 200 ~: text follows until ESC [ 201 ~ */
	SEQUENCE_MOUSE = UINT32_MAX - 1, /* ESC [ < ...: key_sequence_mouse reads it */
};

struct mouse_event;

/* Bytes of the sequence at bytes, which begins behind ESC with [ or O; 0: there must be more of it.
 * code is the key, or one of the above. */
size_t key_sequence_read(const char *bytes, size_t len, uint32_t *code);

/* What a complete sequence that is SEQUENCE_MOUSE says; false: nothing that counts here (a release, a
 * move, another button, with Shift or Ctrl held), or garbage. */
bool key_sequence_mouse(const char *bytes, size_t len, struct mouse_event *event);

#endif
