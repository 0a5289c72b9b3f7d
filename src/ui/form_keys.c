/* The letters of a form: text for the line under the cursor. */
/* SPDX-License-Identifier: ISC */
#include "ui/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"
#include "schema/record.h"
#include "ui/keys.h"

static bool type(struct form *form, const struct key *key)
{
	if (!line_edit_key(&form->text, key))
		return false;
	if (form->text.changed)
		form_put(form, form_line_at_cursor(form), form->text.text);
	form->text.changed = false;
	return true;
}

/* Whether what was typed is how word begins, in the language of the words shown too. */
static bool begins(const struct key *key, const char *word)
{
	char *typed = text_fold(key->text, strlen(key->text));
	char *folded = text_fold(word, strlen(word));
	bool same = *typed && strncmp(folded, typed, strlen(typed)) == 0;

	free(typed);
	free(folded);
	return same;
}

static bool is_yes(const struct form *form, const struct form_line *line)
{
	const struct json *value =
		line->type == LINE_FIELD
			? field_value(line->field, edit_object(form->edit, form->place))
			: edit_attribute(form->edit, line->field, line->index);

	return json_is_true(value);
}

static bool yes_no_key(struct form *form, const struct key *key)
{
	struct form_line *line = form_line_at_cursor(form);
	bool yes = is_yes(form, line);

	if (key->code == ' ' || key->code == K_LEFT || key->code == K_RIGHT)
		yes = !yes;
	else if (key->code < K_ENTER && (begins(key, _("yes")) || begins(key, "yes")))
		yes = true;
	else if (key->code < K_ENTER && (begins(key, _("NO")) || begins(key, "no")))
		yes = false;
	else
		return key->code < K_ENTER &&
		       line->type == LINE_FIELD; /* other letters are none of its */
	form_put(form, line, yes ? "true" : "false");
	return true;
}

/* A letter opens the list narrowed by it; Space alone says no more than that it is wanted. */
static bool closed_key(struct form *form, const struct key *key)
{
	struct form_line *line = form_line_at_cursor(form);

	if (key_is_text(key))
		form->client->choose(form->data, form->place, line->field,
				     strcmp(key->text, " ") == 0 ? "" : key->text);
	else if (key->code == K_DEL || key->code == K_BACKSPACE)
		form_put(form, line, "");
	else
		return false;
	return true;
}

/* Alt-d deletes a word where there are words. Elsewhere it would become Esc, d: all changes
 * dropped. */
static bool is_of_editor(const struct key *key)
{
	uint32_t plain = key->code & ~(uint32_t)K_ALT;

	return key->code & K_ALT &&
	       (plain == 'b' || plain == 'f' || plain == 'd' || plain == K_BACKSPACE);
}

bool form_key(struct form *form, const struct key *key)
{
	struct form_line *line = form_line_at_cursor(form);

	if (form->typing && type(form, key))
		return true;
	if (form->typing || is_of_editor(key))
		return is_of_editor(key);
	if (form_is_yes_no(form, line))
		return yes_no_key(form, key);
	return form_is_closed(line) && closed_key(form, key);
}
