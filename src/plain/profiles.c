/* SPDX-License-Identifier: ISC */
#include "plain/profiles.h"

#include <stdio.h>
#include <stdlib.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "plain/connect.h"
#include "plain/plain.h"
#include "plain/plain_state.h"
#include "plain/room.h"
#include "plain/say.h"
#include "schema/pick_item.h"
#include "work/history.h"

void plain_profiles_init(struct plain *plain)
{
	const struct plain_options *options = plain->options;
	const struct profile_start start = { options->profile, options->sandbox, options->read_only };

	profile_list_init(&plain->profiles, options->config, &start);
	plain->profile_at = plain->profiles.start;
	plain->histories = xcalloc(plain->profiles.count, sizeof(*plain->histories));
	plain->history = history_new();
}

void plain_profiles_finish(struct plain *plain)
{
	for (size_t i = 0; i < plain->profiles.count; i++)
		history_free(plain->histories[i]);
	free(plain->histories);
	history_free(plain->history);
	profile_list_finish(&plain->profiles);
}

const struct profile_row *plain_profile_row(const struct plain *plain)
{
	return &plain->profiles.rows[plain->profile_at];
}

const struct profile *plain_profile(const struct plain *plain)
{
	return plain_profile_row(plain)->profile;
}

/* What was changed in a profile is remembered with it; whoever logs in by hand may be somebody else. */
void plain_profiles_go(struct plain *plain, size_t row)
{
	plain->histories[plain->profile_at] = plain->history;
	if (plain_profile_row(plain)->is_by_hand) {
		history_free(plain->history);
		plain->histories[plain->profile_at] = NULL;
	}
	plain->profile_at = row;
	plain->history = plain->histories[row] ? plain->histories[row] : history_new();
	plain->histories[row] = NULL;
}

void plain_profiles_enter_sandbox(struct plain *plain)
{
	plain_profiles_go(plain, profile_list_sandbox(&plain->profiles, plain_profile(plain)->api));
}

/* --- choosing ------------------------------------------------------------------------- */

static void enter(struct plain *plain, size_t row)
{
	plain_connect_leave(plain);
	plain_profiles_go(plain, row);
	plain_connect_begin(plain);
}

static void change_to(struct plain *plain, size_t row)
{
	char *name = profile_row_name(&plain->profiles.rows[row]);
	struct error err;

	if (row == plain->profile_at && !plain_profile_row(plain)->is_by_hand)
		say(plain, _("%s is in use."), name);
	else if (!profile_row_check(&plain->profiles.rows[row], &err))
		say(plain, _("%s cannot be used: %s"), name, err.message);
	else if (room_may_leave(plain))
		enter(plain, row);
	free(name);
}

/* "shop, Nymble Commerce, https://api.example, acme, PROD, in use". The caller frees. */
static char *row_text(const struct plain *plain, size_t i)
{
	const struct profile_row *row = &plain->profiles.rows[i];
	const char *code = profile_row_organization(row);
	char *name = profile_row_name(row), *service = profile_row_service(row);
	char *address = profile_row_address(row), *kind = profile_row_kind(row);
	char *text = xasprintf("%s, %s, %s%s%s, %s%s%s", name, service, address, *code ? ", " : "",
			       code, kind, i == plain->profile_at ? ", " : "",
			       i == plain->profile_at ? _("in use") : "");

	free(name);
	free(service);
	free(address);
	free(kind);
	return text;
}

static void chosen(void *data, const char *value)
{
	if (value)
		change_to(data, (size_t)atoi(value));
}

static void ask(struct plain *plain)
{
	size_t count = plain->profiles.count;
	char **numbers = xcalloc(count, sizeof(*numbers)), **texts = xcalloc(count, sizeof(*texts));
	struct pick_item *items = xcalloc(count, sizeof(*items));
	struct choosing choosing = {
		.title = _("Profiles"),
		.note = _("What is not saved stays as a draft of the profile that is left."),
		.items = items,
		.count = count,
		.by_label = true,
		.fn = chosen,
		.data = plain,
	};

	for (size_t i = 0; i < count; i++) {
		numbers[i] = xasprintf("%zu", i);
		texts[i] = row_text(plain, i);
		items[i] = (struct pick_item){ numbers[i], texts[i] };
	}
	ask_choice(plain, &choosing);
	for (size_t i = 0; i < count; i++) {
		free(numbers[i]);
		free(texts[i]);
	}
	free(numbers);
	free(texts);
	free(items);
}

void plain_profiles_choose(struct plain *plain, const char *name)
{
	for (size_t i = 0; *name && i < plain->profiles.count; i++) {
		char *own = profile_row_name(&plain->profiles.rows[i]);
		bool same = text_casecmp(own, name) == 0;

		free(own);
		if (same) {
			change_to(plain, i);
			return;
		}
	}
	if (*name) {
		char *typed = say_value(name);

		say(plain, _("There is no profile %s."), typed);
		free(typed);
	}
	ask(plain);
}
