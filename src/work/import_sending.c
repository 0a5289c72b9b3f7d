/* SPDX-License-Identifier: ISC */
#include "work/import_sending.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "work/batch.h"
#include "work/import.h"

struct import_sending {
	struct import *import;
	struct batch *batch;
	bool over;
	void (*changed)(void *data);
	void *data;
};

static void refuse(struct import_sending *sending, size_t item)
{
	int status;
	char *reason = batch_reason(sending->batch, item, &status);
	const char *trouble = batch_trouble(sending->batch);
	char *text = *reason   ? xstrdup(reason)
		     : trouble ? xasprintf(_("not sent: %s"), trouble)
			       : xstrdup(_("not sent"));

	import_refused(sending->import, item, text);
	free(text);
	free(reason);
}

static void batch_changed(void *data)
{
	struct import_sending *sending = data;

	if (sending->over)
		return;
	if (!batch_is_running(sending->batch)) {
		sending->over = true;
		for (size_t i = 0; i < batch_job(sending->batch)->keys.count; i++)
			if (batch_state(sending->batch, i) != ITEM_DONE)
				refuse(sending, i);
	}
	sending->changed(sending->data);
}

static void item_done(void *data, size_t item)
{
	(void)data;
	(void)item;
}

struct import_sending *import_sending_new(struct import *import, struct client *client,
					  struct loop *loop, void (*changed)(void *data), void *data,
					  struct error *err)
{
	struct import_sending *sending = xcalloc(1, sizeof(*sending));
	const struct batch_listener listener = { .changed = batch_changed,
						 .item_done = item_done,
						 .data = sending };
	struct job *job = import_job(import, err);

	sending->import = import;
	sending->changed = changed;
	sending->data = data;
	sending->batch = job ? batch_new_take(client, loop, job, &listener, err) : NULL;
	if (sending->batch)
		return sending;
	free(sending);
	return NULL;
}

void import_sending_free(struct import_sending *sending)
{
	if (!sending)
		return;
	if (sending->over)
		batch_dismiss_take(sending->batch);
	else
		batch_free(sending->batch);
	free(sending);
}

bool import_sending_is_over(const struct import_sending *sending)
{
	return sending->over;
}

void import_sending_progress(const struct import_sending *sending, size_t *done, size_t *total)
{
	size_t left = batch_count(sending->batch, ITEM_WAITING) +
		      batch_count(sending->batch, ITEM_UNDER_WAY);

	*total = batch_job(sending->batch)->keys.count;
	*done = *total - left;
}
