/* target.h - what the mouse does where something stands. Nothing keeps a map of the window: a click has
 * the frame drawn once more, and whoever draws says what can be pressed where. So no target outlives what
 * it stands for, and without a mouse each costs a comparison. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_TARGET_H
#define UI_TARGET_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct canvas;

/* What a widget does with the mouse; data is its own. */
struct target_class {
	/* Puts the cursor on that item. True: it is to be opened as well (Enter follows). */
	bool (*click)(void *data, size_t item);
	/* The wheel: so many rows down, up when negative. NULL: so many times Down or Up. */
	void (*scroll)(void *data, int rows);
};

/* All of the canvas belongs to the widget: the wheel is its. */
void target_area(const struct canvas *canvas, const struct target_class *class, void *data);

/* There stands an item of the widget's: a row of a table, a field of a form. */
void target_item(const struct canvas *canvas, int row, int col, int rows, int cols,
		 const struct target_class *class, void *data, size_t item);

/* A click on these columns is that key (keys.h): a hint, the tab of a record. */
void target_key(const struct canvas *canvas, int row, int col, int cols, uint32_t key);

/* Where the mouse is, and what was found there: the last one that says it stands there does. A frame that
 * is drawn for it has it in each canvas. */
struct pointer {
	int row, col;                     /* of the window */
	const struct target_class *class; /* of the widget; NULL: none */
	void *data;
	bool is_item;
	size_t item;
	uint32_t key; /* 0: none */
};

#endif
