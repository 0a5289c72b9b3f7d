/* catalog_state.h - the inside of the catalog, for catalog.c (the screen and its keys), catalog_cells.c (what
 * its columns show: catalog_columns.c), catalog_reads.c and catalog_tiers.c (which tiers). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_CATALOG_STATE_H
#define SCREENS_CATALOG_STATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/text_list.h"

struct app;
struct client_call;
struct field;
struct list;
struct pager_row;
struct row_reads;

enum catalog_view {
	CATALOG_ONE, /* a tier beside the base price */
	CATALOG_TWO, /* two tiers side by side */
	CATALOG_ALL, /* a column a tier */
};

enum catalog_cell {
	CELL_KEY,
	CELL_NAME,
	CELL_BASE,
	CELL_PRICE, /* of the tier: one piece, */
	CELL_BREAKS, /* and more of them */
	CELL_BESIDE,
	CELL_BESIDE_BREAKS,
	CELL_DIFFERENCE,
	CELL_TIERS, /* and those behind it: one piece in each tier */
};

struct catalog {
	struct app *app;
	struct list *list;
	enum catalog_view view;
	char *tier;   /* NULL: none, base prices are shown */
	char *beside; /* the second one; NULL: none was chosen yet */
	char *buyer;  /* "HRB-1042 Harborline Marine Supply"; NULL: the catalog is nobody's */
	char *buyer_currency; /* "" not known */
	char *currency;       /* of the first row; those of another one say so. NULL: no row is here */

	struct text_list tiers; /* all there are; empty: they are on their way */
	bool tiers_are_partial;
	struct client_call *asking;
	void (*when_known)(struct catalog *catalog); /* the key that waits for them; NULL: none */

	struct row_reads *reads; /* records of rows that have no prices; NULL: rows have them */
	char *breaks_label, *beside_breaks_label; /* of columns */
	char **cells;		 /* of the row drawn last */
	size_t cell_count;
};

/* catalog_columns.c */
void catalog_show(struct catalog *catalog); /* the view, a tier or the tiers are others now */
void catalog_choose_columns(struct list *list, int cols);
const struct field *catalog_field_of(const struct list *list, size_t cell);

/* catalog_cells.c */
const char *const *catalog_row_cells(struct list *list, const struct pager_row *row);
void catalog_free_cells(struct catalog *catalog);
/* "USD": what amounts are in that say nothing else; "" not known. */
const char *catalog_currency(struct catalog *catalog);

/* catalog_reads.c: records of rows that have no prices. */
void catalog_rows_shown(struct list *list);
void catalog_forget_reads(struct list *list); /* they are read anew when they are shown */
void catalog_forget_read(struct list *list, const char *key);
bool catalog_stop_reading(struct list *list); /* false: nothing is under way */

/* catalog_tiers.c */
void catalog_ask_tiers(struct catalog *catalog); /* in the background */
void catalog_next_tier(struct catalog *catalog);
void catalog_choose_tier(struct catalog *catalog);
void catalog_choose_beside(struct catalog *catalog);
void catalog_show_all(struct catalog *catalog);

#endif
