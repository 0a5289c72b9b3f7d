/* SPDX-License-Identifier: ISC */
#include "work/review_rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"

/* What changed between two versions, by line. */
struct difference {
	struct changes changes;
	struct change_lines lines;
};

/* after NULL: what edit has. */
static void difference_find(struct difference *difference, const struct edit *edit,
			    const struct record *after)
{
	if (after)
		changes_find(&difference->changes, edit_base(edit), after);
	else
		edit_find_changes(edit, &difference->changes);
	change_lines_find(&difference->lines, &difference->changes);
}

static void difference_finish(struct difference *difference)
{
	change_lines_finish(&difference->lines);
	changes_finish(&difference->changes);
}

/* Its entries are told apart by what they say, not by their number. */
static bool has_key(const struct field *list)
{
	return list->items && list->items->identity;
}

static const struct change_line *line_like(const struct change_lines *lines,
					   const struct change_line *like)
{
	for (size_t i = 0; i < lines->count; i++)
		if (lines->rows[i].field == like->field &&
		    (has_key(like->field) || lines->rows[i].entry == like->entry) &&
		    strcmp(lines->rows[i].label, like->label) == 0)
			return &lines->rows[i];
	return NULL;
}

static struct clash *clash_of(struct clashes *clashes, const struct field *field)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (clashes->rows[i].field == field)
			return &clashes->rows[i];
	return NULL;
}

static struct review_row *add(struct review_rows *rows, const struct change_line *line)
{
	rows->rows = xreallocarray(rows->rows, rows->count + 1, sizeof(*rows->rows));
	rows->rows[rows->count] = (struct review_row){
		.field = line->field,
		.label = xstrdup(line->label),
		.now = xstrdup(line->before),
		.after = xstrdup(line->after),
	};
	return &rows->rows[rows->count++];
}

/* A line of ours in a member that somebody else changed too: there it may be as it was. */
static void set_theirs(struct review_row *row, const struct change_line *theirs,
		       struct clash *clash)
{
	row->clash = clash;
	row->theirs = xstrdup(theirs ? theirs->after : row->now);
}

/* A line that they alone changed, in a member of which one side wins whole: ours leaves it as it was. */
static void add_theirs_alone(struct review_rows *rows, const struct change_line *line,
			     struct clash *clash)
{
	struct review_row *row = add(rows, line);

	xreplace(&row->after, line->before);
	set_theirs(row, line, clash);
}

static void add_their_lines(struct review_rows *rows, const struct difference *mine,
			    const struct difference *theirs, struct clash *clash)
{
	for (size_t i = 0; i < theirs->lines.count; i++) {
		const struct change_line *line = &theirs->lines.rows[i];

		if (line->field == clash->field && !line_like(&mine->lines, line))
			add_theirs_alone(rows, line, clash);
	}
}

/* Whether the line is decided with the clash: of entries that have a key those that both changed. */
static bool is_of_clash(const struct change_line *line, const struct change_line *theirs)
{
	return !has_key(line->field) || (theirs && strcmp(line->after, theirs->after) != 0);
}

/* What is to be decided must be somewhere, also where no line tells the two sides apart. */
static bool is_shown(const struct review_rows *rows, const struct clash *clash)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->rows[i].clash == clash)
			return true;
	return false;
}

static bool is_last_of_field(const struct change_lines *lines, size_t i)
{
	return i + 1 == lines->count || lines->rows[i + 1].field != lines->rows[i].field;
}

void review_rows_find(struct review_rows *rows, const struct edit *edit, struct clashes *clashes,
		      const struct record *theirs)
{
	struct difference mine, other;

	*rows = (struct review_rows){ 0 };
	difference_find(&mine, edit, NULL);
	difference_find(&other, edit, theirs ? theirs : edit_base(edit));
	for (size_t i = 0; i < mine.lines.count; i++) {
		const struct change_line *line = &mine.lines.rows[i];
		struct review_row *row = add(rows, line);
		struct clash *clash = clash_of(clashes, line->field);

		if (edit_is_new(edit)) /* nothing is there now, whatever no value means */
			xreplace(&row->now, "");

		const struct change_line *theirs_line = line_like(&other.lines, line);

		bool last = is_last_of_field(&mine.lines, i);

		if (clash && (is_of_clash(line, theirs_line) || (last && !is_shown(rows, clash))))
			set_theirs(row, theirs_line, clash);
		if (clash && !has_key(line->field) && last)
			add_their_lines(rows, &mine, &other, clash);
	}
	difference_finish(&mine);
	difference_finish(&other);
}

const char *review_row_outcome(const struct review_row *row)
{
	return row->clash && row->clash->side == SIDE_THEIRS ? row->theirs : row->after;
}

void review_rows_finish(struct review_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		free(rows->rows[i].label);
		free(rows->rows[i].now);
		free(rows->rows[i].after);
		free(rows->rows[i].theirs);
	}
	free(rows->rows);
	*rows = (struct review_rows){ 0 };
}
