/* SPDX-License-Identifier: ISC */
#include "ui/target.h"

#include "ui/draw.h"

static bool is_between(int at, int from, int count, int end)
{
	return at >= 0 && at < end && at >= from && at < from + count;
}

static bool is_pointed_at(const struct canvas *canvas, int row, int col, int rows, int cols)
{
	const struct pointer *pointer = canvas->pointer;

	return pointer && is_between(pointer->row - canvas->top, row, rows, canvas->rows) &&
	       is_between(pointer->col - canvas->left, col, cols, canvas->cols);
}

static void take(struct pointer *pointer, const struct target_class *class, void *data)
{
	*pointer = (struct pointer){
		.row = pointer->row, .col = pointer->col, .class = class, .data = data
	};
}

void target_area(const struct canvas *canvas, const struct target_class *class, void *data)
{
	if (is_pointed_at(canvas, 0, 0, canvas->rows, canvas->cols))
		take(canvas->pointer, class, data);
}

void target_item(const struct canvas *canvas, int row, int col, int rows, int cols,
		 const struct target_class *class, void *data, size_t item)
{
	if (!is_pointed_at(canvas, row, col, rows, cols))
		return;
	take(canvas->pointer, class, data);
	canvas->pointer->is_item = true;
	canvas->pointer->item = item;
}

void target_key(const struct canvas *canvas, int row, int col, int cols, uint32_t key)
{
	if (!is_pointed_at(canvas, row, col, 1, cols))
		return;
	take(canvas->pointer, NULL, NULL);
	canvas->pointer->key = key;
}
