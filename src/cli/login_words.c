/* SPDX-License-Identifier: ISC */
#include "cli/login_words.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/i18n.h"

static bool is_said(const struct profile *profile, enum login_kind kind, enum login_value value)
{
	return profile_login_value(profile, kind, value) || profile_login_command(profile, value);
}

/* Whether nothing at all is known: then each way to log in is worth a word. */
static bool nothing_is_said(const struct profile *profile, const struct login_method *method)
{
	if (profile->login != method->kind)
		return true; /* nobody has chosen one: this is the service's first */
	for (size_t i = 0; i < method->part_count; i++)
		if (is_said(profile, method->kind, method->parts[i].value))
			return false;
	return true;
}

static void write_missing(FILE *out, const struct profile *profile, const struct login_method *method)
{
	size_t named = 0;

	for (size_t i = 0; i < method->part_count; i++)
		if (!is_said(profile, method->kind, method->parts[i].value))
			fprintf(out, "%s%s", named++ ? ", " : "", method->parts[i].variable);
}

/* "A, B and C" */
static void write_all(FILE *out, const struct login_method *method)
{
	for (size_t i = 0; i < method->part_count; i++)
		fprintf(out, "%s%s",
			i == 0			      ? ""
			: i + 1 < method->part_count ? ", "
						     : _(" and "),
			method->parts[i].variable);
}

/* By the same variable: which of the two it is, the profile says. */
static bool is_named_before(const struct dialect *dialect, const struct login_method *method)
{
	for (const struct login_method *other = dialect->logins; other < method; other++)
		if (other->part_count == 1 && method->part_count == 1 &&
		    strcmp(other->parts->variable, method->parts->variable) == 0)
			return true;
	return false;
}

/* Each way to log in; the caller frees. */
static char *all_ways(const struct dialect *dialect)
{
	char *ways;
	size_t len;
	FILE *out = xmemstream(&ways, &len);

	for (size_t i = 0; i < dialect->login_count; i++) {
		if (is_named_before(dialect, &dialect->logins[i]))
			continue;
		fputs(i > 0 ? _(", or ") : "", out);
		write_all(out, &dialect->logins[i]);
	}
	fclose(out);
	char *text = xasprintf(_("No credentials: set %s; --sandbox needs none"), ways);
	free(ways);
	return text;
}

char *login_words_missing(const struct profile *profile)
{
	const struct dialect *dialect = dialect_find(profile->api);
	const struct login_method *method = dialect_login(dialect, profile_login(profile));
	char *missing, *text = NULL;
	size_t len;
	FILE *out = xmemstream(&missing, &len);

	write_missing(out, profile, method);
	fclose(out);
	if (*missing && method == dialect->logins && nothing_is_said(profile, method))
		text = all_ways(dialect);
	else if (*missing)
		text = xasprintf(_("The login is incomplete: set also %s"), missing);
	free(missing);
	return text;
}
