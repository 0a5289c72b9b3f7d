/* SPDX-License-Identifier: ISC */
#include "cli/complete.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/text_index.h"
#include "base/text_list.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"
#include "store/config.h"
#include "store/theme_file.h"

/* The command line as far as it is understood. */
struct line {
	FILE *out;
	const char *typed;  /* the word under the cursor, or what stands behind --option= in it */
	char *before_typed; /* the rest of that word: "--option=" or "" */
	const struct option_row *option; /* that typed is the value of; NULL: it is none's */
	const struct verb *verb;
	const char *resource_name; /* as typed, */
	const struct resource *resource; /* and what it is with the service that is meant, else the first */
	const char *part;   /* the verb's, instead of a resource */
	const char *config, *api, *profile; /* values of these options */
	char *meant; /* the dialect that all this comes to; NULL: any */
	bool only_words;    /* behind -- */
};

/* --- offering -------------------------------------------------------------------------------- */

static void put_locale(FILE *out, const char *text)
{
	char *clean = text_clean(text, strlen(text)), *shown = text_to_locale(clean);

	fputs(shown, out);
	free(shown);
	free(clean);
}

static void offer(const struct line *line, const char *word, const char *meaning)
{
	if (strncmp(word, line->typed, strlen(line->typed)) != 0)
		return;
	fputs(line->before_typed, line->out);
	put_locale(line->out, word);
	if (meaning && *meaning) {
		fputc('\t', line->out);
		put_locale(line->out, meaning);
	}
	fputc('\n', line->out);
}

static void offer_parts(const struct line *line, const char *start, const char *word, const char *end,
			const char *meaning)
{
	char *whole = xasprintf("%s%s%s", start, word, end);

	offer(line, whole, meaning);
	free(whole);
}

static void offer_files(const struct line *line)
{
	fputs(":files\n", line->out);
}

/* --- values of options ----------------------------------------------------------------------- */

static void offer_dialects(const struct line *line)
{
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++)
		offer(line, dialect->name, dialect->label);
}

static void offer_profiles(const struct line *line)
{
	struct config config;

	if (!config_load(line->config, &config, NULL))
		return;
	for (size_t i = 0; i < config.profile_count; i++)
		offer(line, config.profiles[i]->name, profile_url(config.profiles[i]));
	config_finish(&config);
}

static void offer_themes(const struct line *line)
{
	struct text_list names = { 0 };

	theme_add_names(&names);
	for (size_t i = 0; i < names.count; i++)
		offer(line, text_list_at(&names, i), NULL);
	text_list_finish(&names);
	if (strchr(line->typed, '/'))
		offer_files(line);
}

static void offer_sorts(const struct line *line)
{
	const struct schema *schema = line->resource ? line->resource->schema : NULL;

	for (size_t i = 0; schema && i < schema->field_count; i++) {
		const struct field *field = &schema->fields[i];

		if (!query_can_sort(field))
			continue;
		offer(line, field->name, _(field->label));
		offer_parts(line, "-", field->name, "", _(field->label));
	}
}

static void offer_filter_fields(const struct line *line, const struct query *query)
{
	const struct schema *schema = resource_criteria(line->resource);

	for (size_t i = 0; i < schema->field_count; i++)
		if (query_ops(query, &schema->fields[i]))
			offer_parts(line, "", schema->fields[i].name, ":", _(schema->fields[i].label));
}

static void offer_filter_values(const struct line *line, const struct field *field, const char *start)
{
	static const char *const yes_no[] = { "true", "false", NULL };
	const char *const *values = field->kind == &kind_bool ? yes_no
				    : field->choices	      ? field->choices->values
							      : NULL;

	for (; values && *values; values++)
		offer_parts(line, start, *values, "", NULL);
}

/* FIELD:OP:VALUE, one part after the other. */
static void offer_filter(const struct line *line)
{
	if (!line->resource)
		return;
	struct query *query = query_new(line->resource);
	const char *colon = strchr(line->typed, ':'), *second = colon ? strchr(colon + 1, ':') : NULL;
	char *name = xstrndup(line->typed, colon ? (size_t)(colon - line->typed) : 0);
	char *start = xstrndup(line->typed, second  ? (size_t)(second + 1 - line->typed)
					    : colon ? (size_t)(colon + 1 - line->typed)
						    : 0);
	const struct field *field = colon ? schema_field(resource_criteria(line->resource), name) : NULL;

	if (!colon)
		offer_filter_fields(line, query);
	else if (field && second)
		offer_filter_values(line, field, start);
	for (int op = 0; field && !second && op < OP_COUNT; op++)
		if (query_ops(query, field) & (1U << op))
			offer_parts(line, start, filter_op_name((enum filter_op)op), ":", NULL);
	free(start);
	free(name);
	query_free(query);
}

/* Options whose values are neither files nor choices of their own row. */
static const struct {
	const char *option;
	void (*offer)(const struct line *line);
} values[] = {
	{ "api", offer_dialects }, { "filter", offer_filter }, { "profile", offer_profiles },
	{ "sort", offer_sorts },   { "theme", offer_themes },
};

static void offer_values(const struct line *line)
{
	const struct option_row *option = line->option;

	if (option->kind == OPTION_PATH)
		offer_files(line);
	for (const char *const *choice = option->choices; choice && *choice; choice++)
		offer(line, *choice, NULL);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strcmp(values[i].option, option->name) == 0)
			values[i].offer(line);
}

/* --- words ----------------------------------------------------------------------------------- */

static void offer_options(const struct line *line)
{
	unsigned scope = line->verb ? line->verb->scope : FOR_SCREEN;

	for (size_t i = 0; i < cli_option_table.count; i++) {
		const struct option_row *row = &cli_option_table.rows[i];

		if (row->scope & scope)
			offer_parts(line, "--", row->name, "", row->help ? _(row->help) : NULL);
	}
}

static void offer_verbs(const struct line *line)
{
	const struct verb *verb;

	for (size_t i = 0; (verb = verb_at(i)); i++)
		offer(line, verb->name, _(verb->help));
}

/* A verb that is an action, for the resources that have it alone. */
static bool is_for(const struct verb *verb, const struct resource *resource)
{
	return !(verb->scope & FOR_ACTION) || resource_action(resource, verb->name);
}

static void offer_verb_parts(const struct line *line)
{
	for (const char *const *part = line->verb->parts; *part; part++)
		offer(line, *part, NULL);
}

static bool is_meant(const struct line *line, const struct dialect *dialect)
{
	return !line->meant || strcmp(line->meant, dialect->name) == 0;
}

/* A resource that several services have is one word. */
static void offer_resources(const struct line *line)
{
	struct text_index offered = { 0 };
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++)
		for (size_t at = 0; is_meant(line, dialect) && at < dialect->resource_count; at++) {
			const struct resource *resource = dialect->resources[at].resource;
			bool is_new = false;

			if (is_for(line->verb, resource))
				text_index_add(&offered, resource->name, &is_new);
			if (is_new)
				offer(line, resource->name, _(resource->label));
		}
	text_index_finish(&offered);
}

/* --- understanding --------------------------------------------------------------------------- */

static const struct option_row *option_of(const char *word, size_t len)
{
	for (size_t i = 0; i < cli_option_table.count; i++) {
		const struct option_row *row = &cli_option_table.rows[i];

		if (len == strlen(row->name) + 2 && strncmp(word, "--", 2) == 0 &&
		    strncmp(word + 2, row->name, len - 2) == 0)
			return row;
	}
	return NULL;
}

static const struct resource *resource_named(const struct line *line, const char *name)
{
	const struct dialect *dialect;

	for (size_t i = 0; name && (dialect = dialect_at(i)); i++)
		for (size_t at = 0; is_meant(line, dialect) && at < dialect->resource_count; at++)
			if (strcmp(dialect->resources[at].resource->name, name) == 0)
				return dialect->resources[at].resource;
	return NULL;
}

static void take_value(struct line *line, const struct option_row *option, const char *value)
{
	if (strcmp(option->name, "config") == 0)
		line->config = value;
	else if (strcmp(option->name, "api") == 0)
		line->api = value;
	else if (strcmp(option->name, "profile") == 0)
		line->profile = value;
}

/* One whole word before the cursor. */
static void take_word(struct line *line, const char *word)
{
	const char *equals = *word == '-' ? strchr(word, '=') : NULL;
	const struct option_row *both =
		equals && !line->option ? option_of(word, (size_t)(equals - word)) : NULL;

	if (line->option) {
		take_value(line, line->option, word);
		line->option = NULL;
	} else if (both && !line->only_words) {
		take_value(line, both, equals + 1);
	} else if (!line->only_words && strcmp(word, "--") == 0) {
		line->only_words = true;
	} else if (!line->only_words && *word == '-') {
		const struct option_row *option = option_of(word, strlen(word));
		line->option = option && option->kind != OPTION_FLAG ? option : NULL;
	} else if (!line->verb) {
		line->verb = verb_find(word, NULL);
	} else if (line->verb->parts) {
		line->part = word;
	} else if (!line->resource_name) {
		line->resource_name = word;
	}
}

/* --option=value is two words in one. */
static void take_last(struct line *line, const char *word)
{
	const char *equals = strchr(word, '=');
	const struct option_row *option =
		equals && !line->option ? option_of(word, (size_t)(equals - word)) : NULL;

	line->typed = option ? equals + 1 : word;
	line->before_typed = xstrndup(word, (size_t)(line->typed - word));
	if (option)
		line->option = option;
}

static char *api_of_profile(const struct line *line)
{
	const char *name = line->profile ? line->profile : getenv("NYMBLE_PROFILE");
	struct config config;
	char *api = NULL;

	if (!config_load(line->config, &config, NULL))
		return NULL;
	for (size_t i = 0; !api && i < config.profile_count; i++)
		if (!name || strcmp(config.profiles[i]->name, name) == 0)
			api = xstrdup(config.profiles[i]->api);
	config_finish(&config);
	return api;
}

/* As far as the line, the environment and the configuration say. */
static void find_what_is_meant(struct line *line)
{
	const char *api = line->api ? line->api : getenv("NYMBLE_API");

	line->meant = api ? xstrdup(api) : api_of_profile(line);
	if (line->meant && !dialect_find(line->meant)) {
		free(line->meant);
		line->meant = NULL;
	}
	line->resource = resource_named(line, line->resource_name);
}

void complete_print(char *const *words, FILE *out)
{
	struct line line = { .out = out };

	if (!*words)
		return;
	for (; words[1]; words++)
		take_word(&line, *words);
	take_last(&line, *words);
	find_what_is_meant(&line);
	if (line.option)
		offer_values(&line);
	else if (*line.typed == '-' && !line.only_words)
		offer_options(&line);
	else if (!line.verb)
		offer_verbs(&line);
	else if (line.verb->parts && !line.part)
		offer_verb_parts(&line);
	else if (line.part || (line.resource && line.verb->scope & (FOR_EXPORT | FOR_IMPORT)))
		offer_files(&line);
	else if (!line.resource)
		offer_resources(&line);
	free(line.meant);
	free(line.before_typed);
}
