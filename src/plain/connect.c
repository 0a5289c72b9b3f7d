/* SPDX-License-Identifier: ISC */
#include "plain/connect.h"

#include <stddef.h>

#include "api/client.h"
#include "api/profile.h"
#include "api/sandbox_process.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "plain/drafts.h"
#include "plain/lists.h"
#include "plain/login.h"
#include "plain/plain_state.h"
#include "plain/profiles.h"
#include "plain/room.h"
#include "plain/say.h"
#include "plain/views.h"
#include "store/draft.h"
#include "store/known_tiers.h"

/* Counting down aloud helps nobody: the first sentence says it. */
static void client_waits(void *data, const char *text)
{
	struct plain *plain = data;

	if (text && !plain->waiting_said)
		say(plain, _("%s Ctrl-C stops."), text);
	plain->waiting_said = text;
}

static void login_needed(void *data, const struct login_request *request)
{
	plain_login_ask_again(data, request);
}

/* Another tenant may have been chosen. */
static void client_changed(void *data)
{
	struct plain *plain = data;
	const struct profile *profile = client_profile(plain->client);

	if (!plain->drafts || drafts_are_of(plain->drafts, profile))
		return;
	drafts_close(plain->drafts);
	plain->drafts = drafts_open(profile, NULL);
}

bool plain_connect_profile(struct plain *plain, const struct profile *profile, struct error *err)
{
	struct client *client = client_new(plain->loop, profile, err);
	struct error trouble;

	if (!client)
		return false;
	if (!known_tiers_tell(client, &trouble))
		say(plain, "%s", trouble.message);
	drafts_close(plain->drafts);
	client_free(plain->client);
	plain->client = client;
	plain->drafts = drafts_open(client_profile(client), NULL);
	client_on_change(client, client_changed, plain);
	client_on_wait(client, client_waits, plain);
	client_on_login_needed(client, login_needed, plain);
	return true;
}

void plain_connect_enter(struct plain *plain)
{
	plain_lists_open(plain);
	plain_views_begin(plain);
	if (plain->drafts && drafts_count(plain->drafts))
		plain_drafts_open_room(plain);
}

/* --- the sandbox -------------------------------------------------------------- */

static void sandbox_stopped(void *data)
{
	struct plain *plain = data;

	sandbox_process_free(plain->sandbox);
	plain->sandbox = NULL;
	plain_login_begin(plain);
}

static bool connect_own(struct plain *plain, const struct profile *profile, struct error *err)
{
	plain_profiles_enter_sandbox(plain);
	return plain_connect_profile(plain, profile, err);
}

static void sandbox_ready(void *data, const struct profile *profile, const struct error *err)
{
	struct plain *plain = data;
	struct error failed;

	wait_end(plain);
	if (profile && connect_own(plain, profile, &failed)) {
		plain_connect_enter(plain);
		return;
	}
	say(plain, "%s", profile ? failed.message : err->message);
	plain_login_begin(plain);
}

void plain_connect_sandbox(struct plain *plain)
{
	const struct profile *at = plain_profile(plain);
	size_t row = profile_list_sandbox(&plain->profiles, at->api);
	struct profile *own = profile_copy(plain->profiles.rows[row].profile);
	struct error err;

	own->read_only = at->read_only;
	xreplace(&own->view, at->view);
	sandbox_process_free(plain->sandbox);
	plain->sandbox = sandbox_process_start(plain->loop, own, sandbox_ready, plain, &err);
	profile_free(own);
	if (plain->sandbox) {
		wait_begin(plain, sandbox_stopped, plain);
	} else {
		say(plain, "%s", err.message);
		plain_login_begin(plain);
	}
}

/* --- begin and end ------------------------------------------------------------- */

void plain_connect_begin(struct plain *plain)
{
	const struct profile_row *row = plain_profile_row(plain);
	struct error err;

	if (row->is_sandbox) {
		plain_connect_sandbox(plain);
	} else if (!profile_row_is_ready(row)) {
		plain_login_begin(plain);
	} else if (plain_connect_profile(plain, row->profile, &err)) {
		plain_connect_enter(plain);
	} else {
		say(plain, "%s", err.message);
		plain_login_begin(plain);
	}
}

void plain_connect_leave(struct plain *plain)
{
	room_pop_all(plain);
	plain_connect_finish(plain);
	plain->drafts = NULL;
	plain->client = NULL;
	plain->sandbox = NULL;
	plain->begun = plain->waiting_said = false; /* no room is no reason to end */
}

void plain_connect_finish(struct plain *plain)
{
	plain_login_finish(plain);
	drafts_close(plain->drafts);
	client_free(plain->client);
	sandbox_process_free(plain->sandbox);
}
