/* Which tenant a login is for: said before, told by the exchange, or chosen from those it reaches. */
/* SPDX-License-Identifier: ISC */
#include "api/login_state.h"

#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/failure.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
#include "net/loop.h"
#include "schema/json.h"

static const struct account_call *names_of(const struct login *login)
{
	return &login->desk->dialect->account;
}

/* --- what was told --------------------------------------------------------------------------- */

static void refuse_inactive(struct login *login, const struct account_user *user)
{
	struct error err = { 0 };

	error_set(&err, ERROR_LOGIN, _("This user is not active in %s."),
		  *user->name ? user->name : user->tenant);
	login_end_with_error(login, &err);
}

static void refuse_nowhere(struct login *login)
{
	struct error err = { 0 };

	error_set(&err, ERROR_LOGIN,
		  _("This login reaches no tenant: an administrator has to add the user to one."));
	login_end_with_error(login, &err);
}

static void refuse_other(struct login *login, const struct account_user *told)
{
	struct error err = { 0 };

	error_set(&err, ERROR_LOGIN, _("This login is for the tenant %s, not for %s."), told->tenant,
		  login->tenant);
	login_end_with_error(login, &err);
}

static size_t active_users(const struct login *login, const struct account_user **first)
{
	size_t count = 0;

	for (size_t i = login->account.count; i-- > 0;) {
		if (login->account.users[i].inactive)
			continue;
		*first = &login->account.users[i];
		count++;
	}
	return count;
}

static void go_on_in(struct login *login, const char *tenant)
{
	xreplace(&login->tenant, tenant);
	login_go_on(login);
}

static void pick(struct login *login)
{
	const struct account_user *first = NULL, *wanted = account_user(&login->account, login->rather);
	size_t count = active_users(login, &first);

	if (wanted && !wanted->inactive) {
		go_on_in(login, wanted->tenant);
	} else if (count == 1) {
		go_on_in(login, first->tenant);
	} else if (count > 1) {
		login->resting = true;
		login->handlers->several(login->data);
	} else if (login->account.count > 0) {
		refuse_inactive(login, &login->account.users[0]);
	} else {
		refuse_nowhere(login);
	}
}

bool login_take_user(struct login *login)
{
	const char *member = login->method->user;
	const struct json *user = member ? json_member(login->answer, member) : NULL;
	const struct account_user *told;

	account_add(&login->account, names_of(login), user);
	if (login->account.count != 1)
		return true;
	told = &login->account.users[0];
	bool other = *login->tenant && strcmp(login->tenant, told->tenant) != 0;
	if (told->inactive || other) {
		told->inactive ? refuse_inactive(login, told) : refuse_other(login, told);
		return false;
	}
	xreplace(&login->tenant, told->tenant);
	return true;
}

/* --- the question ---------------------------------------------------------------------------- */

static void read_success(struct login *login, const struct answer *answer,
			 const struct failed_act *act)
{
	struct error err = { 0 };
	struct failure failure;
	struct json *tree = json_parse(answer->body, answer->len, &err);
	bool readable = account_read(&login->account, names_of(login), tree);

	json_free(tree);
	if (readable) {
		pick(login);
		return;
	}
	failure_unreadable(&failure, answer, act, tree ? _("it tells of no tenants") : err.message);
	login_end(login, NULL, &failure);
	failure_finish(&failure);
}

/* The call is optional (F15): then only the person, or who wrote the profile, knows. */
static void reword(const struct login *login, struct failure *failure)
{
	const char *refused = login->method->refused;

	if (failure->status == 401)
		error_set(&failure->error, ERROR_LOGIN, "%s",
			  refused ? _(refused) : _("The service does not accept this token."));
	else if (failure->status == 404 || failure->status == 405)
		error_set(&failure->error, ERROR_LOGIN,
			  _("%s does not tell which tenants there are. If that is the right address "
			    "(such as %s), say the tenant by --tenant, %s or the profile's word tenant."),
			  profile_url(login->desk->profile), login->desk->dialect->production_url,
			  names_of(login)->variable);
	else if (login_is_told_in(login, failure->error.message))
		error_set(&failure->error, failure->error.code,
			  _("The service refused the login (%d)"), failure->status);
}

static void on_answer(void *data, const struct answer *answer)
{
	struct login *login = data;
	struct failed_act act = { .endpoint = &names_of(login)->endpoint,
				  .words = &login->desk->dialect->errors, .role = "" };
	struct failure failure;

	login->call = NULL;
	if (answer->outcome == ANSWER_HTTP && answer->status / 100 == 2) {
		read_success(login, answer, &act);
		return;
	}
	failure_read(&failure, answer, &act);
	reword(login, &failure);
	login_end(login, NULL, &failure);
	failure_finish(&failure);
}

void login_ask_tenants(struct login *login)
{
	const struct endpoint *endpoint = &names_of(login)->endpoint;
	char *header = login_header(login->token ? login->token : login->values[VALUE_SECRET]);
	char *url = address_of(login->desk->profile, endpoint->path, NULL);
	const char *const headers[] = { header, "Accept: application/json", NULL };
	struct request request = {
		.method = endpoint->method,
		.url = url,
		.headers = headers,
		.repeatable = true,
		.retry_status = true,
	};

	login->call = call_start(login->desk->net, &request, on_answer, login);
	call_on_wait(login->call, login_shows_wait, login);
	secret_free(header);
	free(url);
}

/* --- the choice ------------------------------------------------------------------------------ */

size_t login_tenants(const struct login *login, struct tenant **tenants)
{
	size_t count = 0;

	*tenants = NULL;
	if (!login || !login->resting)
		return 0;
	*tenants = xcalloc(login->account.count, sizeof(**tenants));
	for (size_t i = 0; i < login->account.count; i++)
		if (!login->account.users[i].inactive)
			(*tenants)[count++] = (struct tenant){ login->account.users[i].tenant,
							       login->account.users[i].name };
	return count;
}

static void on_turn(void *data)
{
	struct login *login = data;

	login->timer = NULL;
	login_go_on(login);
}

bool login_choose(struct login *login, const char *tenant)
{
	const struct account_user *user = account_user(&login->account, tenant);

	if (!login->resting || !user || user->inactive)
		return false;
	login->resting = false;
	xreplace(&login->tenant, tenant);
	login->timer = loop_after(login->desk->loop, 0, on_turn, login);
	return true;
}
