/* SPDX-License-Identifier: ISC */
#include "work/save_words.h"

#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "work/price_matrix.h"
#include "work/price_words.h"

bool save_is_allowed(const struct client *client, const struct resource *resource,
		     struct error *err)
{
	if (!resource->can_update && !resource->can_create)
		return error_set(err, ERROR_INPUT, _("%s: the service lets nobody change them."),
				 _(resource->label));
	if (client_profile(client)->read_only)
		return error_set(err, ERROR_REFUSED, "%s",
				 _("This is read-only mode: nothing can be changed."));
	return true;
}

char *save_words_done(bool is_new, size_t changes, const char *key)
{
	if (is_new)
		return xasprintf(_("Saved %s, which is new."), key);
	return xasprintf(ngettext("Saved %'zu change to %s. z undoes it.",
				  "Saved %'zu changes to %s. z undoes them.", changes),
			 changes, key);
}

char *save_words_discarded(size_t changes, const char *key)
{
	if (!*key)
		return xstrdup(_("Discarded what was to be new. z brings it back."));
	return xasprintf(ngettext("Discarded %'zu change to %s. z brings it back.",
				  "Discarded %'zu changes to %s. z brings them back.", changes),
			 changes, key);
}

char *save_words_wrong(size_t fields)
{
	return xasprintf(ngettext("%'zu field is wrong, nothing was sent.",
				  "%'zu fields are wrong, nothing was sent.", fields),
			 fields);
}

char *save_words_taken(const char *value, const struct record *theirs)
{
	const char *key = record_key(theirs);

	if (strcmp(value, key) == 0)
		return xasprintf(_("%s is taken by %s."), key, record_title(theirs));
	return xasprintf(_("%s is taken by %s %s."), value, key, record_title(theirs));
}

char *save_words_in_the_way(const struct edit *edit, const struct record *theirs)
{
	const struct schema *schema = record_schema(theirs);
	const struct field *id =
		schema->external_id ? schema_field(schema, schema->external_id) : NULL;
	const char *mine = record_key(edit_now(edit));
	bool same_key = text_casecmp(mine, record_key(theirs)) == 0; /* services compare so */
	char *value = same_key || !id ? xstrdup(mine) : record_text(edit_now(edit), id);
	char *text = save_words_taken(value, theirs);

	free(value);
	return text;
}

char *save_words_since(const char *fields)
{
	return xasprintf(_("Somebody has changed this since: %s. Look at what is there now."),
			 fields);
}

const char *save_words_undone(void)
{
	return _("Nothing to undo: it is as it was before.");
}

char *save_words_prices(const struct resource *resource, const struct edit *edit)
{
	const struct field *prices = resource_prices(resource);
	struct price_matrix matrix;

	if (!prices)
		return NULL;
	price_matrix_read(&matrix, record_value(edit_base(edit), prices),
			  record_value(edit_now(edit), prices), &(struct price_axes){ 0 });
	struct price_summary summary = price_matrix_summary(&matrix);
	price_matrix_finish(&matrix);
	bool changed = summary.changed + summary.added + summary.removed;
	return summary.stored && changed ? price_words_summary(summary) : NULL;
}

const char *save_words_unchanged(void)
{
	return _("Nothing is changed, so nothing is sent.");
}

const char *save_words_nothing(void)
{
	return _("The service has all of this already: nothing was sent.");
}

const char *save_words_cancelled(void)
{
	return _("Cancelled, nothing was sent.");
}
