/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/text.h"
#include "schema/field.h"
#include "schema/query.h"
#include "schema/resource.h"

/* The names that begin as typed, as far as they agree. */
struct completion {
	const char *typed;
	const char *name; /* the first of them; NULL: none */
	size_t agreed;    /* bytes of it */
	bool several;
};

static void offer(struct completion *completion, const char *name)
{
	size_t len = 0;

	if (strncasecmp(name, completion->typed, strlen(completion->typed)) != 0)
		return;
	if (!completion->name) {
		completion->name = name;
		completion->agreed = strlen(name);
		return;
	}
	while (len < completion->agreed && name[len] == completion->name[len])
		len++;
	completion->agreed = len;
	completion->several = true;
}

static void offer_fields(struct completion *completion, const struct query *query)
{
	const struct schema *schema = resource_criteria(query_resource(query));

	for (size_t i = 0; i < schema->field_count; i++)
		if (query_ops(query, &schema->fields[i]))
			offer(completion, schema->fields[i].name);
}

static void offer_operators(struct completion *completion, const struct query *query,
			    const struct field *field)
{
	for (int op = 0; field && op < OP_COUNT; op++)
		if (query_ops(query, field) & (1U << op))
			offer(completion, filter_op_name((enum filter_op)op));
}

/* What is typed of the last word's last part is replaced by what the names agree on. */
static char *completed(const struct completion *completion, const char *line)
{
	size_t kept = strlen(line) - strlen(completion->typed);

	if (!completion->name ||
	    (completion->several && completion->agreed == strlen(completion->typed)))
		return NULL;
	return xasprintf("%.*s%.*s%s", (int)kept, line, (int)completion->agreed, completion->name,
			 completion->several ? "" : ":");
}

char *query_complete(const struct resource *resource, const char *line)
{
	const char *blank = strrchr(line, ' ');
	const char *word = blank ? blank + 1 : line;
	const char *colon = strchr(word, ':');
	struct completion completion = { .typed = colon ? colon + 1 : word };
	struct query *all = query_new(resource);

	if (!colon) {
		offer_fields(&completion, all);
	} else if (!strchr(colon + 1, ':')) {
		char *name = xstrndup(word, (size_t)(colon - word));

		offer_operators(&completion, all, schema_field_meant(resource_criteria(resource), name));
		free(name);
	}
	query_free(all);
	return completed(&completion, line);
}

char *query_field_list(const struct resource *resource)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);
	struct query *all = query_new(resource);

	const struct schema *schema = resource_criteria(resource);

	for (size_t i = 0; i < schema->field_count; i++)
		if (query_ops(all, &schema->fields[i]))
			fprintf(out, "%s%s", ftell(out) > 0 ? ", " : "", schema->fields[i].name);
	query_free(all);
	fclose(out);
	return text;
}
