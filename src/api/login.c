/* SPDX-License-Identifier: ISC */
#include "api/login_state.h"

#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/failure.h"
#include "api/secret_command.h"
#include "api/ticket.h"
#include "api/wait_sign.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
#include "net/loop.h"
#include "schema/json.h"

static void login_free(struct login *login)
{
	wait_sign_clear(login->desk->sign, login);
	for (size_t i = 0; i < LOGIN_VALUES; i++)
		secret_free(login->values[i]);
	secret_free(login->token);
	free(login->tenant);
	free(login->rather);
	json_free(login->answer);
	account_finish(&login->account);
	free(login);
}

void login_end(struct login *login, const struct login_result *result, const struct failure *failure)
{
	login->handlers->ended(login->data, result, failure);
	login_free(login);
}

void login_end_with_error(struct login *login, const struct error *err)
{
	struct failure failure;

	failure_set(&failure, err);
	login_end(login, NULL, &failure);
}

char *login_header(const char *token)
{
	return xasprintf("Authorization: Bearer %s", token);
}

bool login_is_told_in(const struct login *login, const char *text)
{
	for (size_t i = 0; i < LOGIN_VALUES; i++)
		if (login_value_is_secret((enum login_value)i) && *login->values[i] &&
		    strstr(text, login->values[i]))
			return true;
	return login->token && strstr(text, login->token);
}

void login_shows_wait(void *data, const struct call_wait *wait)
{
	struct login *login = data;

	wait_sign_show(login->desk->sign, login, wait);
}

/* --- its turn -------------------------------------------------------------------------------- */

static void wait_for_turn(void *data)
{
	struct login *login = data;
	int64_t left_ms = login->desk->next_ms - clock_now_ms();

	login->timer = NULL;
	if (left_ms <= 0 || !login->method->pace_s) {
		wait_sign_clear(login->desk->sign, login);
		login_exchange(login);
		return;
	}
	char *why = xasprintf(_("At most one login in %d s (our own pace)"), login->method->pace_s);
	struct call_wait wait = { .seconds_left = (int)((left_ms + 999) / 1000), .why = why };
	wait_sign_show(login->desk->sign, login, &wait);
	free(why);
	int step_ms = (int)(left_ms % 1000);
	login->timer =
		loop_after(login->desk->loop, step_ms > 0 ? step_ms : 1000, wait_for_turn, login);
}

/* --- step by step ---------------------------------------------------------------------------- */

static bool path_names_tenant(const struct endpoint *endpoint)
{
	return endpoint->path && strstr(endpoint->path, "{tenant}");
}

/* Where a tenant has to be found out now: before the exchange, else with the token that it brought. */
static bool tenant_is_due(const struct login *login)
{
	return login->desk->dialect->account.endpoint.path && !*login->tenant &&
	       (login->token || path_names_tenant(&login->method->exchange));
}

void login_go_on(struct login *login)
{
	struct error err = { 0 };

	if (!login->token && !login->method->exchange.path)
		login->token = xstrdup(login->values[VALUE_SECRET]);
	if (login->token && !ticket_is_token(login->token)) {
		error_set(&err, ERROR_LOGIN,
			  _("This is no token: expected letters, digits and signs, no space."));
		login_end_with_error(login, &err);
	} else if (tenant_is_due(login)) {
		login_ask_tenants(login);
	} else if (!login->token) {
		wait_for_turn(login);
	} else {
		struct login_result result = { login->token, login->expires_in_s, login->answer,
					       login->tenant, &login->account };
		login_end(login, &result, NULL);
	}
}

/* What goes into a header has to be a token before anything is sent. */
static bool signs_are_tokens(const struct login *login, struct error *err)
{
	for (size_t i = 0; i < login->method->part_count; i++) {
		const struct login_part *part = &login->method->parts[i];
		if (part->signs && !ticket_is_token(login->values[part->value]))
			return error_set(err, ERROR_LOGIN,
					 part->value == VALUE_SECRET
						 ? _("This is no token: expected letters, digits and "
						     "signs, no space.")
						 : _("This is no device token: expected letters, digits "
						     "and signs, no space."));
	}
	return true;
}

/* --- the secrets ----------------------------------------------------------------------------- */

static void ask_commands(struct login *login);

static void on_secret(void *data, const char *secret, const struct error *err)
{
	struct login *login = data;

	login->command = NULL;
	if (err) {
		login_end_with_error(login, err);
		return;
	}
	login->values[login->asked] = xstrdup(secret);
	ask_commands(login);
}

/* The next value that a command has to say; LOGIN_VALUES: all are there. */
static enum login_value next_missing(const struct login *login)
{
	size_t i = 0;

	while (i < LOGIN_VALUES && login->values[i])
		i++;
	return (enum login_value)i;
}

static void ask_commands(struct login *login)
{
	struct error err = { 0 };

	login->asked = next_missing(login);
	if (login->asked == LOGIN_VALUES) {
		if (signs_are_tokens(login, &err))
			login_go_on(login);
		else
			login_end_with_error(login, &err);
		return;
	}
	login->command = secret_command_start(
		login->desk->loop,
		login->asked == VALUE_DEVICE_TOKEN ? "device-token-command" : "secret-command",
		profile_login_command(login->desk->profile, login->asked),
		on_secret, login, &err);
	if (!login->command)
		login_end_with_error(login, &err);
}

static void begin(void *data)
{
	struct login *login = data;

	login->timer = NULL;
	if (login->problem.code != ERROR_NONE)
		login_end_with_error(login, &login->problem);
	else
		ask_commands(login);
}

/* --- beginning and end ----------------------------------------------------------------------- */

static const char *ordered(const struct credentials *who, enum login_value value)
{
	const char *const texts[LOGIN_VALUES] = { [VALUE_ORG_CODE] = who->org_code,
						  [VALUE_CLIENT_ID] = who->client_id,
						  [VALUE_USER_CODE] = who->user_code,
						  [VALUE_DEVICE_TOKEN] = who->device_token,
						  [VALUE_SECRET] = who->secret };

	return texts[value];
}

static bool is_part(const struct login_method *method, enum login_value value)
{
	for (size_t i = 0; i < method->part_count; i++)
		if (method->parts[i].value == value)
			return true;
	return false;
}

/* What the order leaves open is asked of the profile's command, where there is one. */
static void take_values(struct login *login, const struct credentials *who)
{
	for (int i = 0; i < LOGIN_VALUES; i++) {
		enum login_value value = (enum login_value)i;
		const char *text = is_part(login->method, value) ? ordered(who, value) : "";

		if (text || !profile_login_command(login->desk->profile, value))
			login->values[i] = xstrdup(text ? text : "");
	}
}

struct login *login_start(struct login_desk *desk, const struct login_order *order,
			  const struct login_handlers *handlers, void *data)
{
	struct login *login = xcalloc(1, sizeof(*login));

	login->desk = desk;
	login->method = dialect_login(desk->dialect, order->who.login);
	login->tenant = xstrdup(order->tenant ? order->tenant : "");
	login->rather = xstrdup(order->rather ? order->rather : "");
	login->handlers = handlers;
	login->data = data;
	take_values(login, &order->who);
	login->timer = loop_after(desk->loop, 0, begin, login);
	return login;
}

void login_cancel(struct login *login)
{
	if (!login)
		return;
	secret_command_cancel(login->command);
	timer_cancel(login->timer);
	call_cancel(login->call);
	login_free(login);
}

void login_stop_waiting(struct login *login)
{
	if (login->call) {
		call_stop_waiting(login->call);
		return;
	}
	if (!login->timer || login->desk->sign->source != login)
		return;
	timer_cancel(login->timer);
	error_set(&login->problem, ERROR_CANCELLED, _("Cancelled, nothing was sent."));
	login->timer = loop_after(login->desk->loop, 0, begin, login);
}
