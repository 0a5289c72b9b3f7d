/* import.h - rows of a file, compared with what the service has before anything is sent. A class says
 * what the columns mean and how rows differ from a record (import_records.h, import of prices); here is
 * what all imports have in common: the file, its rows, reading the live records, the wrong rows as a
 * file again, and the run that sends.
 *
 *	import_new -> import_open (the heading) -> import_map (as often as one likes) -> import_compare
 *	-> changed() ... until import_phase is IMPORT_COMPARED -> import_job -> a run (work/batch.h)
 *
 * Of a row stay some 24 bytes in memory and its key, whatever is in it: its texts are in a temporary file
 * (base/text_file.h). Everything runs in the loop, in slices: keys are never kept waiting. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_H
#define WORK_IMPORT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct client;
struct error;
struct import_class;
struct job;
struct loop;
struct resource;

struct import; /* opaque */

struct import_options {
	bool clear_empty; /* an empty cell is the value: it is sent as empty text */
};

/* changed (NULL: nobody) is called from the loop as it goes on and when a phase ends, never from within a call here; it may not
 * free the import.
 * Client, loop, class and resource are borrowed and must outlive it. */
struct import *import_new(struct client *client, struct loop *loop, const struct import_class *class,
			  const struct resource *resource, const struct import_options *options,
			  void (*changed)(void *data), void *data);
void import_on_change(struct import *import, void (*changed)(void *data), void *data);
void import_free(struct import *import); /* stops what is under way; NULL is fine */

/* Opens the file ("-": standard input) and reads its heading; CSV, or JSON where the class takes it: an
 * array of objects. False with what is wrong, which names file and line. */
bool import_open(struct import *import, const char *path, struct error *err);

/* --- columns: what they are taken for ------------------------------------------------------------ */

size_t import_column_count(const struct import *import); /* 0: a JSON file has none */
/* As the file has it; borrowed. */
const char *import_heading(const struct import *import, size_t column);
/* The name of what it means ("companyName", "customerAttributes.REGION"); "": it is left out; NULL: nobody
 * knows, import_compare refuses. Borrowed. */
const char *import_target(const struct import *import, size_t column);
/* Another meaning, or "" to leave it out. Refuses what the class does not know, and one that another
 * column has already. */
bool import_map(struct import *import, size_t column, const char *target, struct error *err);
/* Whether each column is known, or left out. */
bool import_is_mapped(const struct import *import);
/* What a column may be taken for: name and label of the i-th; false behind the last. Borrowed. */
bool import_target_at(const struct import *import, size_t i, const char **name, const char **label);

/* --- comparing ------------------------------------------------------------------------------------ */

enum import_phase {
	IMPORT_OPEN,	  /* the heading is read, nothing else is under way */
	IMPORT_READING,	  /* rows are read and checked, */
	IMPORT_COMPARING, /* compared with live data */
	IMPORT_COMPARED,  /* each row has its verdict */
	IMPORT_FAILED,	  /* import_error says why; import_compare begins again */
};

/* Reads all rows, checks them and compares them; what was found before is forgotten, another mapping may
 * mean something else. Refuses at once where a column is not known or a needed one is missing. */
bool import_compare(struct import *import, struct error *err);
/* From the next comparison on. */
void import_set_clear_empty(struct import *import, bool clear_empty);
void import_stop(struct import *import); /* back to IMPORT_OPEN */

enum import_phase import_phase(const struct import *import);
const struct error *import_error(const struct import *import); /* NULL: none. Borrowed */
/* Of rows, in this phase; total is 0 while nobody knows. */
void import_progress(const struct import *import, size_t *done, size_t *total);

/* --- rows ------------------------------------------------------------------------------------------ */

enum import_verdict {
	IMPORT_AWAITED, /* not compared yet */
	IMPORT_NEW,
	IMPORT_CHANGED,
	IMPORT_SAME, /* never sent */
	IMPORT_REMOVED,
	IMPORT_RENAMES, /* would give a record another key (N9): sent only where it is chosen */
	IMPORT_WRONG,	/* never sent */
	IMPORT_VERDICTS,
};

struct import_row {
	uint32_t line; /* of the file, on which it begins */
	enum import_verdict verdict;
	bool chosen;	/* of one that renames */
	char *key;	/* or its external id, where it has no key; "" where neither could be read */
	char *sentence; /* what is wrong, or what changes; "" where there is nothing to say */
};

size_t import_row_count(const struct import *import);
size_t import_verdict_count(const struct import *import, enum import_verdict verdict);
enum import_verdict import_verdict_at(const struct import *import, size_t i);
void import_row_read(const struct import *import, size_t i, struct import_row *row);
void import_row_finish(struct import_row *row); /* a zeroed one is fine */
/* The whole row for people: each column with its cell, a line each. The caller frees. */
char *import_row_text(struct import *import, size_t i);
void import_choose(struct import *import, size_t i, bool chosen);

/* "3 new, 12 changed, 140 same, 2 wrong": removed and renamed where the class or the file has such. The
 * caller frees. */
char *import_summary(const struct import *import);
/* What of the file is passed over though its rows are not wrong: a sentence; "" for nothing. The caller frees. */
char *import_note(const struct import *import);

/* Writes the rows that are wrong as they were in the file, with a column error behind; importing takes
 * that file. Atomically, mode 0600. */
bool import_write_wrong(struct import *import, const char *path, struct error *err);

/* --- sending --------------------------------------------------------------------------------------- */

/* Nobody can be asked whether a row may rename: it is wrong, why behind its sentence. */
void import_refuse_renames(struct import *import, const char *why);
/* The service, or the run, did not do what an item of import_job's job asks for: its rows are wrong, and why
 * says how. */
void import_refused(struct import *import, size_t item, const char *why);

/* How many rows would be sent: new, changed, removed, and those chosen. */
size_t import_send_count(const struct import *import);
/* A job for a run (work/batch.h, screens/runs.h) of what is to be sent: as it was when compared, and as it
 * is to be. NULL with the reason. The caller frees. */
struct job *import_job(struct import *import, struct error *err);

const struct resource *import_resource(const struct import *import);
const char *import_path(const struct import *import);
const char *import_name(const struct import *import); /* for people: "standard input" */

#endif
