/* SPDX-License-Identifier: ISC */
#include "work/login_way.h"

#include <stdlib.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "work/profile_list.h"

#define PLACE(member) offsetof(struct credentials, member)

/* What people call the parts of a login; the secret has its name from the kind of login. */
static const struct login_field parts[LOGIN_VALUES] = {
	[VALUE_ORG_CODE] = { N_("Organization code"), PLACE(org_code) },
	[VALUE_CLIENT_ID] = { N_("Client id"), PLACE(client_id) },
	[VALUE_USER_CODE] = { N_("User code"), PLACE(user_code) },
	[VALUE_DEVICE_TOKEN] = { N_("Device token"), PLACE(device_token), .secret = true, .kept = true },
	[VALUE_SECRET] = { NULL, PLACE(secret), .secret = true },
};

/* A device belongs to a desk, not to a person: its token may be known. */
static bool is_known(const struct profile *profile, enum login_value value)
{
	return value == VALUE_DEVICE_TOKEN &&
	       (profile->device_token || profile->device_token_command);
}

static void add_fields(struct login_way *way, const struct login_method *method,
		       const struct profile *profile)
{
	for (size_t i = 0; i < method->part_count && way->field_count < LOGIN_FIELDS_MAX; i++) {
		struct login_field field = parts[method->parts[i].value];

		if (is_known(profile, method->parts[i].value))
			continue;
		if (!field.label)
			field.label = method->secret_label;
		way->fields[way->field_count++] = field;
	}
}

static struct login_way *add(struct login_ways *ways, const struct dialect *dialect, size_t row)
{
	ways->ways = xreallocarray(ways->ways, ways->count + 1, sizeof(*ways->ways));
	struct login_way *way = &ways->ways[ways->count++];
	*way = (struct login_way){ .service = dialect->label, .row = row };
	return way;
}

static void add_methods(struct login_ways *ways, const struct profile *profile, size_t row)
{
	const struct dialect *dialect = dialect_find(profile->api);

	for (size_t i = 0; dialect && i < dialect->login_count; i++) {
		const struct login_method *method = &dialect->logins[i];
		struct login_way *way = add(ways, dialect, row);

		way->label = method->label;
		way->note = method->note;
		way->kind = method->kind;
		add_fields(way, method, profile);
	}
}

static void add_sandbox(struct login_ways *ways, const struct dialect *dialect, size_t row)
{
	struct login_way *way = add(ways, dialect, row);

	way->label = N_("Sandbox");
	way->note = N_("sample data on this computer, needs no account");
	way->sandbox = true;
}

/* --- which are offered ----------------------------------------------------- */

/* Whether the ways of other are for a person at row: where that is nobody's yet, all that are nobody's; else
 * its own, and the sandbox of its service. */
static bool is_offered(const struct profile_list *list, size_t row, size_t other)
{
	const struct profile_row *at = &list->rows[row], *to = &list->rows[other];

	if (at->is_by_hand || at->is_sandbox)
		return to->is_by_hand || to->is_sandbox;
	return other == row ||
	       (to->is_sandbox && dialect_find(to->profile->api) == dialect_find(at->profile->api));
}

/* The sandbox first: the first minute needs no account. */
static void add_service(struct login_ways *ways, const struct profile_list *list, size_t row,
			const struct dialect *dialect)
{
	for (int sandbox = 1; sandbox >= 0; sandbox--)
		for (size_t i = 0; i < list->count; i++) {
			const struct profile_row *other = &list->rows[i];

			if (other->is_sandbox != sandbox || !is_offered(list, row, i) ||
			    dialect_find(other->profile->api) != dialect)
				continue;
			if (sandbox)
				add_sandbox(ways, dialect, i);
			else
				add_methods(ways, other->profile, i);
		}
}

void login_ways_init(struct login_ways *ways, const struct profile_list *list, size_t row)
{
	const struct dialect *dialect;

	*ways = (struct login_ways){ 0 };
	for (size_t i = 0; (dialect = dialect_at(i)); i++)
		add_service(ways, list, row, dialect);
	for (size_t i = 1; i < ways->count; i++)
		if (ways->ways[i].service != ways->ways[0].service)
			ways->many_services = true;
}

void login_ways_init_of(struct login_ways *ways, const struct profile *profile)
{
	*ways = (struct login_ways){ 0 };
	add_methods(ways, profile, 0);
}

void login_ways_finish(struct login_ways *ways)
{
	free(ways->ways);
	*ways = (struct login_ways){ 0 };
}

const struct login_way *login_ways_find(const struct login_ways *ways, enum login_kind kind)
{
	const struct login_way *first = NULL;

	for (size_t i = ways->count; i-- > 0;) {
		const struct login_way *way = &ways->ways[i];

		if (!way->sandbox && way->kind == kind)
			return way;
		if (!way->sandbox)
			first = way;
	}
	return first;
}

bool login_way_moves(const struct login_way *way, const struct profile_list *list, size_t row)
{
	if (!way->sandbox)
		return way->row != row;
	return text_casecmp(list->rows[way->row].profile->api, list->rows[row].profile->api) != 0;
}

/* --- what is typed --------------------------------------------------------- */

const char **login_way_text(struct credentials *credentials, const struct login_field *field)
{
	return (const char **)((char *)credentials + field->place);
}

struct credentials login_known(const struct profile *profile, enum login_kind kind)
{
	return (struct credentials){ .login = kind,
				     .org_code = profile->org_code,
				     .client_id = profile->client_id,
				     .user_code = profile->user_code };
}
