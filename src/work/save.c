/* SPDX-License-Identifier: ISC */
#include "work/save.h"

#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "schema/changes.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"

struct save {
	struct client *client;
	const struct resource *resource;
	struct record *before, *mine; /* of the edit: as it was loaded, as it is to become */
	struct client_call *call;
	bool sent; /* a write was, and somebody else wrote too: this is the second round */
	save_fn *fn;
	void *data;
};

static void save_free(struct save *save)
{
	client_cancel(save->call);
	record_free(save->before);
	record_free(save->mine);
	free(save);
}

static void end(struct save *save, enum save_outcome outcome, struct record *record,
		const struct failure *failure)
{
	save->fn(save->data, outcome, record, failure);
	save_free(save);
}

static enum save_outcome unread(const struct save *save)
{
	return save->sent ? SAVE_FAILED : SAVE_UNREAD;
}

/* --- a record that is there ------------------------------------------------------------------ */

static void read_and_update(struct save *save);

/* When somebody else wrote while our answer got lost, both are compared once more. */
static void updated(void *data, struct record *record, const struct failure *failure)
{
	struct save *save = data;

	save->call = NULL;
	if (record) {
		end(save, SAVE_DONE, record, NULL);
	} else if (failure->changed_meanwhile && !save->sent) {
		save->sent = true;
		read_and_update(save);
	} else {
		end(save, SAVE_FAILED, NULL, failure);
	}
}

static bool differ(const struct record *before, const struct record *after)
{
	struct changes changes;

	changes_find(&changes, before, after);
	bool any = changes.count > 0;
	changes_finish(&changes);
	return any;
}

enum save_outcome save_meet(const struct record *before, const struct record *mine,
			    const struct record *theirs, struct record **merged)
{
	enum save_outcome outcome = SAVE_CLASH;
	struct clashes clashes;

	*merged = NULL;
	clashes_find(&clashes, before, mine, theirs);
	if (clashes.count == 0) {
		*merged = clashes_merge(&clashes, before, mine, theirs);
		outcome = differ(theirs, *merged) ? SAVE_DONE : SAVE_NOTHING;
	}
	clashes_finish(&clashes);
	if (outcome == SAVE_NOTHING) {
		record_free(*merged);
		*merged = NULL;
	}
	return outcome;
}

static void theirs_read(void *data, struct record *theirs, const struct failure *failure)
{
	struct save *save = data;
	struct record *merged;

	save->call = NULL;
	if (!theirs) {
		end(save, unread(save), NULL, failure);
		return;
	}
	switch (save_meet(save->before, save->mine, theirs, &merged)) {
	case SAVE_CLASH:
		end(save, SAVE_CLASH, theirs, NULL);
		return;
	case SAVE_NOTHING:
		end(save, save->sent ? SAVE_DONE : SAVE_NOTHING, theirs, NULL);
		return;
	default:
		save->call = client_update(save->client, save->resource, theirs, merged, updated, save);
	}
	record_free(theirs);
	record_free(merged);
}

static void read_and_update(struct save *save)
{
	save->call = client_get(save->client, save->resource, record_key(save->before), theirs_read,
				save);
}

/* --- a new one (N9) -------------------------------------------------------------------------- */

static void look_and_create(struct save *save);

/* Somebody may have created it between our look and our write: that one is to be seen. */
static bool was_faster(const struct failure *failure)
{
	return failure->changed_meanwhile || failure->status == 409;
}

static void created(void *data, struct record *record, const struct failure *failure)
{
	struct save *save = data;

	save->call = NULL;
	if (record) {
		end(save, SAVE_DONE, record, NULL);
	} else if (was_faster(failure) && !save->sent) {
		save->sent = true;
		look_and_create(save);
	} else {
		end(save, SAVE_FAILED, NULL, failure);
	}
}

static void looked(void *data, struct record *by_key, struct record *by_external_id,
		   const struct failure *failure)
{
	struct save *save = data;
	struct record *taken = by_key ? by_key : by_external_id;

	save->call = NULL;
	if (by_key)
		record_free(by_external_id);
	if (failure)
		end(save, unread(save), NULL, failure);
	else if (taken)
		end(save, SAVE_TAKEN, taken, NULL);
	else
		save->call = client_create(save->client, save->resource, save->mine, created, save);
}

static void look_and_create(struct save *save)
{
	const struct schema *schema = save->resource->schema;
	const char *id = schema->external_id
				 ? json_text(record_value(
					   save->mine, schema_field(schema, schema->external_id)))
				 : NULL;

	save->call = client_find_taken(save->client, save->resource, record_key(save->mine), id,
				       looked, save);
}

/* --- both ------------------------------------------------------------------------------------ */

struct save *save_start(struct client *client, const struct resource *resource,
			const struct edit *edit, save_fn *fn, void *data)
{
	struct save *save = xcalloc(1, sizeof(*save));

	save->client = client;
	save->resource = resource;
	save->before = record_copy(edit_base(edit));
	save->mine = record_copy(edit_now(edit));
	save->fn = fn;
	save->data = data;
	if (edit_is_new(edit))
		look_and_create(save);
	else
		read_and_update(save);
	return save;
}

void save_cancel(struct save *save)
{
	if (save)
		save_free(save);
}
