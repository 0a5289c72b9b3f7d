/* field.h - one member of a record, described once: list column, record page, form, filter, JSON, CSV
 * and help all read this row. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_FIELD_H
#define SCHEMA_FIELD_H
#include <stdbool.h>
#include <stddef.h>

struct kind;
struct json;
struct schema;

/* Where a field takes part. */
enum field_in {
	IN_LIST = 1 << 0,   /* a column of the list, as far as the window is wide */
	IN_RECORD = 1 << 1, /* a line of its tab */
	IN_FILTER = 1 << 2,
	IN_CSV = 1 << 3,
};

enum field_write {
	WRITE_ALWAYS,
	WRITE_NEW,	     /* the key: given once */
	WRITE_NEW_OR_ACTION, /* forms set it on new records; later an action does */
	WRITE_IF_THERE,	     /* written back where the record had it, never added (N5) */
	WRITE_NEVER,	     /* the service's own */
};

/* Holds where the field of that name has that value, or where it has any other. */
struct when {
	const char *field, *value;
	bool otherwise;
};

/* What a field's value is chosen from. */
struct choices {
	const char *source; /* "price-tiers", "sales-reps", "countries": read when needed; NULL: values */
	const char *const *values; /* as they travel, NULL-terminated; may be NULL */
	bool open; /* suggestions only: anything else may be typed */
};

struct field {
	const char *name;	    /* on the wire, in the API reference's spelling */
	/* The member, an object, that has it: "credit"; its name then is "credit.limit". NULL: the record
	 * itself. */
	const char *inside;
	const char *written; /* what it is called in what is sent (F13: customerGroupUids); NULL: as it is read */
	const char *const *aliases; /* other spellings documents use, NULL-terminated; may be NULL */
	const char *label;	    /* N_() */
	const struct kind *kind;
	const struct schema *items; /* kind_list: what an entry looks like */
	const char *sort;	    /* the documented sort name; NULL: the member's name is tried (N13) */
	const struct choices *choices; /* NULL: anything that its kind can parse */
	const char *absent; /* what it means that the member is not there ("1"); NULL: nothing */
	int width_cols;		    /* as a list column */
	int tab;		    /* index into the schema's tabs */
	unsigned in;		    /* enum field_in, ORed */
	enum field_write write;
	bool required;
	const struct when *required_when; /* required only there; NULL: required says it */
	bool never_empty; /* a text that cannot be cleared once it is there: "" would be refused */
	unsigned ops; /* the only conditions that can be about it, 1 << filter_op; 0: those of its kind */
	bool says_op; /* its label says the only condition there is: "Created since" */
	bool derived; /* ours: worked out when the record is read, never in what a service or a file is given */
	bool own; /* says nothing of a record like this one (stock): a duplicate begins without it */
	const char *least; /* of a number: the smallest that is taken, "0"; NULL: any */
};

struct tab {
	const char *label; /* N_() */
};

/* What a record, or an entry of a list in it, is made of. */
struct schema {
	const struct field *fields;
	size_t field_count;
	const struct tab *tabs; /* NULL for entries of a list */
	size_t tab_count;
	const char *key;   /* name of the field that identifies a record; NULL for entries */
	const char *title; /* name of the field that people know it by */
	/* An entry in one line of text: names of fields, "firstName lastName" with a blank between, those
	 * of different strings with a comma. NULL-terminated; NULL: all of them. */
	const char *const *summary;
	const char *external_id; /* name of the field with another system's key for it; NULL: none */
	const char *state; /* name of the yes/no field that is said beside the title; NULL: none */

	/* Of entries: the two fields that together say which one it is, where no two have the same (N22), and
	 * N_("%s from %s"), which says them. NULL-terminated; NULL: entries have no key. */
	const char *const *identity;
	const char *identity_label;
	/* Of entries: the yes/no field that at most one of them has (isPrimary), or one of each value of
	 * group (addressType); and the values of group of which there should be an entry (N12). NULL: no
	 * such rule. */
	const char *primary, *group;
	const char *const *wanted_groups; /* NULL-terminated */
	const char *no_group;		  /* N_("There is no %s address") */
	/* Of entries: the field whose text alone an entry is sent as, and may be read as (N23: an image is its
	 * name). NULL: objects. */
	const char *sent_as;
	bool any_order; /* of entries with sent_as: they are a set, which may come in another order */
	const char *entry_label; /* N_("address"): "add an address" is add_label */
	const char *add_label;   /* N_("Add an address") */
	const char *nth_label;   /* N_("Address %s"), with its number */
};

#define ALIASES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define VALUES(...) ALIASES(__VA_ARGS__)
#define FIELDS(table) .fields = (table), .field_count = sizeof(table) / sizeof((table)[0])
#define TABS(table) .tabs = (table), .tab_count = sizeof(table) / sizeof((table)[0])

/* The field of that name or alias, ignoring case; NULL if there is none. */
const struct field *schema_field(const struct schema *schema, const char *name);

/* Whether some of the fields are inside a member of that name, an object. */
bool schema_holds(const struct schema *schema, const char *name);

/* Whether a record with these members has to have the field; NULL: whether there are records that have to. */
bool field_is_required(const struct field *field, const struct json *object);
/* Whether a value that the service has of it can be taken away: nothing that is sent empties a number, or yes
 * or no. object as above. */
bool field_can_be_emptied(const struct field *field, const struct json *object);

/* The field that a person means by word: as above, or its label without blanks ("pricetier"), or a word
 * of its label that no other field's has ("tier"). NULL if there is none. */
const struct field *schema_field_meant(const struct schema *schema, const char *word);

#endif
