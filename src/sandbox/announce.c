/* SPDX-License-Identifier: ISC */
#include "sandbox/announce.h"

#include "sandbox/flow_people.h"
#include "sandbox/store.h"

static void print_login(void *data, const struct store_login *login)
{
	fprintf(data,
		"nymble-sandbox: login org-code=%s client-id=%s client-secret=%s role=%s "
		"api-key=%s\n",
		login->org_code, login->client_id, login->client_secret, role_name(login->role),
		login->api_key ? login->api_key : "");
}

/* Of several devices any will do. */
static const struct flow_device *device_in(const struct flow_people *people, int64_t tenant)
{
	for (size_t i = 0; i < people->device_count; i++)
		if (people->devices[i].tenant == tenant)
			return &people->devices[i];
	return NULL;
}

static void print_user(const struct flow_people *people, const struct flow_user *user, FILE *out)
{
	const struct flow_device *device = device_in(people, user->tenant);

	fprintf(out, "nymble-sandbox: flow-login tenant=%s",
		flow_tenant(people, user->tenant)->uid);
	if (*user->integration_token)
		fprintf(out, " integration-token=%s", user->integration_token);
	if (*user->auth_token)
		fprintf(out, " auth-token=%s", user->auth_token);
	if (*user->password && device)
		fprintf(out, " device-token=%s user-code=%s password=%s", device->token, user->code,
			user->password);
	fprintf(out, " permissions=%s%s%s%s\n",
		user->permissions & FLOW_ACCESS ? "TENANT.ACCESS" : "",
		user->permissions == (FLOW_ACCESS | FLOW_BACKOFFICE) ? "," : "",
		user->permissions & FLOW_BACKOFFICE ? "TENANT.BACKOFFICE" : "",
		user->active ? "" : " status=INACTIVE");
}

/* Integrations first: they need no login. */
static bool print_users(struct store *store, FILE *out, struct error *err)
{
	const struct flow_people *people = flow_people(store, err);

	if (!people)
		return false;
	for (int integrations = 1; integrations >= 0; integrations--)
		for (size_t i = 0; i < people->user_count; i++)
			if ((*people->users[i].integration_token != '\0') == integrations)
				print_user(people, &people->users[i], out);
	return true;
}

bool announce_logins(struct store *store, FILE *out, struct error *err)
{
	return store_each_login(store, print_login, out, err) && print_users(store, out, err);
}
