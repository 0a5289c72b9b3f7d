/* SPDX-License-Identifier: ISC */
#include "api/login.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/failure.h"
#include "api/secret_command.h"
#include "api/wait_sign.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
#include "net/loop.h"
#include "schema/json.h"

enum { PACE_MS = 6000 }; /* the vendor allows 10 logins a minute (nymble.openapi.yaml, login) */

struct login {
	struct login_desk *desk;
	enum login_kind kind;
	char *org_code, *client_id, *secret;
	struct secret_command *command;
	struct timer *timer; /* the next second of a wait, or the next turn */
	struct call *call;
	struct error problem; /* told in the next turn */
	login_fn *fn;
	void *data;
};

static void login_free(struct login *login)
{
	wait_sign_clear(login->desk->sign, login);
	free(login->org_code);
	free(login->client_id);
	secret_free(login->secret);
	free(login);
}

static void end(struct login *login, const struct login_result *result,
		const struct failure *failure)
{
	login->fn(login->data, result, failure);
	login_free(login);
}

static void end_with_error(struct login *login, const struct error *err)
{
	struct failure failure;

	failure_set(&failure, err);
	end(login, NULL, &failure);
}

/* --- the exchange ---------------------------------------------------------------------------- */

static const struct login_method *method_of(const struct login *login)
{
	return dialect_login(login->desk->dialect, login->kind);
}

static const char *value_of(const struct login *login, enum login_value value)
{
	const char *const values[LOGIN_VALUES] = { [VALUE_ORG_CODE] = login->org_code,
						   [VALUE_CLIENT_ID] = login->client_id,
						   [VALUE_SECRET] = login->secret };

	return values[value] ? values[value] : "";
}

/* The body, in memory that does not move while it is written: growing it would leave copies of the
 * secret behind. The caller calls secret_free; NULL: the exchange has none. */
static char *body_new(const struct login *login)
{
	const struct login_method *method = method_of(login);
	size_t room = 3, members = 0;

	for (size_t i = 0; i < method->part_count; i++)
		if (method->parts[i].member)
			room += strlen(method->parts[i].member) +
				6 * strlen(value_of(login, method->parts[i].value)) + 6;
	char *body = xcalloc(1, room);
	FILE *out = fmemopen(body, room, "w");

	if (!out)
		alloc_exhausted();
	setvbuf(out, NULL, _IONBF, 0);
	for (size_t i = 0; i < method->part_count; i++) {
		if (!method->parts[i].member)
			continue;
		fputc(members++ ? ',' : '{', out);
		json_write_string(method->parts[i].member, out);
		fputc(':', out);
		json_write_string(value_of(login, method->parts[i].value), out);
	}
	fputs(members ? "}" : "", out);
	fclose(out);
	return body;
}

static const struct json *first_member(const struct json *object, const char *const names[])
{
	const struct json *member = NULL;

	for (size_t i = 0; !member && names[i]; i++)
		member = json_member(object, names[i]);
	return member;
}

static void read_success(struct login *login, const struct answer *answer,
			 const struct failed_act *act)
{
	const struct login_method *names = method_of(login);
	struct error err = { 0 };
	struct failure failure;
	struct json *tree = json_parse(answer->body, answer->len, &err);
	const char *token = json_text(first_member(tree, names->token));

	if (token && *token) {
		struct login_result result = { .token = token, .answer = tree };
		json_integer(first_member(tree, names->expires_in), &result.expires_in_s);
		end(login, &result, NULL);
	} else {
		failure_unreadable(&failure, answer, act,
				   tree ? _("it holds no token") : err.message);
		end(login, NULL, &failure);
		failure_finish(&failure);
	}
	json_free(tree);
}

/* Said plainly; and whatever a service says about a login, it must not make us show the secret. */
static void reword(const struct login *login, struct failure *failure)
{
	if (failure->status == 401)
		error_set(&failure->error, ERROR_LOGIN,
			  _("The service does not accept these credentials."));
	else if (*login->secret && strstr(failure->error.message, login->secret))
		error_set(&failure->error, failure->error.code,
			  _("The service refused the login (%d)"), failure->status);
}

static void on_answer(void *data, const struct answer *answer)
{
	struct login *login = data;
	struct failed_act act = { .endpoint = &method_of(login)->exchange, .role = "" };
	struct failure failure;

	login->call = NULL;
	if (answer->outcome == ANSWER_HTTP && answer->status / 100 == 2) {
		read_success(login, answer, &act);
		return;
	}
	failure_read(&failure, answer, &act);
	reword(login, &failure);
	end(login, NULL, &failure);
	failure_finish(&failure);
}

static void on_call_wait(void *data, const struct call_wait *wait)
{
	struct login *login = data;

	wait_sign_show(login->desk->sign, login, wait);
}

static void send(struct login *login)
{
	static const char *const headers[] = { "Content-Type: application/json",
					       "Accept: application/json", NULL };
	struct login_desk *desk = login->desk;
	const struct endpoint *endpoint = &method_of(login)->exchange;
	char *url = address_of(desk->profile, endpoint->path, NULL);
	char *body = body_new(login);
	struct request request = {
		.method = endpoint->method,
		.url = url,
		.headers = headers,
		.body = body,
		.body_len = strlen(body),
		.repeatable = true, /* a second login does no harm */
		.retry_status = true,
		.secret = true,
	};

	desk->next_ms = clock_now_ms() + PACE_MS;
	login->call = call_start(desk->net, &request, on_answer, login);
	call_on_wait(login->call, on_call_wait, login);
	secret_free(body);
	free(url);
}

/* --- before it ------------------------------------------------------------------------------- */

static void wait_for_turn(void *data)
{
	struct login *login = data;
	int64_t left_ms = login->desk->next_ms - clock_now_ms();

	login->timer = NULL;
	if (left_ms <= 0) {
		wait_sign_clear(login->desk->sign, login);
		send(login);
		return;
	}
	struct call_wait wait = { .seconds_left = (int)((left_ms + 999) / 1000),
				  .why = _("At most one login in 6 s (our own pace)") };
	wait_sign_show(login->desk->sign, login, &wait);
	int step_ms = (int)(left_ms % 1000);
	login->timer =
		loop_after(login->desk->loop, step_ms > 0 ? step_ms : 1000, wait_for_turn, login);
}

static void use_secret(struct login *login)
{
	struct login_result result = { .token = login->secret };

	if (login->kind == LOGIN_CREDENTIALS)
		wait_for_turn(login);
	else
		end(login, &result, NULL);
}

static void on_secret(void *data, const char *secret, const struct error *err)
{
	struct login *login = data;

	login->command = NULL;
	if (err) {
		end_with_error(login, err);
		return;
	}
	login->secret = xstrdup(secret);
	use_secret(login);
}

static void begin(void *data)
{
	struct login *login = data;

	login->timer = NULL;
	if (login->problem.code != ERROR_NONE)
		end_with_error(login, &login->problem);
	else
		use_secret(login);
}

struct login *login_start(struct login_desk *desk, const struct login_order *order, login_fn *fn,
			  void *data)
{
	struct login *login = xcalloc(1, sizeof(*login));

	login->desk = desk;
	login->kind = order->kind;
	login->org_code = xstrdup(order->org_code ? order->org_code : "");
	login->client_id = xstrdup(order->client_id ? order->client_id : "");
	login->fn = fn;
	login->data = data;
	if (order->secret)
		login->secret = xstrdup(order->secret);
	else
		login->command = secret_command_start(desk->loop, desk->profile->secret_command,
						      on_secret, login, &login->problem);
	if (!login->command)
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
