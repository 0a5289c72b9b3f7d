/* The exchange of what a login is made of for a token. */
/* SPDX-License-Identifier: ISC */
#include "api/login_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/address.h"
#include "api/dialect.h"
#include "api/failure.h"
#include "api/ticket.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "net/call.h"
#include "schema/json.h"

/* The body, in memory that does not move while it is written: growing it would leave copies of the
 * secret behind. The caller calls secret_free; "": the exchange has none. */
static char *body_new(const struct login *login)
{
	const struct login_method *method = login->method;
	size_t room = 3, members = 0;

	for (size_t i = 0; i < method->part_count; i++)
		if (method->parts[i].member)
			room += strlen(method->parts[i].member) +
				6 * strlen(login->values[method->parts[i].value]) + 6;
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
		json_write_string(login->values[method->parts[i].value], out);
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
	const struct login_method *method = login->method;
	struct error err = { 0 };
	struct failure failure;

	login->answer = json_parse(answer->body, answer->len, &err);
	const char *token = json_text(first_member(login->answer, method->token));
	if (!token || !*token) {
		failure_unreadable(&failure, answer, act,
				   login->answer ? _("it holds no token") : err.message);
		login_end(login, NULL, &failure);
		failure_finish(&failure);
		return;
	}
	login->token = xstrdup(token);
	json_integer(first_member(login->answer, method->expires_in), &login->expires_in_s);
	if (login_take_user(login))
		login_go_on(login);
}

/* Wrong credentials, in the service's words where it has some: it may not be the credentials. */
static void set_refused(const struct login *login, const struct answer *answer,
			const struct failed_act *act, struct failure *failure)
{
	const struct login_method *method = login->method;
	char *words = method->because ? failure_words(answer, act) : NULL;

	if (words && !login_is_told_in(login, words))
		error_set(&failure->error, ERROR_LOGIN, _(method->because), words);
	else
		error_set(&failure->error, ERROR_LOGIN, "%s", _(method->refused));
	free(words);
}

/* Said plainly; and whatever a service says about a login, it must not make us show the secret. */
static void reword(const struct login *login, const struct answer *answer,
		   const struct failed_act *act, struct failure *failure)
{
	if (failure->status == 401)
		set_refused(login, answer, act, failure);
	else if (login_is_told_in(login, failure->error.message))
		error_set(&failure->error, failure->error.code,
			  _("The service refused the login (%d)"), failure->status);
	if ((failure->status == 403 || failure->status == 404) && *login->tenant) {
		failure->error.code = ERROR_LOGIN; /* another tenant may do */
		error_prefix(&failure->error, _("Tenant %s"), login->tenant);
	}
}

static void on_answer(void *data, const struct answer *answer)
{
	struct login *login = data;
	struct failed_act act = { .endpoint = &login->method->exchange,
				  .words = &login->desk->dialect->errors, .role = "" };
	struct failure failure;

	login->call = NULL;
	if (answer->outcome == ANSWER_HTTP && answer->status / 100 == 2) {
		read_success(login, answer, &act);
		return;
	}
	failure_read(&failure, answer, &act);
	reword(login, answer, &act, &failure);
	login_end(login, NULL, &failure);
	failure_finish(&failure);
}

/* The token that this exchange is signed with; NULL: none. */
static const char *signing_token(const struct login *login)
{
	for (size_t i = 0; i < login->method->part_count; i++)
		if (login->method->parts[i].signs)
			return login->values[login->method->parts[i].value];
	return NULL;
}

void login_exchange(struct login *login)
{
	const struct endpoint *endpoint = &login->method->exchange;
	const char *token = signing_token(login);
	char *path = address_of(login->desk->profile, endpoint->path, NULL);
	char *url = address_fill(path, login->tenant, "");
	char *body = body_new(login), *header = token ? login_header(token) : NULL;
	const char *headers[4] = { "Accept: application/json" };
	struct request request = {
		.method = endpoint->method,
		.url = url,
		.headers = headers,
		.body = *body ? body : NULL,
		.body_len = strlen(body),
		.repeatable = true, /* a second login does no harm */
		.retry_status = true,
		.secret = true,
	};
	size_t count = 1;

	if (*body)
		headers[count++] = "Content-Type: application/json";
	if (header)
		headers[count++] = header;
	login->desk->next_ms = clock_now_ms() + 1000 * login->method->pace_s;
	login->call = call_start(login->desk->net, &request, on_answer, login);
	call_on_wait(login->call, login_shows_wait, login);
	secret_free(header);
	secret_free(body);
	free(url);
	free(path);
}
