/* What people are told of a session. */
/* SPDX-License-Identifier: ISC */
#include "api/session_state.h"

#include <string.h>

#include "api/dialect.h"
#include "base/alloc.h"

const char *session_tenant(const struct session *session)
{
	const char *found = session->ticket.tenant;

	return session->said_tenant ? session->said_tenant : found ? found : "";
}

const char *session_store(const struct session *session)
{
	const char *store = profile_of(session)->store;

	return store ? store : "";
}

const struct account_user *session_user(const struct session *session)
{
	return account_user(&session->account, session_tenant(session));
}

static const char *first_said(const char *const texts[])
{
	while (texts[0] && !*texts[0])
		texts++;
	return texts[0] ? texts[0] : "";
}

#define FIRST_SAID(...) first_said((const char *const[]){ __VA_ARGS__, NULL })

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

struct client_info session_info(const struct session *session)
{
	const struct claims *claims = &session->claims;
	const struct account_user *user = session_user(session);
	const char *tenant = session_tenant(session);

	return (struct client_info){
		.state = session->state,
		.organization = FIRST_SAID(or_empty(session->organization), user ? user->name : "",
					   *tenant ? tenant : or_empty(claims->organization),
					   session->who.org_code),
		.role = FIRST_SAID(user ? user->role : "", or_empty(claims->role)),
		.price_tier = or_empty(claims->price_tier),
		.currency = or_empty(claims->currency),
		.expires_at = session->ticket.token ? session->ticket.expires_at : 0,
		.tenant = tenant,
		.store = session_store(session),
	};
}

unsigned session_changes_of_person(const struct session *session)
{
	return session->changes_of_person;
}

void session_set_organization(struct session *session, const char *name)
{
	xreplace(&session->organization, name);
	session_set_state(session, session->state);
}

void session_learn_account(struct session *session, const struct json *answer)
{
	const struct account_call *names = &session->desk.dialect->account;

	if (!names->endpoint.path)
		return;
	account_read(&session->account, names, answer);
	session_set_state(session, session->state);
}

void session_on_change(struct session *session, void (*fn)(void *data), void *data)
{
	session->changed = fn;
	session->changed_data = data;
}

void session_on_login_needed(struct session *session,
			     void (*fn)(void *data, const struct login_request *request),
			     void *data)
{
	session->login_needed = fn;
	session->login_needed_data = data;
}
