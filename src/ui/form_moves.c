/* The cursor of a form. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

void form_move_to(struct form *form, size_t line)
{
	form_leave(form);
	form->adding = NULL;
	form->cursor = line;
	form_enter(form);
}

/* The next line in that direction that the cursor can be on; the same one at the end. */
static size_t neighbour(const struct form *form, size_t from, int step)
{
	for (size_t i = from + (size_t)step; i < form->count; i += (size_t)step)
		if (!form->lines[i].fixed)
			return i;
	return from;
}

void form_move(struct form *form, int lines)
{
	size_t to = form->cursor;

	for (; lines > 0; lines--)
		to = neighbour(form, to, 1);
	for (; lines < 0; lines++)
		to = neighbour(form, to, -1);
	form_move_to(form, to);
}

void form_move_to_end(struct form *form, int end)
{
	form_move_to(form,
		     end < 0 ? neighbour(form, (size_t)-1, 1) : neighbour(form, form->count, -1));
}

static bool begins_section(const struct form *form, size_t i)
{
	return form->lines[i].type == LINE_HEADING || form->lines[i].type == LINE_BUTTON;
}

static size_t section_below(const struct form *form)
{
	size_t i = form->cursor + 1;

	while (i < form->count && !begins_section(form, i))
		i++;
	if (i < form->count && form->lines[i].fixed)
		i = neighbour(form, i, 1);
	return i < form->count ? i : form->cursor;
}

/* The first line of this section, or of the one above when the cursor is there already. */
static size_t section_above(const struct form *form)
{
	for (size_t i = form->cursor; i-- > 0;) {
		size_t first = begins_section(form, i) ? neighbour(form, i, 1) : form->cursor;
		if (first < form->cursor)
			return first;
	}
	return neighbour(form, (size_t)-1, 1);
}

static int rows_between(const struct form *form, size_t a, size_t b)
{
	int rows = form->lines[b].row - form->lines[a].row;

	return rows < 0 ? -rows : rows;
}

/* Whether the cursor would move by more than what is seen at once; nothing was seen before the
 * first frame. */
static bool is_beyond_page(const struct form *form, size_t line)
{
	return form->page_rows > 0 && rows_between(form, form->cursor, line) >= form->page_rows;
}

/* No further than a page, where a section is longer than that. */
void form_move_section(struct form *form, int step)
{
	size_t target = step > 0 ? section_below(form) : section_above(form), to = form->cursor;

	while (to != target) {
		size_t next = neighbour(form, to, step);
		if (next == to || (to != form->cursor && is_beyond_page(form, next)))
			break;
		to = next;
	}
	form_move_to(form, to);
}
