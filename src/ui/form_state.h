/* form_state.h - what the files of a form share; for form*.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_FORM_STATE_H
#define UI_FORM_STATE_H
#include "ui/form.h"
#include "ui/line_edit.h"

struct json;

enum form_line_type {
	LINE_HEADING,
	LINE_FIELD,
	LINE_ENTRY,
	LINE_ATTRIBUTE,
	LINE_ADD,
	LINE_BUTTON,
};

/* Where the complaint of a field comes from: the screen's list, until the field was changed and
 * left; then what check_field said. */
enum form_verdict { VERDICT_OF_SCREEN, VERDICT_FINE, VERDICT_WRONG };

struct form_line {
	enum form_line_type type;
	const struct field *field; /* the list or map for entries, attributes, headings (NULL: of
				    * neither), LINE_ADD */
	size_t index;              /* of the entry, attribute or tab */
	bool fixed;                /* the cursor passes it by */
	bool marked;
	enum form_verdict verdict;
	char *complaint; /* NULL: none */
	bool warning;    /* no more than that */
	/* form_layout.c: in the form as a whole, not the window */
	int row, left;
	int cols, rows;
	int label_cols;
	bool touched; /* shows something else now */
};

/* An entry or attribute that d took away. */
struct form_removed {
	const struct field *field;
	size_t index;
	struct json *value;
	unsigned batch; /* those that went together come back together */
};

struct form {
	struct edit *edit;
	struct place place;
	const struct complaints *complaints;
	char *button;
	const struct form_client *client;
	void *data;

	struct form_line *lines;
	size_t count;
	size_t cursor;
	unsigned round;        /* of complaints that the lines know */
	struct line_edit text; /* of the line under the cursor, while typing */
	bool typing;
	bool changed; /* the text, since the line was entered */

	struct form_removed *removed;
	size_t removed_count;
	/* The list or map that the screen was asked to add to, and how many it had; NULL: none. */
	const struct field *adding;
	size_t adding_from;

	/* form_layout.c */
	int cols, page_rows, total_rows;
	int first_row;
	bool stale; /* lines, complaints or width changed: lay out and draw all of it */
	int drawn_first_row, drawn_top;
};

/* --- form_lines.c: which lines there are ------------------------------------- */

/* Makes the lines anew; the cursor stays on its field, marks and verdicts stay. */
void form_build_lines(struct form *form);
void form_free_lines(struct form_line *lines, size_t count);

struct form_line *form_line_at_cursor(struct form *form);
struct form_line *form_line_of(struct form *form, enum form_line_type type,
			       const struct field *field, size_t index); /* NULL: none */
size_t form_line_index(const struct form *form, const struct form_line *line);

bool form_is_yes_no(const struct form *form, const struct form_line *line);
/* An attribute that is an object or a list: kept, not typed. */
bool form_is_whole(const struct form *form, const struct form_line *line);
bool form_has_choices(const struct form_line *line);
bool form_is_closed(const struct form_line *line); /* nothing but its choices */
/* Letters go into the line as soon as the cursor is on it. */
bool form_is_typed(const struct form *form, const struct form_line *line);

/* --- form_texts.c: what they say (the caller frees; raw UTF-8) --------------- */

char *form_label(const struct form *form, const struct form_line *line);
/* The value: "" where there is none. */
char *form_value(const struct form *form, const struct form_line *line);
/* The value as it is typed: of an attribute true, not yes. */
char *form_typed_value(const struct form *form, const struct form_line *line);
/* "Billing, primary, 14 Chandlery Wharf, Portland" */
char *form_entry_text(const struct edit *edit, struct place place);
/* ~ of a line. */
bool form_is_changed(const struct form *form, const struct form_line *line);

/* --- form_complaints.c ------------------------------------------------------- */

void form_find_complaint(struct form *form, struct form_line *line);
/* Complains about values that were typed before this form was there, and cannot be. */
void form_check_typed(struct form *form);
/* Checks the field as on leaving it: false when it is wrong. */
bool form_check(struct form *form, struct form_line *line);

/* Field has another value: those that are required because of it, or not any more, say so at once. */
void form_check_dependents(struct form *form, const struct field *field);

/* --- form_typing.c: into the edit -------------------------------------------- */

void form_enter(struct form *form);      /* the line under the cursor */
bool form_leave(struct form *form);      /* false: its value is wrong */
void form_type_value(struct form *form); /* an attribute's, from now on */
void form_put(struct form *form, struct form_line *line, const char *text);
void form_revert(struct form *form); /* as it was loaded */

/* --- form_moves.c ------------------------------------------------------------ */

void form_move_to(struct form *form, size_t line);
void form_move(struct form *form, int lines);
void form_move_to_end(struct form *form, int end);   /* -1: the first line, 1: the last */
void form_move_section(struct form *form, int step); /* at most a page */

/* --- form_layout.c ----------------------------------------------------------- */

enum {
	FORM_SIGN_COL,
	FORM_CURSOR_COL,
	FORM_MARK_COL,
	FORM_LABEL_COL,
	FORM_GAP_COLS = 2,
};

/* Finds the rows of all lines for a window of that size, and scrolls to the cursor. */
void form_lay_out(struct form *form, int cols, int rows);
int form_value_col(const struct form_line *line);

/* --- form_entries.c: letters on entries and attributes ----------------------- */

/* Those marked in the list under the cursor, else that under it. As commands. */
void form_remove(struct ui *ui, void *state);
void form_make_primary(struct ui *ui, void *state);
void form_bring_back(struct ui *ui, void *state);
void form_move_entry(struct form *form, int step);
void form_forget_removed(struct form *form);

#endif
