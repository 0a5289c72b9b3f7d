/* import_class.h - what one kind of import is: what its columns mean, and how its rows compare with a live
 * record. For the classes alone; everybody else reads import.h. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_CLASS_H
#define WORK_IMPORT_CLASS_H
#include "work/import.h"

struct json;
struct record;

/* A row as the file has it. Borrowed during the call. */
struct import_cells {
	const char *const *texts; /* by column; a row that is too short has "" */
	size_t count;
	size_t given;	  /* so many of them the row has */
	const char *json; /* of a JSON file: the object's text, and there are no cells. NULL: CSV */
	size_t json_len;
	uint32_t line;
};

/* What is known of the record that rows are about. Borrowed during the call. */
struct import_live {
	const struct record *record; /* NULL: there is none with that key */
	const struct record *holder; /* who has the external id that the class asked for; NULL: nobody */
};

struct import_class {
	const char *name;
	size_t state_size; /* import_state: zeroed, the class's own */
	bool takes_json;
	bool one_row_a_key; /* a second row with the same key is wrong */
	bool has_removals;  /* the summary always says how many */
	/* What a file of wrong rows has for a cell that a row lacks, where an empty one would be a wish; NULL:
	 * an empty cell says nothing. */
	const char *lacking;

	/* What a heading means; NULL: nothing that is known. The caller frees. */
	char *(*target)(const struct import *import, const char *heading);
	/* As import_target_at. */
	bool (*target_at)(const struct import *import, size_t i, const char **name, const char **label);
	/* The mapping is made up: looks at import_target of each column and keeps what it needs. Refuses
	 * where a needed column is missing. Also called for a JSON file, which has no columns. */
	bool (*begin)(struct import *import, struct error *err);
	/* Optional: what it has to know before rows are compared (names to choose from). Calls
	 * import_prepared when it is there, maybe at once; cancel stops it. */
	void (*prepare)(struct import *import);
	void (*finish)(struct import *import); /* frees what is in the state; may be NULL */

	/* Looks at one row. *key is the caller's to free; where rows may lack one (import_key_of_id), what stands
	 * for it. False: it is wrong, err says why, with the
	 * column's label in front; *key is what the row has for it then, or NULL. */
	bool (*check)(struct import *import, const struct import_cells *cells, char **key, struct error *err);
	/* Whether a row of the list (N17: it may hold less than its record) says enough about key's rows; else
	 * the record is read. */
	bool (*list_row_is_enough)(const struct import *import, const struct json *row);
	/* The external id that rows[0] would give to the record, and of which it must be known who has it
	 * (N9); NULL: none. The caller frees. The function may be NULL. */
	char *(*external_id)(struct import *import, const uint32_t *rows, const struct record *live);
	/* Gives each of these rows, which have the same key, its verdict: import_judge. */
	void (*judge)(struct import *import, const uint32_t *rows, size_t count,
		      const struct import_live *live);
	/* Optional: what the verdicts do not say, a sentence, once all rows have one; NULL: nothing. The caller
	 * frees. */
	char *(*note)(const struct import *import);
	/* A job without items, and one item more: was and becomes as import_judge got them, as JSON text, ""
	 * for NULL. False when they cannot be kept. */
	struct job *(*job)(const struct import *import);
	bool (*add)(struct job *job, const char *key, const char *was, const char *becomes, struct error *err);
};

/* What stands for the key of a row without one: the external id by which its record is found, or the row
 * alone, which then is a new record. The caller frees. */
char *import_key_of_id(const char *external_id);
char *import_key_of_line(uint32_t line);

void *import_state(const struct import *import);
const struct import_options *import_options(const struct import *import);
struct client *import_client(const struct import *import);

/* What prepare has waited for is there; or err says why it cannot be had, and the import fails. */
void import_prepared(struct import *import, const struct error *err);

/* The cells of a row once more. Valid until the next call here. */
const struct import_cells *import_cells(struct import *import, uint32_t row);
uint32_t import_line(const struct import *import, uint32_t row);

/* The verdict of a row. sentence may be NULL. becomes is what is sent, and was what it was when it was
 * looked at: NULL where this row sends nothing (the same, the wrong, or one whose key another row sends
 * for). All are copied. */
void import_judge(struct import *import, uint32_t row, enum import_verdict verdict, const char *sentence,
		  const struct json *was, const struct json *becomes);
/* The same of a row that has no key: the one of the record that was found for it. */
void import_judge_found(struct import *import, uint32_t row, enum import_verdict verdict, const char *key,
			const char *sentence, const struct json *was, const struct json *becomes);

#endif
