/* SPDX-License-Identifier: ISC */
#include "sandbox/selection.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "sandbox/collection.h"
#include "sandbox/row.h"
#include "sandbox/sql.h"
#include "schema/field.h"
#include "schema/json_scan.h"

void selection_init(struct selection *selection, const struct collection *collection,
		    int64_t organization)
{
	*selection = (struct selection){
		.collection = collection,
		.organization = organization,
		.sort = schema_field(collection->schema, collection->default_sort),
		.page = 1,
		.page_size = 25,
	};
}

void selection_finish(struct selection *selection)
{
	for (size_t i = 0; i < selection->clause_count; i++)
		free(selection->clauses[i].value);
	free(selection->price_tier);
	*selection = (struct selection){ 0 };
}

void selection_copy(struct selection *copy, const struct selection *selection)
{
	*copy = *selection;
	for (size_t i = 0; i < copy->clause_count; i++)
		copy->clauses[i].value = xstrdup(selection->clauses[i].value);
	if (selection->price_tier)
		copy->price_tier = xstrdup(selection->price_tier);
}

bool selection_add(struct selection *selection, const struct field *field, enum filter_op op,
		   const char *value)
{
	if (selection->clause_count == SELECTION_MAX_CLAUSES)
		return false;
	char *folded = text_fold(value, strlen(value));
	struct cell number =
		field && column_type(field) == COLUMN_NUMBER && json_scan_is_number(folded)
			? cell_number(folded)
			: (struct cell){ .type = CELL_EMPTY };
	if (number.type == CELL_INTEGER) { /* 42.50 is asked for, 42.5 is what cell_text says */
		char space[DECIMAL_TEXT_SIZE];
		xreplace(&folded, cell_text(&number, COLUMN_NUMBER, space));
	}
	selection->clauses[selection->clause_count++] =
		(struct clause){ .field = field, .op = op, .value = folded };
	return true;
}

void selection_search_without(struct selection *selection, const struct field *field)
{
	unsigned place = 0;

	for (const char *const *name = selection->collection->searched; *name; name++, place++)
		for (size_t i = 0; strcmp(*name, field->name) == 0 && i < selection->clause_count;
		     i++)
			selection->clauses[i].without |= 1U << place;
}

/* The next column from *place on that a clause about any of them looks at; NULL at the end. */
static const struct field *next_searched(const struct collection *collection,
					 const struct clause *clause, unsigned *place)
{
	while (collection->searched[*place]) {
		unsigned at = (*place)++;
		if (!(clause->without & 1U << at))
			return schema_field(collection->schema, collection->searched[at]);
	}
	return NULL;
}

/* ---- One row ---- */

static bool ends_with(const char *text, const char *end)
{
	size_t text_len = strlen(text), end_len = strlen(end);

	return text_len >= end_len && memcmp(text + text_len - end_len, end, end_len) == 0;
}

static bool text_matches(const char *text, enum filter_op op, const char *value)
{
	int order = strcmp(text, value);

	switch (op) {
	case OP_STARTS_WITH:
		return strncmp(text, value, strlen(value)) == 0;
	case OP_CONTAINS:
		return strstr(text, value) != NULL;
	case OP_NOT_CONTAINS:
		return strstr(text, value) == NULL;
	case OP_ENDS_WITH:
		return ends_with(text, value);
	case OP_EQUALS:
		return order == 0;
	case OP_NOT_EQUALS:
		return order != 0;
	case OP_GT:
		return order > 0;
	case OP_GTE:
		return order >= 0;
	case OP_LT:
		return order < 0;
	case OP_LTE:
		return order <= 0;
	case OP_COUNT:
		break;
	}
	return false;
}

static bool clause_matches(const struct clause *clause, const struct field *field,
			   const struct row *row)
{
	char space[DECIMAL_TEXT_SIZE];

	return text_matches(cell_text(row_cell(row, field), column_type(field), space), clause->op,
			    clause->value);
}

static bool search_matches(const struct clause *clause, const struct row *row)
{
	const struct field *field;
	unsigned place = 0;

	while ((field = next_searched(row->collection, clause, &place)))
		if (clause_matches(clause, field, row))
			return true;
	return false;
}

bool selection_concerns(const struct selection *selection, int64_t organization,
			const struct row *row)
{
	return selection->organization == organization && selection->collection == row->collection;
}

bool selection_matches(const struct selection *selection, const struct row *row)
{
	for (size_t i = 0; i < selection->clause_count; i++) {
		const struct clause *clause = &selection->clauses[i];
		if (clause->field ? !clause_matches(clause, clause->field, row)
				  : !search_matches(clause, row))
			return false;
	}
	return true;
}

/* Called for each list request: written into room counted beforehand, which costs a tenth of a
 * stream. */
static char *write_key(const struct selection *selection, size_t more, char **end)
{
	size_t room = 128 + more + strlen(selection->collection->table) +
		      (selection->price_tier ? strlen(selection->price_tier) : 0);

	for (size_t i = 0; i < selection->clause_count; i++)
		room += 64 + strlen(selection->clauses[i].value) +
			(selection->clauses[i].field ? strlen(selection->clauses[i].field->name)
						     : 0);
	char *key = xmalloc(room), *at = key;
	at += sprintf(at, "%s %" PRId64 " %s", selection->collection->table,
		      selection->organization, selection->price_tier ? selection->price_tier : "");
	for (size_t i = 0; i < selection->clause_count; i++) {
		const struct clause *clause = &selection->clauses[i];
		at += sprintf(at, " %s %x %d %zu:%s", clause->field ? clause->field->name : "",
			      clause->without, clause->op, strlen(clause->value), clause->value);
	}
	*end = at;
	return key;
}

char *selection_key(const struct selection *selection, bool with_sort)
{
	char *end, *key = write_key(selection, strlen(selection->sort->name), &end);

	if (with_sort)
		sprintf(end, " by %s%s", selection->descending ? "-" : "", selection->sort->name);
	return key;
}

char *selection_page_key(const struct selection *selection)
{
	char *end, *key = write_key(selection, strlen(selection->sort->name), &end);

	sprintf(end, " by %s%s %" PRId64 " %" PRId64, selection->descending ? "-" : "",
		selection->sort->name, selection->page, selection->page_size);
	return key;
}

/* ---- SQL ---- */

/* %s is the column, %d the number of the value. Ranges find rows by an index where functions
 * cannot; U+10FFFF is no character, so that no text goes on with it. */
static const char *const text_sql[OP_COUNT] = {
	[OP_STARTS_WITH] = "(%1$s>=?%2$d AND %1$s<?%2$d||char(1114111))",
	[OP_CONTAINS] = "contains(%1$s,?%2$d)",
	[OP_NOT_CONTAINS] = "NOT contains(%1$s,?%2$d)",
	[OP_ENDS_WITH] = "(?%2$d='' OR substr(%1$s,-length(?%2$d))=?%2$d)",
	[OP_EQUALS] = "%1$s=?%2$d",
	[OP_NOT_EQUALS] = "%1$s<>?%2$d",
	[OP_GT] = "%1$s>?%2$d",
	[OP_GTE] = "%1$s>=?%2$d",
	[OP_LT] = "%1$s<?%2$d",
	[OP_LTE] = "%1$s<=?%2$d",
};

/* The price at one piece in the tier of ?2; a product without one has its own price. */
static const char tier_price[] =
	"coalesce((SELECT CAST(round(json_extract(value,'$.price')*10000) AS INTEGER)"
	" FROM json_each(list_row,'$.prices') WHERE lower(json_extract(value,'$.tier'))=?2"
	" ORDER BY coalesce(json_extract(value,'$.atQuantity'),1) LIMIT 1),price)";

void selection_write_column(const struct selection *selection, const struct field *field, FILE *sql)
{
	if (selection->price_tier && strcmp(field->name, "price") == 0)
		fputs(tier_price, sql);
	else
		fprintf(sql, "\"%s\"", field->name);
}

/* What text operators see: the same text as cell_text gives. */
static void write_text(const struct selection *selection, const struct field *field, FILE *sql)
{
	bool number = column_type(field) == COLUMN_NUMBER;

	fputs(number ? "decimal_text(" : "", sql);
	selection_write_column(selection, field, sql);
	fputs(number ? ")" : "", sql);
}

static void write_clause(const struct selection *selection, const struct field *field,
			 enum filter_op op, int value, FILE *sql)
{
	char *column;
	size_t len;

	if (column_type(field) == COLUMN_BOOL) { /* asked for equality alone */
		fprintf(sql, "\"%s\" %s ?%d", field->name, op == OP_EQUALS ? "=" : "<>", value);
		return;
	}
	FILE *out = xmemstream(&column, &len);
	write_text(selection, field, out);
	fclose(out);
	fprintf(sql, text_sql[op], column, value);
	free(column);
}

/* One call for all columns is quicker than one for each. */
static void write_contained(const struct selection *selection, const struct clause *clause,
			    int value, FILE *sql)
{
	const struct field *field;
	unsigned place = 0;

	fprintf(sql, "contains_any(?%d", value);
	while ((field = next_searched(selection->collection, clause, &place))) {
		fputc(',', sql);
		write_text(selection, field, sql);
	}
	fputc(')', sql);
}

static void write_search(const struct selection *selection, const struct clause *clause, int value,
			 FILE *sql)
{
	const struct field *field;
	const char *before = "(";
	unsigned place = 0;

	if (clause->op == OP_CONTAINS) {
		write_contained(selection, clause, value, sql);
		return;
	}
	while ((field = next_searched(selection->collection, clause, &place))) {
		fputs(before, sql);
		write_clause(selection, field, clause->op, value, sql);
		before = " OR ";
	}
	fputc(')', sql);
}

void selection_write_where(const struct selection *selection, FILE *sql)
{
	fputs("organization=?1", sql);
	for (int i = 0; i < (int)selection->clause_count; i++) {
		const struct clause *clause = &selection->clauses[i];
		fputs(" AND ", sql);
		if (clause->field)
			write_clause(selection, clause->field, clause->op,
				     SELECTION_FIRST_VALUE + i, sql);
		else
			write_search(selection, clause, SELECTION_FIRST_VALUE + i, sql);
	}
}

void selection_bind(const struct selection *selection, sqlite3_stmt *statement)
{
	sqlite3_bind_int64(statement, 1, selection->organization);
	if (selection->price_tier)
		sql_bind_text(statement, 2, selection->price_tier);
	for (int i = 0; i < (int)selection->clause_count; i++) {
		const struct clause *clause = &selection->clauses[i];
		if (clause->field && column_type(clause->field) == COLUMN_BOOL)
			sqlite3_bind_int(statement, SELECTION_FIRST_VALUE + i,
					 strcmp(clause->value, "true") == 0);
		else
			sql_bind_text(statement, SELECTION_FIRST_VALUE + i, clause->value);
	}
}

int selection_next_value(const struct selection *selection)
{
	return SELECTION_FIRST_VALUE + (int)selection->clause_count;
}
