/* SPDX-License-Identifier: ISC */
#include "work/login_way.h"

#include "base/i18n.h"

#define PLACE(member) offsetof(struct credentials, member)

static const struct login_way ways[] = {
	{ N_("Sandbox"), N_("sample data on this computer, needs no account"), .sandbox = true },
	{ N_("Credentials"), N_("organization code, client id and secret"),
	  .kind = LOGIN_CREDENTIALS,
	  .fields = { { N_("Organization code"), PLACE(org_code) },
		      { N_("Client id"), PLACE(client_id) },
		      { N_("Secret"), PLACE(secret), .secret = true } } },
	{ N_("Access token"), N_("one that you already have"), .kind = LOGIN_TOKEN,
	  .fields = { { N_("Access token"), PLACE(secret), .secret = true } } },
	{ N_("API key"), N_("does not expire"), .kind = LOGIN_API_KEY,
	  .fields = { { N_("API key"), PLACE(secret), .secret = true } } },
};

enum { WAY_COUNT = sizeof(ways) / sizeof(ways[0]) };

const struct login_way *login_way_at(size_t i)
{
	return i < WAY_COUNT ? &ways[i] : NULL;
}

const struct login_way *login_way_of(enum login_kind kind)
{
	size_t i = 0;

	while (ways[i].sandbox || ways[i].kind != kind)
		i++;
	return &ways[i];
}

size_t login_way_size(const struct login_way *way)
{
	size_t count = 0;

	while (count < LOGIN_FIELDS_MAX && way->fields[count].label)
		count++;
	return count;
}

const char **login_way_text(struct credentials *credentials, const struct login_field *field)
{
	return (const char **)((char *)credentials + field->place);
}
