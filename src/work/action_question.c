/* SPDX-License-Identifier: ISC */
#include "work/action_question.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "store/pager.h"
#include "work/marks.h"

/* A record's text on one line: it must not write lines of its own into the question. */
static char *one_line_take(char *text)
{
	char *clean = text_clean(text, strlen(text));

	free(text);
	return clean;
}

bool action_is_needless(const struct action *action, const struct record *record)
{
	return action_is_done(action, record) && !(action->argument && action->value);
}

char *action_whom(const struct action_subject *subject)
{
	const struct record *record = subject->record;

	if (!record)
		return resource_count_text(subject->resource, (long long)subject->keys->count);
	return one_line_take(xasprintf("%s%s%s", record_key(record),
				       *record_title(record) ? " " : "", record_title(record)));
}

char *action_place(const struct client *client)
{
	const struct profile *profile = client_profile(client);
	struct client_info info = client_info(client);

	return one_line_take(xasprintf("%s%s%s%s%s",
				       profile_is_production(profile) ? _("PROD") : "",
				       profile_is_production(profile) ? " " : "",
				       profile->name ? profile->name : profile_url(profile),
				       *info.organization ? ", " : "", info.organization));
}

/* What its row shows as the name people know it by; "" when it is not here. Borrowed. */
static const char *title_of(const struct action_subject *subject, const char *key)
{
	const struct schema *schema = subject->resource->schema;
	const struct field *title = schema_field(schema, schema->title);
	int64_t place = subject->rows ? pager_find(subject->rows, key) : -1;
	const struct pager_row *row = place >= 0 ? pager_row(subject->rows, place) : NULL;

	return row && title ? row->cells[title - schema->fields] : "";
}

char *action_name(const struct action_subject *subject, const char *key)
{
	const char *title = title_of(subject, key);

	return one_line_take(xasprintf("%s%s%s", key, *title ? " " : "", title));
}

static void write_first(const struct action_subject *subject, FILE *out)
{
	enum { SHOWN = 3 };
	const struct marks *keys = subject->keys;

	fputc('\n', out);
	for (size_t i = 0; i < keys->count && i < SHOWN; i++) {
		char *name = action_name(subject, keys->keys[i]);

		fprintf(out, "%s%s", i ? ", " : "", name);
		free(name);
	}
	if (keys->count > SHOWN)
		fputs(", ...", out);
	fprintf(out, "  %s", _("l lists all"));
}

/* "Store: store-bergen Bergen" */
static void write_argument(const struct action *action, const struct action_subject *subject, FILE *out)
{
	char *text = one_line_take(xasprintf("%s%s%s", subject->argument, *subject->argument_label ? " " : "",
					     subject->argument_label));

	fprintf(out, "\n%s: %s", _(action->argument->label), text);
	free(text);
}

char *action_question(const struct client *client, const struct action *action,
		      const struct action_subject *subject)
{
	char *text, *who = action_whom(subject), *place = action_place(client);
	char *who_and_where = xasprintf(_("%s in %s"), who, place);
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _(action->question), who_and_where);
	fprintf(out, "\n%s", _(action->consequence));
	if (subject->argument)
		write_argument(action, subject, out);
	if (!subject->record)
		write_first(subject, out);
	fclose(out);
	free(who_and_where);
	free(place);
	free(who);
	return text;
}
