/* Where the service has search fields, a list is narrowed by one at a time: which, and its value. */
/* SPDX-License-Identifier: ISC */
#include "plain/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "plain/action_argument.h"
#include "plain/plain_state.h"
#include "plain/say.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"
#include "work/search_fields.h"

struct asking {
	struct list *list;
	const struct field *field; /* NULL: the search text */
	enum filter_op op;
};

/* What cannot stay beside it goes, and it is said what that was. */
static void make_room(struct asking *asking, struct query *query)
{
	char *conflict = search_fields_conflict(query, asking->field);

	if (conflict)
		say(asking->list->plain, _("%s The other conditions are taken away."), conflict);
	search_fields_make_room(query, asking->field);
	free(conflict);
}

static bool put(struct query *query, const struct condition *condition, struct error *err)
{
	size_t at = search_fields_present(query, condition->field);

	return at < query_size(query) ? query_replace(query, at, condition, err)
				      : query_add(query, condition->field, condition->op,
						  condition->value, err);
}

/* value is as it travels; "": the condition goes. */
static void take(struct asking *asking, const char *value)
{
	struct query *query = query_copy(asking->list->query);
	struct condition condition = { asking->field, asking->op, xstrdup(value) };
	struct error err;
	bool ok = true;

	if (*value)
		make_room(asking, query);
	if (!asking->field)
		query_set_search(query, value);
	else if (*value)
		ok = put(query, &condition, &err);
	else
		query_remove(query, search_fields_present(query, asking->field));
	if (ok) {
		plain_list_ask_take(asking->list, query, 1);
	} else {
		say(asking->list->plain, "%s", err.message);
		query_free(query);
	}
	free(condition.value);
}

static void text_answered(void *data, const char *line)
{
	struct asking *asking = data;

	if (line)
		take(asking, line);
	free(asking);
}

static void value_answered(void *data, const char *value, const char *label)
{
	struct asking *asking = data;
	bool leaves = !value && asking->field->choices; /* else the empty line takes it away */

	(void)label;
	if (!leaves)
		take(asking, value ? value : "");
	free(asking);
}

static void yes_no_answered(void *data, const char *value)
{
	struct asking *asking = data;

	if (value)
		take(asking, value);
	free(asking);
}

static void ask_yes_no_or_neither(struct asking *asking)
{
	const struct pick_item items[] = { { "true", _("yes") }, { "false", _("no") } };

	ask_choice(asking->list->plain, &(struct choosing){ .title = _(asking->field->label),
							    .items = items,
							    .count = 2,
							    .by_label = true,
							    .fn = yes_no_answered,
							    .data = asking });
}

static void ask_value(struct asking *asking)
{
	if (!asking->field)
		ask_line(asking->list->plain, _("Text, or an empty line for none"), text_answered,
			 asking);
	else if (asking->field->kind->filter_ops == OPS_EQUALITY)
		ask_yes_no_or_neither(asking);
	else
		plain_field_ask(asking->list->plain, asking->field, value_answered, asking);
}

static void field_chosen(void *data, const char *value)
{
	struct list *list = data;
	struct asking asking = { .list = list };

	if (!value)
		return;
	asking.field = schema_field(resource_criteria(list->resource), value);
	if (!asking.field && strcmp(value, SEARCH_TEXT) != 0) { /* conditions in words */
		plain_list_filter(list->plain, list, value);
		return;
	}
	if (asking.field && !search_fields_only_op(list->query, asking.field, &asking.op))
		asking.op = OP_EQUALS;
	struct asking *kept = xmalloc(sizeof(*kept));
	*kept = asking;
	ask_value(kept);
}

void plain_list_ask_fields(struct list *list)
{
	char *now = query_filter_text(list->query);
	char *note = xasprintf(_("or conditions in words: %s"), list->resource->filter_example);
	struct search_fields fields;

	if (*now)
		say(list->plain, _("Now: %s"), now);
	search_fields_init(&fields, list->query);
	ask_choice(list->plain, &(struct choosing){ .title = _("Which field?"),
						    .note = note,
						    .items = fields.items,
						    .count = fields.count,
						    .open = true,
						    .fn = field_chosen,
						    .data = list });
	search_fields_finish(&fields);
	free(note);
	free(now);
}
