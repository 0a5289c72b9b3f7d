/* query.h - what a list asks for: filters, sort, search. Prints as one line of text and reads back:
 *	companyName:contains:acme active:equals:true sort=-companyName search="two words" */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_QUERY_H
#define SCHEMA_QUERY_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct field;
struct resource;

/* In the order the contract lists them (FilterOperator). */
enum filter_op {
	OP_STARTS_WITH,
	OP_CONTAINS,
	OP_NOT_CONTAINS,
	OP_ENDS_WITH,
	OP_EQUALS,
	OP_NOT_EQUALS,
	OP_GT,
	OP_GTE,
	OP_LT,
	OP_LTE,
	OP_COUNT
};

enum {
	OPS_ALL = (1 << OP_COUNT) - 1,
	OPS_TEXT = (1 << OP_GT) - 1,                            /* the six of products */
	OPS_EQUALITY = (1 << OP_EQUALS) | (1 << OP_NOT_EQUALS), /* yes/no */
};

struct condition {
	const struct field *field;
	enum filter_op op;
	char *value;
};

struct query; /* opaque */

/* A query for every row of resource, in the service's order. resource must outlive it. */
struct query *query_new(const struct resource *resource);
struct query *query_copy(const struct query *query);
void query_free(struct query *query); /* NULL is fine */
bool query_equal(const struct query *a, const struct query *b);

const struct resource *query_resource(const struct query *query);

/* The operators that field can be asked for here, 1 << op ORed; 0: it cannot be filtered. */
unsigned query_ops(const struct query *query, const struct field *field);

/* Adds one condition; value is copied. Refuses what the field or the resource cannot answer, and of a
 * resource's search fields (struct resource, criteria) what is there already or stands on its own. */
bool query_add(struct query *query, const struct field *field, enum filter_op op, const char *value,
	       struct error *err);
/* Adds one written as FIELD:OP:VALUE. A mistake names the word and what would have been right. */
bool query_add_text(struct query *query, const char *text, struct error *err);
/* What a person's text asks for: yes is true, an amount its plain text, a part of a mobile number its digits,
 * all else as it is. NULL with what
 * was expected; the caller frees. */
char *query_value(const struct field *field, enum filter_op op, const char *typed, struct error *err);
/* Another condition in the place of the i-th. */
bool query_replace(struct query *query, size_t i, const struct condition *condition, struct error *err);
void query_remove(struct query *query, size_t i);
void query_clear_filters(struct query *query);

size_t query_size(const struct query *query);
/* Borrowed: valid until query changes. NULL behind the last. */
const struct condition *query_at(const struct query *query, size_t i);

/* Whether what it asks for can be asked for together: a search text may have come to a condition that stands
 * on its own. */
bool query_check(const struct query *query, struct error *err);

/* The field to sort by; NULL: the service's own order. One in an object of the record cannot be. */
bool query_can_sort(const struct field *field);
bool query_set_sort(struct query *query, const struct field *field, bool descending,
		    struct error *err);
/* Sort written as FIELD or -FIELD; complains likewise. */
bool query_set_sort_text(struct query *query, const char *text, struct error *err);
const struct field *query_sort(const struct query *query);
bool query_descending(const struct query *query);

/* Search text; NULL or "" for none. Copied; the getter gives NULL for none, borrowed. */
void query_set_search(struct query *query, const char *text);
const char *query_search(const struct query *query);

/* One line of text; "" when nothing is asked. The caller frees. The other two are for people, who write times
 * as their clock has them; query_filter_text leaves out the sort. */
char *query_print(const struct query *query);
char *query_readable(const struct query *query);
char *query_filter_text(const struct query *query);
/* Reads such a line; NULL with the word that is wrong. */
struct query *query_parse(const struct resource *resource, const char *line, struct error *err);

/* The line with its last word completed, a field or an operator, as far as there is one way to go on;
 * NULL when there is not. The caller frees. */
char *query_complete(const struct resource *resource, const char *line);

/* "customerNumber, companyName": the fields that can be filtered. The caller frees. */
char *query_field_list(const struct resource *resource);

/* "startswith": the operator as the services spell it. */
const char *filter_op_name(enum filter_op op);
/* "starts with", "more than": the operator in words, translated; "" where the field's label says it. */
const char *filter_op_label(enum filter_op op, const struct field *field);
/* "equals, notequals": the names of ops, 1 << op ORed. The caller frees. */
char *filter_op_list(unsigned ops);

#endif
