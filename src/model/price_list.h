/* price_list.h - what a product costs: one entry for each price tier and quantity from which its price
 * holds (N22). Reads the entries of the wire, finds one, and puts changes back into them so that what a
 * change does not name stays byte for byte, members that the tables do not know included.
 *
 * Tiers are compared without case (N15). Amounts are exact (base/decimal.h); one that is not within its
 * range keeps its text and is never calculated with. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PRICE_LIST_H
#define MODEL_PRICE_LIST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"

struct error;
struct json;

struct price_entry {
	const char *tier;     /* borrowed from the JSON */
	int64_t at_quantity;  /* 1 where the entry has none, or null */
	const char *text;     /* the amount as it travels; borrowed */
	struct decimal price; /* of text, if exact */
	bool exact;
	size_t index; /* among the entries of the JSON */
	size_t rank;  /* of its tier among those of the list: the same for the same tier */
};

struct price_list {
	struct price_entry *rows; /* by tier, then by quantity; each tier and quantity once */
	size_t count;
	/* Entries that are not in rows: no object, no tier or price, a quantity that is no whole number from 0
	 * on, or a tier and quantity that an entry before it has (N22: they are the key). They stay in the
	 * JSON until a change names their tier and quantity. */
	size_t odd;
};

/* entries is the array, borrowed as long as the list is used; NULL: no prices. */
void price_list_read(struct price_list *list, const struct json *entries);
void price_list_finish(struct price_list *list); /* a zeroed one is fine */

/* One entry, its index left as it was; false where it is odd. */
bool price_list_entry(const struct json *entry, struct price_entry *out);
/* Where one belongs, with a price or without; false when that cannot be read. tier is borrowed. */
bool price_list_key(const struct json *entry, const char **tier, int64_t *at_quantity);

/* The entry of exactly that tier and quantity; NULL: none. */
const struct price_entry *price_list_at(const struct price_list *list, const char *tier,
					int64_t at_quantity);
/* The entry that gives the price for so many: that of the largest at_quantity up to quantity. NULL: the
 * tier has no price for so few. */
const struct price_entry *price_list_for(const struct price_list *list, const char *tier,
					 int64_t quantity);

/* Puts the amount (a JSON number's text) into the entry of that tier and quantity, or appends one. An
 * entry that says that amount already stays as it is; others of the same tier and quantity go. */
void price_list_put(struct json *entries, const char *tier, int64_t at_quantity, const char *amount);
/* False: there was none. */
bool price_list_remove(struct json *entries, const char *tier, int64_t at_quantity);

/* --- what a person had better look at; a warning, never a ban ---------------------------------
 * What a tier costs at a quantity is what price_list_for says. Amounts that are not exact are not
 * compared. */

enum price_warning {
	PRICE_FINE,
	PRICE_RISES,   /* it costs more than a smaller quantity in the same tier: ! */
	PRICE_CROSSES, /* at this quantity another tier is dearer that is cheaper at a smaller one, or the
			* other way round: ? */
	PRICE_PASSES,  /* a change made it pass another tier (price_list_passed_at): ? */
};

/* What is to be said of rows[row] as the list is, whatever it was before: never PRICE_PASSES. Where both
 * hold, PRICE_RISES. Takes about one walk over the list. */
enum price_warning price_list_warning(const struct price_list *list, size_t row);
/* The cheapest entry of a smaller quantity in the tier of rows[row], if it costs less; NULL: none does. */
const struct price_entry *price_list_cheaper(const struct price_list *list, size_t row);
/* A tier that rows[row] crosses: at its quantity the two do not cost the same, and the cheaper of them is
 * not the one that is cheaper at the smallest quantity where they differ. NULL: none. Borrowed. */
const char *price_list_crossed(const struct price_list *list, size_t row);

/* A tier that the change from before to after made tier pass (dearer before, cheaper or equal after, or
 * the other way round, at a quantity that both have a price for); NULL: none. Borrowed from after. */
const char *price_list_passed(const struct price_list *before, const struct price_list *after,
			      const char *tier);
/* The same at the quantity of after->rows[row] alone, for its tier. */
const char *price_list_passed_at(const struct price_list *before, const struct price_list *after,
				 size_t row);

#endif
