/* SPDX-License-Identifier: ISC */
#include "base/options.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "base/text.h"

static void list_append_take(struct option_list *list, char *item)
{
	list->items = xreallocarray(list->items, list->size + 1, sizeof(*list->items));
	list->items[list->size++] = item;
}

static void list_finish(struct option_list *list)
{
	for (size_t i = 0; i < list->size; i++)
		free(list->items[i]);
	free(list->items);
	*list = (struct option_list){ 0 };
}

static const struct option_row *find_row(const struct option_table *table, const char *name,
					 size_t len)
{
	for (size_t i = 0; i < table->count; i++)
		if (strlen(table->rows[i].name) == len &&
		    memcmp(table->rows[i].name, name, len) == 0)
			return &table->rows[i];
	return NULL;
}

static bool unknown_option(const struct option_table *table, const char *argument, size_t len,
			   struct error *err)
{
	char *word = xstrndup(argument, len);
	struct nearest nearest = nearest_to(word + strspn(word, "-"));

	for (size_t i = 0; i < table->count; i++)
		nearest_offer(&nearest, table->rows[i].name);
	if (nearest_name(&nearest))
		error_set(err, ERROR_INPUT, _("%s: no such option, did you mean --%s?"), word,
			  nearest_name(&nearest));
	else
		error_set(err, ERROR_INPUT, _("%s: no such option; --help lists them"), word);
	free(word);
	return false;
}

static bool is_choice(const char *const *choices, const char *value)
{
	while (*choices && strcmp(*choices, value) != 0)
		choices++;
	return *choices != NULL;
}

static bool take_choice(const struct option_row *row, const char *value, char **place,
			struct error *err)
{
	if (is_choice(row->choices, value)) {
		xreplace(place, value);
		return true;
	}
	struct nearest nearest = nearest_to(value);
	for (size_t i = 0; row->choices[i]; i++)
		nearest_offer(&nearest, row->choices[i]);
	char *names = text_joined(row->choices), *question = nearest_question(&nearest);
	error_set(err, ERROR_INPUT, _("--%s %s: expected one of %s%s"), row->name, value, names,
		  question);
	free(names);
	free(question);
	return false;
}

static bool take_number(const struct option_row *row, const char *value, int64_t *place,
			struct error *err)
{
	char *end;

	errno = 0;
	int64_t number = strtoll(value, &end, 10);
	if (*value && !*end && strchr("-0123456789", *value) && errno == 0 && number >= row->min &&
	    number <= row->max) {
		*place = number;
		return true;
	}
	if (row->max == INT64_MAX)
		return error_set(err, ERROR_INPUT,
				 _("--%s %s: expected a whole number, at least %" PRId64),
				 row->name, value, row->min);
	return error_set(err, ERROR_INPUT,
			 _("--%s %s: expected a whole number from %" PRId64 " to %" PRId64),
			 row->name, value, row->min, row->max);
}

static bool take_utf8(const struct option_row *row, void *place, const char *text,
		      struct error *err)
{
	switch (row->kind) {
	case OPTION_CHOICE:
		return take_choice(row, text, place, err);
	case OPTION_NUMBER:
		return take_number(row, text, place, err);
	case OPTION_LIST:
		list_append_take(place, xstrdup(text));
		return true;
	case OPTION_FLAG:
	case OPTION_TEXT:
	case OPTION_PATH:
		break;
	}
	xreplace(place, text);
	return true;
}

static bool take_value(const struct option_row *row, void *target, const char *value,
		       struct error *err)
{
	void *place = (char *)target + row->place;

	if (row->kind == OPTION_FLAG) {
		if (value)
			return error_set(err, ERROR_INPUT, _("--%s takes no value"), row->name);
		*(bool *)place = true;
		return true;
	}
	if (!value || !*value)
		return error_set(err, ERROR_INPUT, _("--%s needs a value: --%s %s"), row->name,
				 row->name, _(row->argument));
	if (row->kind == OPTION_PATH) {
		xreplace(place, value);
		return true;
	}
	char *text = text_from_locale(value);
	bool ok = text ? take_utf8(row, place, text, err)
		       : error_set(err, ERROR_INPUT,
				   _("--%s: the value is no text in this locale's character set"),
				   row->name);
	free(text);
	return ok;
}

static bool take_word(struct option_words *words, const char *argument, struct error *err)
{
	char *text = text_from_locale(argument);

	if (!text)
		return error_set(err, ERROR_INPUT, _("%s: no text in this locale's character set"),
				 argument);
	list_append_take(&words->list, text);
	return true;
}

/* Takes the option at *argv; moves *argv on when its value is the next argument. */
static bool take_option(const struct option_table *table, char *const **argv, void *target,
			struct option_words *words, struct error *err)
{
	const char *argument = **argv;
	size_t len = strcspn(argument, "=");
	const char *value = argument[len] ? argument + len + 1 : NULL;
	const struct option_row *row =
		strncmp(argument, "--", 2) == 0 ? find_row(table, argument + 2, len - 2) : NULL;

	if (!row)
		return unknown_option(table, argument, len, err);
	if (!value && row->kind != OPTION_FLAG && (*argv)[1])
		value = *++*argv;
	words->given |= UINT64_C(1) << (row - table->rows);
	return take_value(row, target, value, err);
}

bool options_parse(const struct option_table *table, char *const *argv, void *target,
		   struct option_words *words, struct error *err)
{
	bool only_words = false;

	for (; *argv; argv++) {
		bool is_option = !only_words && (*argv)[0] == '-' && (*argv)[1];
		if (is_option && strcmp(*argv, "--") == 0)
			only_words = true;
		else if (is_option ? !take_option(table, &argv, target, words, err)
				   : !take_word(words, *argv, err))
			return false;
	}
	return true;
}

void options_finish(const struct option_table *table, void *target, struct option_words *words)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct option_row *row = &table->rows[i];
		void *place = (char *)target + row->place;
		if (row->kind == OPTION_LIST)
			list_finish(place);
		else if (row->kind != OPTION_FLAG && row->kind != OPTION_NUMBER)
			xreplace(place, NULL);
	}
	list_finish(&words->list);
}
