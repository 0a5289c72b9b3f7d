/* SPDX-License-Identifier: ISC */
#include "api/dialect.h"

#include <string.h>

#include "base/text.h"

static const struct dialect *const dialects[] = { &nymble_dialect, &flow_dialect };

const struct dialect *dialect_at(size_t i)
{
	return i < sizeof(dialects) / sizeof(dialects[0]) ? dialects[i] : NULL;
}

const struct dialect *dialect_find(const char *name)
{
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++)
		if (text_casecmp(dialect->name, name) == 0)
			return dialect;
	return NULL;
}

const struct login_method *dialect_login(const struct dialect *dialect, enum login_kind kind)
{
	for (size_t i = 0; i < dialect->login_count; i++)
		if (dialect->logins[i].kind == kind)
			return &dialect->logins[i];
	return NULL;
}

const struct dialect_resource *dialect_resource(const struct dialect *dialect,
						const struct resource *resource)
{
	for (size_t i = 0; i < dialect->resource_count; i++)
		if (dialect->resources[i].resource == resource)
			return &dialect->resources[i];
	return NULL;
}

const struct action_calls *dialect_action(const struct dialect_resource *resource,
					  const char *action)
{
	for (size_t i = 0; i < resource->action_count; i++)
		if (strcmp(resource->actions[i].action, action) == 0)
			return &resource->actions[i];
	return NULL;
}
