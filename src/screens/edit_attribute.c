/* SPDX-License-Identifier: ISC */
#include "screens/edit_attribute.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "screens/app_state.h"
#include "screens/edit_fields.h"
#include "screens/edit_session.h"
#include "ui/form.h"
#include "ui/prompt.h"

/* What the question is about; it goes with the answer. */
struct naming {
	struct edit_fields *fields;
	const struct field *map;
	bool is_new;
	size_t i; /* the attribute, unless it is new */
};

static bool give_name(const struct naming *naming, const char *name, struct error *err)
{
	struct edit *edit = naming->fields->session->edit;

	return naming->is_new ? edit_add_attribute(edit, naming->map, name, "", err)
			      : edit_rename_attribute(edit, naming->map, naming->i, name, err);
}

static void ask(struct naming *naming, const char *name, const char *problem);

static void named(void *data, const char *name)
{
	struct naming *naming = data;
	struct error err;

	if (name && !give_name(naming, name, &err)) {
		ask(naming, name, err.message);
		return;
	}
	if (name) {
		form_refresh(naming->fields->form);
		edit_session_changed(naming->fields->session);
	}
	free(naming);
}

static void ask(struct naming *naming, const char *name, const char *problem)
{
	prompt_open(naming->fields->session->app->ui,
		    &(struct prompt){
			    .label = naming->is_new ? _("Name of the new attribute: ")
						    : _("New name: "),
			    .initial = name,
			    .problem = problem,
			    .done = named,
			    .data = naming,
		    });
}

void edit_attribute_add(struct edit_fields *fields, const struct field *map)
{
	struct naming *naming = xmalloc(sizeof(*naming));

	*naming = (struct naming){ .fields = fields, .map = map, .is_new = true };
	ask(naming, NULL, NULL);
}

void edit_attribute_rename(struct edit_fields *fields, const struct field *map, size_t i)
{
	struct naming *naming = xmalloc(sizeof(*naming));

	*naming = (struct naming){ .fields = fields, .map = map, .i = i };
	ask(naming, json_name(edit_attribute(fields->session->edit, map, i)), NULL);
}
