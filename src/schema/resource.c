/* SPDX-License-Identifier: ISC */
#include "schema/resource.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

const struct action *resource_action(const struct resource *resource, const char *name)
{
	for (size_t i = 0; i < resource->action_count; i++)
		if (strcmp(resource->actions[i].name, name) == 0)
			return &resource->actions[i];
	return NULL;
}

char *resource_count_text(const struct resource *resource, long long count)
{
	char number[32];

	snprintf(number, sizeof(number), "%'lld", count);
	return xasprintf(ngettext(resource->count_one, resource->count_many, (unsigned long)count), number);
}
