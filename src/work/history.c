/* SPDX-License-Identifier: ISC */
#include "work/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/entries.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

struct history {
	struct saved_change rows[HISTORY_MAX]; /* the oldest first */
	size_t count, dropped, bytes;
};

struct history *history_new(void)
{
	return xcalloc(1, sizeof(struct history));
}

static void change_finish(struct saved_change *change)
{
	free(change->key);
	free(change->title);
	free(change->before);
	free(change->after);
	free(change->summary);
	free(change->lasting);
}

void history_free(struct history *history)
{
	for (size_t i = 0; history && i < history->count; i++)
		change_finish(&history->rows[i]);
	free(history);
}

static size_t change_bytes(const struct saved_change *change)
{
	return sizeof(*change) + strlen(change->key) + strlen(change->title) +
	       strlen(change->before) + strlen(change->after) + strlen(change->summary) +
	       (change->lasting ? strlen(change->lasting) : 0);
}

static void drop_oldest(struct history *history)
{
	history->bytes -= change_bytes(&history->rows[0]);
	change_finish(&history->rows[0]);
	memmove(&history->rows[0], &history->rows[1],
		--history->count * sizeof(history->rows[0]));
	history->dropped++;
}

static void append(struct history *history, struct saved_change change)
{
	size_t bytes = change_bytes(&change);

	while (history->count == HISTORY_MAX ||
	       (history->count && history->bytes + bytes > HISTORY_BYTES_MAX))
		drop_oldest(history);
	history->rows[history->count++] = change;
	history->bytes += bytes;
}

struct saved_change *saved_change_copy(const struct saved_change *change)
{
	struct saved_change *copy = xmalloc(sizeof(*copy));

	*copy = *change;
	copy->key = xstrdup(change->key);
	copy->title = xstrdup(change->title);
	copy->before = xstrdup(change->before);
	copy->after = xstrdup(change->after);
	copy->summary = xstrdup(change->summary);
	copy->lasting = change->lasting ? xstrdup(change->lasting) : NULL;
	return copy;
}

void saved_change_free(struct saved_change *change)
{
	if (change)
		change_finish(change);
	free(change);
}

/* --- as lines -------------------------------------------------------------- */

static struct record *record_of(const struct saved_change *change, const char *text)
{
	return record_parse(change->resource->schema, text, strlen(text), NULL);
}

bool saved_change_is_save(const struct saved_change *change)
{
	return *change->after;
}

static void write_lines(const struct saved_change *change, FILE *out,
			void (*write)(FILE *out, const struct change_line *line, size_t i))
{
	struct record *before = record_of(change, change->before);
	struct record *after = record_of(change, change->after);
	struct changes changes;
	struct change_lines lines;

	changes_find(&changes, before, after);
	change_lines_find(&lines, &changes);
	for (size_t i = 0; i < lines.count; i++)
		write(out, &lines.rows[i], i);
	change_lines_finish(&lines);
	changes_finish(&changes);
	record_free(before);
	record_free(after);
}

static const char *shown(const char *text)
{
	return *text ? text : "-";
}

static void write_in_summary(FILE *out, const struct change_line *line, size_t i)
{
	fprintf(out, "%s%s: %s -> %s", i ? "; " : "", line->label, shown(line->before),
		shown(line->after));
}

static void write_in_text(FILE *out, const struct change_line *line, size_t i)
{
	(void)i;
	fprintf(out, _("%s\n  before: %s\n  after:  %s\n"), line->label, shown(line->before),
		shown(line->after));
}

static char *summary_of(const struct saved_change *change)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	write_lines(change, out, write_in_summary);
	fclose(out);
	return text;
}

char *saved_change_text(const struct saved_change *change)
{
	char *text, time[CLOCK_TIME_SIZE];
	size_t len;
	FILE *out = xmemstream(&text, &len);

	clock_format_local_time(change->at_s, time);
	if (!saved_change_is_save(change)) {
		fprintf(out, _("At %s\n%s%s%s\n"), time, change->key, *change->key ? " " : "",
			change->summary);
	} else {
		fprintf(out, change->created ? _("%s %s, made at %s\n") : _("%s %s, saved at %s\n"),
			change->key, change->title, time);
		write_lines(change, out, write_in_text);
	}
	if (change->lasting)
		fprintf(out, "\n%s\n", change->lasting);
	fclose(out);
	return text;
}

/* --- what is kept ---------------------------------------------------------- */

/* The members among rows that came out different, one side of each, as the text of an object. */
static char *side_of(const struct changes *changes, const struct record *saved, bool after)
{
	struct json *object = json_new_object();

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *row = &changes->rows[i];
		const struct json *now = record_value(saved, row->field);
		const struct json *side = after ? now : row->before;

		if (side && !json_equal(row->before, now))
			field_put_take(row->field, object, json_copy(side));
	}
	char *text = json_print(object);
	json_free(object);
	return text;
}

void history_add(struct history *history, const struct resource *resource,
		 const struct record *base, const struct record *now, const struct record *saved)
{
	struct saved_change change = { .at_s = clock_unix_s(), .resource = resource };
	struct record *nothing = record_new_take(resource->schema, json_new_object(), NULL);
	struct changes changes;

	changes_find(&changes, base ? base : nothing, now);
	change.created = !base;
	change.key = xstrdup(record_key(saved));
	change.title = xstrdup(record_title(saved));
	change.before = side_of(&changes, saved, false);
	change.after = side_of(&changes, saved, true);
	change.summary = summary_of(&change);
	if (change.created)
		change.lasting = xasprintf(_("%s was new then: x can delete it."), change.key);
	if (strcmp(change.before, change.after) != 0)
		append(history, change);
	else
		change_finish(&change);
	changes_finish(&changes);
	record_free(nothing);
}

/* What sets the same member the other way; NULL: nothing does. */
static const struct action *opposite_of(const struct resource *resource, const struct action *action)
{
	for (size_t i = 0; action->member && i < resource->action_count; i++) {
		const struct action *other = &resource->actions[i];

		if (other->member && strcmp(other->member, action->member) == 0 &&
		    other->value != action->value)
			return other;
	}
	return NULL;
}

/* Why z does not turn it round; action NULL: a field was set. The caller frees. */
static char *lasting_of(const struct resource *resource, const struct action *action)
{
	const struct action *opposite = action ? opposite_of(resource, action) : NULL;

	if (opposite)
		return xasprintf(_("z does not undo this, but x does: %s."), _(opposite->label));
	if (action && action->removes)
		return xstrdup(_("What is deleted cannot be brought back."));
	if (action)
		return xstrdup(_("This cannot be undone."));
	return xstrdup(_("z does not undo this: change those records anew."));
}

/* key, title and summary are taken over. */
static void append_deed(struct history *history, const struct resource *resource,
			const struct action *action, char *key, char *title, char *summary)
{
	append(history, (struct saved_change){ .at_s = clock_unix_s(),
					       .resource = resource,
					       .key = key,
					       .title = title,
					       .before = xstrdup(""),
					       .after = xstrdup(""),
					       .summary = summary,
					       .lasting = lasting_of(resource, action) });
}

void history_add_action(struct history *history, const struct resource *resource,
			const struct action *action, const char *key, const char *title)
{
	char *summary = xasprintf(_(action->done), *title ? title : key);

	append_deed(history, resource, action, xstrdup(key), xstrdup(title), summary);
}

void history_add_run(struct history *history, const struct resource *resource,
		     const struct action *action, const char *title, size_t done, size_t all)
{
	char *summary = done == all ? xasprintf(_("%s: all done."), title)
				    : xasprintf(_("%s: %'zu of %'zu done."), title, done, all);

	append_deed(history, resource, action, xstrdup(""), xstrdup(""), summary);
}

size_t history_count(const struct history *history)
{
	return history->count;
}

size_t history_dropped(const struct history *history)
{
	return history->dropped;
}

const struct saved_change *history_at(const struct history *history, size_t i)
{
	return i < history->count ? &history->rows[history->count - 1 - i] : NULL;
}

const struct saved_change *history_last_of(const struct history *history,
					   const struct resource *resource, const char *key)
{
	const struct saved_change *change;

	for (size_t i = 0; (change = history_at(history, i)); i++)
		if (saved_change_is_save(change) && change->resource == resource && strcmp(change->key, key) == 0)
			return change;
	return NULL;
}

/* --- turned round ---------------------------------------------------------- */

struct turning {
	const struct record *before, *after, *current;
	struct edit *edit;
	FILE *since;
};

/* Entries that have a key and that others have changed since stay as they are now. */
static struct json *turned_value(const struct field *field, const struct json *before,
				 const struct json *after, const struct json *current)
{
	bool conflicts;

	if (field->items && field->items->identity && before)
		return entries_merge(field->items, after, before, current, &conflicts);
	return before ? json_copy(before) : NULL;
}

static void turn_round(struct turning *turning, const struct field *field)
{
	const struct json *before = record_value(turning->before, field);
	const struct json *after = record_value(turning->after, field);
	const struct json *current = record_value(turning->current, field);

	if (!before && !after)
		return;
	if (!json_equal(current, after) && !json_equal(current, before))
		fprintf(turning->since, "%s%s", ftell(turning->since) > 0 ? ", " : "",
			_(field->label));
	edit_put_take(turning->edit, (struct place){ 0 }, field, turned_value(field, before, after, current));
}

struct edit *saved_change_reverse(const struct saved_change *change, const struct record *current,
				  char **since)
{
	const struct schema *schema = change->resource->schema;
	struct record *before = record_of(change, change->before);
	struct record *after = record_of(change, change->after);
	struct turning turning = { before, after, current, edit_new_take(record_copy(current)),
				   NULL };
	size_t len;

	turning.since = xmemstream(since, &len);
	for (size_t i = 0; i < schema->field_count; i++)
		turn_round(&turning, &schema->fields[i]);
	fclose(turning.since);
	record_free(before);
	record_free(after);
	if (edit_is_changed(turning.edit))
		return turning.edit;
	edit_free(turning.edit);
	free(*since);
	*since = NULL;
	return NULL;
}
