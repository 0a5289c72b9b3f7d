/* list.h - one list of records: its pages, its table, its marks. What the keys do to it is in
 * list_*.c; lists.c is the screen that shows one of the service's lists at a time. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LIST_H
#define SCREENS_LIST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "schema/columns.h"
#include "screens/record_watch.h"
#include "screens/waiting.h"
#include "ui/table.h"
#include "work/marks.h"

struct app;
struct canvas;
struct client_call;
struct field;
struct key;
struct pager;
struct pager_row;
struct query;
struct resource;

struct list;

/* A list that shows something else than the fields of its records. The first three are needed. */
struct list_class {
	/* The columns for a window of cols (table_set_columns). */
	void (*choose_columns)(struct list *list, int cols);
	/* The texts of a row that is here; borrowed until the next call. */
	const char *const *(*cells)(struct list *list, const struct pager_row *row);
	/* The field that a cell shows as it is; NULL: none, its column cannot be sorted by. */
	const struct field *(*field_of)(const struct list *list, size_t cell);
	/* Rows came, or others of them are shown. */
	void (*rows_shown)(struct list *list);
	/* Somebody has changed the record of that key. */
	void (*record_changed)(struct list *list, const char *key);
	void (*reload)(struct list *list); /* all that was found out besides is to be read anew, too */
	bool (*stop)(struct list *list);   /* Esc; false: nothing was under way */
	/* Something more urgent than the position; false: there is nothing. */
	bool (*write_status)(const struct list *list, FILE *out);
	void (*finish)(struct list *list); /* frees own */
};

/* A place to come back to: the record, and where it stood. */
struct list_place {
	char *key; /* NULL: no place; "": its row was not here */
	size_t row;
};

struct list {
	struct app *app;
	const struct resource *resource;
	const struct list_class *class; /* NULL: it shows its records' fields */
	void *own;                      /* the class's */
	struct pager *pager;
	struct table table;
	int cols;         /* the width that the columns were chosen for; 0: none yet */
	struct columns columns; /* what the user wants to see */
	bool to_remember;       /* order or columns were changed (list_memory.h) */
	int preview_cols; /* at the right, 0: the window is too narrow */
	struct waiting waiting;
	struct record_watch watch;

	struct marks marks;
	size_t marks_here; /* of them, among the rows that are here, */
	size_t rows_here;  /* of which there are so many */
	struct timer *gone; /* records were deleted: the list is read again when no more are */
	char *range_from;  /* key of the row marked last: the other end of a range; NULL: none */
	struct mark_all *mark_all; /* list_mark_all.c; NULL: not under way */

	/* The position is written, and the preview drawn, when the cursor has rested: a step is to
	 * cost the bytes of a step. */
	struct timer *rest;
	size_t rested_at; /* row */

	struct list_place return_place; /* where the cursor stood before the search */
	bool returning;                 /* REPLACED means: go there */
	struct list_place held;    /* where it stood before a reload; no key: none is under way */
	bool held_is_new;          /* its key is where the cursor is to go: that it moves is no news */
	struct client_call *probe; /* whether the search text is a record's number */
	char *offered;             /* it is: Enter opens that record; NULL: it is not */
};

/* One of the service's lists, as it was left. */
struct list *list_new(struct app *app, const struct resource *resource);
/* A list of all records, shown as class wants it. */
struct list *list_new_of(struct app *app, const struct resource *resource,
			 const struct list_class *class, void *own);
void list_free(struct list *list); /* NULL is fine */

/* list.c */
/* Under the cursor; NULL: none with a key, which only rows that are no records may lack. */
const struct pager_row *list_row(const struct list *list);
/* The same for somebody who wants to do something with it: says so when the row has no key. */
const struct pager_row *list_row_to_use(const struct list *list);
void list_ask(struct list *list, const struct query *query); /* another query, from its top */
void list_note_place(const struct list *list, struct list_place *place);
/* Moves the cursor by rows, and says whether it could: next and previous record. */
bool list_step(struct list *list, int rows);
/* Reads it again; the cursor stays on its record, wherever that has moved. */
void list_reload(struct list *list);
/* A record of that key came, or NULL: one is gone; what class knows of the others holds. The cursor goes
 * there. */
void list_reload_for(struct list *list, const char *key);
/* Esc: stops what loads, or ends a search. False: nothing of the kind. */
bool list_escape(struct list *list);

/* This login may not see it: there is nothing that could be done here. */
bool list_is_refused(const struct list *list);

/* list_draw.c */
void list_draw(struct list *list, struct canvas *canvas);
void list_write_title(struct list *list, FILE *left, FILE *right);
void list_write_order(const struct list *list, FILE *out); /* the right of the title */
void list_write_status(struct list *list, FILE *out);

/* list_columns.c: chooses the columns for a window of cols. */
void list_choose_columns(struct list *list, int cols);
void list_set_columns(struct list *list, const struct columns *columns); /* copied */

/* list_sort.c */
void list_sort_menu(struct list *list);
void list_sort_by_next_column(struct list *list, int direction);
void list_sort_turn_round(struct list *list);
void list_sort_by_heading(struct list *list, size_t column); /* of the table; turns round what it is */

/* list_search.c */
void list_search(struct list *list);
void list_end_search(struct list *list);
bool list_open_offered(struct list *list); /* false: none was offered */
void list_forget_offer(struct list *list);

/* list_filter.c */
void list_filter(struct list *list);
void list_clear_filter(struct list *list);

/* list_marks.c */
void list_mark(struct list *list);
void list_mark_range(struct list *list);
void list_mark_all(struct list *list);
void list_unmark_all(struct list *list);
void list_count_marks(struct list *list); /* the rows that are here have changed */

#endif
