/* export.h - records as a file that spreadsheets and imports take: CSV or JSON, with the wire's names as
 * headings and the wire's values, numbers byte for byte. All pages of a list, or the records of some keys;
 * where rows of a list lack what is asked for, each record is read (N17). Bounded memory: what has to wait
 * until all columns are known waits on the disk. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_EXPORT_H
#define WORK_EXPORT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct client;
struct columns;
struct error;
struct loop;
struct query;
struct resource;
struct text_list;

struct export; /* opaque */

enum export_format { EXPORT_CSV, EXPORT_JSON, EXPORT_PRICES, /* a price list: work/price_line.h */ EXPORT_FORMATS };

/* What is wanted; only read while it is started, but for keys and stream. */
struct export_order {
	const struct query *query;    /* these records, */
	const struct text_list *keys; /* or, where it is not NULL, those of these keys: it is to outlive the
					 export */
	const struct resource *resource;
	int64_t limit; /* at most so many; 0: all */

	enum export_format format;
	/* Those that are shown; NULL: all that a file can have, of CSV also a column for each attribute, of
	 * JSON the whole record. */
	const struct columns *columns;
	const char *tier;	 /* of a price list: this price tier alone; NULL: all */
	char delimiter, decimal; /* of CSV: between cells, and the point of numbers */
	bool raw;		 /* no apostrophe before what a spreadsheet would run */

	const char *path;  /* a file: there when all is written, mode 0600; what was there goes */
	FILE *stream;	   /* where there is no path: somewhere else, */
	bool is_terminal;  /* which may be a screen: nothing of a record may act on it */
};

/* changed is called from the loop as it goes on, and when it has ended; never from within a call here. NULL
 * with the reason. */
struct export *export_start(struct client *client, struct loop *loop, const struct export_order *order,
			    void (*changed)(void *data), void *data, struct error *err);
/* One that has not ended leaves no file. NULL is fine. */
void export_free(struct export *export);

bool export_is_over(const struct export *export);
const struct error *export_error(const struct export *export); /* why there is no file; NULL */
/* Records so far and all of them; total -1: nobody knows. */
void export_progress(const struct export *export, int64_t *done, int64_t *total);
size_t export_gone(const struct export *export); /* marked, but not there any more */
size_t export_odd(const struct export *export);	 /* prices without tier, quantity or amount: left out */

/* By the ending of path: .json; anything else is CSV. */
enum export_format export_format_of(const char *path);

/* The sign between cells and that in numbers that the locale's spreadsheets expect. */
void export_locale(char *delimiter, char *decimal);

#endif
