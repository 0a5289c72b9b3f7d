/* SPDX-License-Identifier: ISC */
#include "work/price_change.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/price_edit.h"
#include "model/price_list.h"
#include "schema/json_scan.h"

void price_changes_finish(struct price_changes *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		free(changes->rows[i].tier);
		free(changes->rows[i].before);
		free(changes->rows[i].after);
	}
	free(changes->rows);
	*changes = (struct price_changes){ 0 };
}

static bool is_in(struct price_scope scope, const struct price_entry *row)
{
	return (!scope.tier || text_casecmp(scope.tier, row->tier) == 0) &&
	       (!scope.at_quantity || scope.at_quantity == row->at_quantity);
}

static bool says(const struct price_entry *row, const char *amount)
{
	struct decimal price;

	if (row->exact && amount && decimal_from_number(amount, &price))
		return decimal_compare(row->price, price) == 0;
	return amount && strcmp(row->text, amount) == 0;
}

/* before may be NULL; so may after. */
static void add(struct price_changes *changes, const char *tier, int64_t at_quantity,
		const struct price_entry *before, const char *after)
{
	if (before && says(before, after)) {
		changes->same++;
		return;
	}
	changes->rows = xreallocarray(changes->rows, changes->count + 1, sizeof(*changes->rows));
	changes->rows[changes->count++] = (struct price_change){
		.tier = xstrdup(tier),
		.at_quantity = at_quantity,
		.before = before ? xstrdup(before->text) : NULL,
		.after = after ? xstrdup(after) : NULL,
	};
}

void price_changes_set(struct price_changes *changes, const struct price_list *list,
		       struct price_scope scope, struct decimal amount)
{
	char text[DECIMAL_TEXT_SIZE];
	size_t found = 0;

	*changes = (struct price_changes){ 0 };
	decimal_format(amount, text);
	for (size_t i = 0; i < list->count; i++) {
		const struct price_entry *row = &list->rows[i];
		if (!is_in(scope, row))
			continue;
		add(changes, row->tier, row->at_quantity, row, text);
		found++;
	}
	if (!found && scope.tier && scope.at_quantity)
		add(changes, scope.tier, scope.at_quantity, NULL, text);
}

/* The row's amount changed by percent, as text; false where that cannot be said exactly. */
static bool work_out(const struct price_entry *row, struct decimal percent, struct decimal step,
		     char text[DECIMAL_TEXT_SIZE])
{
	struct decimal after;

	if (!row->exact || !decimal_add_percent(row->price, percent, step, &after))
		return false;
	decimal_format(after, text);
	return true;
}

void price_changes_percent(struct price_changes *changes, const struct price_list *list,
			   struct price_scope scope, struct decimal percent, struct decimal step)
{
	char text[DECIMAL_TEXT_SIZE];

	*changes = (struct price_changes){ 0 };
	for (size_t i = 0; i < list->count; i++) {
		const struct price_entry *row = &list->rows[i];
		if (!is_in(scope, row))
			continue;
		if (work_out(row, percent, step, text))
			add(changes, row->tier, row->at_quantity, row, text);
		else
			changes->left_out++;
	}
}

static void copy_row(struct price_changes *changes, const struct price_list *list,
		     const struct price_entry *row, const char *to, struct decimal percent,
		     struct decimal step)
{
	const struct price_entry *there = price_list_at(list, to, row->at_quantity);
	char text[DECIMAL_TEXT_SIZE];

	if (!percent.value && json_scan_is_number(row->text))
		add(changes, there ? there->tier : to, row->at_quantity, there, row->text);
	else if (work_out(row, percent, step, text))
		add(changes, there ? there->tier : to, row->at_quantity, there, text);
	else
		changes->left_out++;
}

void price_changes_copy(struct price_changes *changes, const struct price_list *list,
			const char *from, const char *to, struct decimal percent,
			struct decimal step)
{
	*changes = (struct price_changes){ 0 };
	for (size_t i = 0; i < list->count; i++) {
		const struct price_entry *row = &list->rows[i];
		if (text_casecmp(row->tier, from) == 0)
			copy_row(changes, list, row, to, percent, step);
		else if (text_casecmp(row->tier, to) == 0 &&
			 !price_list_at(list, from, row->at_quantity))
			add(changes, row->tier, row->at_quantity, row, NULL);
	}
}

void price_changes_remove(struct price_changes *changes, const struct price_list *list,
			  struct price_scope scope)
{
	*changes = (struct price_changes){ 0 };
	for (size_t i = 0; i < list->count; i++)
		if (is_in(scope, &list->rows[i]))
			add(changes, list->rows[i].tier, list->rows[i].at_quantity, &list->rows[i],
			    NULL);
}

void price_changes_apply(const struct price_changes *changes, struct json *entries,
			 const struct json *base)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct price_change *row = &changes->rows[i];
		if (row->after)
			price_edit_put(entries, base, row->tier, row->at_quantity, row->after);
		else
			price_list_remove(entries, row->tier, row->at_quantity);
	}
}
