/* resource.h - a kind of record a service has, as screens and verbs see it: what it is called, what it
 * is made of, what can be asked and done. How it travels is the dialect's (api/dialect.h). */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_RESOURCE_H
#define SCHEMA_RESOURCE_H
#include <stdbool.h>
#include <stddef.h>

struct field;
struct json;
struct record;
struct schema;

/* What can be done to one record besides editing it. Everything said about it is here. */
struct action {
	const char *name;	 /* "deactivate": the command line's verb */
	const char *label;	 /* N_("Deactivate") */
	const char *question;	 /* N_("Deactivate %s?") */
	const char *consequence; /* N_(): what it means, below the question */
	const char *done;	 /* N_("%s is not active any more.") */
	const char *already;	 /* N_("%s is not active already."); NULL without member */
	const char *member;	 /* the field it sets, so that list and record show it at once; NULL: none */
	bool value;		 /* what the field is afterwards */
	/* What it puts into a list of the record (value is true) or takes out of it: the list's name, a member
	 * of its entries, and what that member says. NULL: no list. */
	const char *list, *entry_member, *entry_value;
	const struct field *argument; /* what it has to be told: a store; NULL: nothing */
	/* Its answer is written to a file of the user's, byte for byte; N_("customer-%s.json") is what that
	 * is called if nothing else is said. NULL: it is no such action. */
	const char *file_name;
	bool removes;		 /* the record is gone afterwards, for good: its key is to be typed */
	const char *instead;	 /* name of the action to offer first ("deactivate"); NULL: none */
};

struct resource {
	const char *name;  /* "customers": on the command line */
	const char *label; /* N_("Customers") */
	const struct schema *schema;
	unsigned filter_ops; /* what the service can answer; 0: no filters */
	const char *filter_example; /* a line of conditions (schema/query.h); NULL: no filters */
	/* What conditions can be about where the service has search fields instead of the record's own: each
	 * at most once, and alone says which cannot stand beside others or a search text. NULL: the record's. */
	const struct schema *criteria;
	const char *alone;
	bool whole_rows; /* rows of its list are whole records: what one lacks, the record lacks too */
	bool needs_search; /* nothing is asked before there is a search text */
	/* Rows that are no records yet: they can be taken over as new ones of this resource. They have no
	 * call of their own, and maybe no key. NULL: they are records. */
	const struct resource *taken_over_as;
	const char *in_store; /* N_("In store %s"): a store may see other values (client_get_in_store); NULL: no */
	/* The field that search text is looked for in (contains), for services without a search call; NULL:
	 * the service has one. */
	const char *search_field;
	/* Its records are no more than the values that fields of this source are chosen from (schema/field.h):
	 * they have the key, and what was found out about it. NULL: they are records of the service. */
	const char *source;
	/* Name of the list field with prices per tier and quantity (model/price_list.h), of the field with the
	 * price that holds without a tier, and of the record's currency; NULL: nothing of the kind. */
	const char *prices, *base_price, *currency;
	const struct action *actions;
	size_t action_count;
	bool can_create, can_update;
	const char *state_yes, *state_no; /* N_("ACTIVE"), N_("NOT ACTIVE"): what schema->state says */

	/* Whole sentences, N_(); those with a number have a plural form. */
	const char *count_one, *count_many;   /* "%s customer", "%s customers" */
	const char *none_yet;		      /* "No customers yet." */
	const char *no_match;		      /* "No customer matches %s." */
	const char *gone;		      /* "Customer %s is gone.": it was there */
	const char *new_title;  /* "New customer" */
	const char *missing; /* "There is no customer %s, or your login may not see it." */
};

#define ACTIONS(table) .actions = (table), .action_count = sizeof(table) / sizeof((table)[0])

/* The action of that name; NULL if the resource has none. */
const struct action *resource_action(const struct resource *resource, const char *name);

/* What conditions on it can be about: criteria, or the record's own fields. */
const struct schema *resource_criteria(const struct resource *resource);

/* Whether its rows are records, which their keys open; else they are values (source), or hits that are none
 * yet (taken_over_as). */
bool resource_has_records(const struct resource *resource);

/* Whether record, which may be NULL, is known to be as the action would leave it. */
bool action_is_done(const struct action *action, const struct record *record);

/* The fields that the members of these names say; NULL: none. */
const struct field *resource_prices(const struct resource *resource);
const struct field *resource_currency(const struct resource *resource);

/* "ACTIVE": what the record's state says, translated; "" when it has none. */
const char *resource_state_text(const struct resource *resource, const struct record *record);

/* "52 customers": the number with the locale's grouping, in the right plural form. The caller frees. */
char *resource_count_text(const struct resource *resource, long long count);

#endif
