/* SPDX-License-Identifier: ISC */
#include "api/ticket.h"

#include <stdlib.h>
#include <string.h>

#include "api/token_file.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/secret.h"

enum { RENEW_S = 5 * 60 };

bool ticket_is_token(const char *text)
{
	if (!*text)
		return false;
	for (; *text; text++)
		if ((unsigned char)*text <= ' ' || (unsigned char)*text >= 0x7f)
			return false;
	return true;
}

static void write_header(struct ticket *ticket)
{
	secret_free(ticket->header);
	ticket->header = xasprintf(ticket->x_api_key ? "x-api-key: %s" : "Authorization: Bearer %s",
				   ticket->token);
	ticket->generation++;
}

void ticket_drop(struct ticket *ticket)
{
	secret_free(ticket->token);
	secret_free(ticket->header);
	ticket->token = ticket->header = NULL;
	ticket->generation++;
}

void ticket_finish(struct ticket *ticket)
{
	ticket_drop(ticket);
	free(ticket->tenant);
}

void ticket_use(struct ticket *ticket, const char *token, enum auth_header wanted)
{
	char *copy = xstrdup(token);

	ticket_drop(ticket);
	ticket->token = copy;
	ticket->accepted = ticket->kept = false;
	ticket->header_swapped = wanted != AUTH_AUTO; /* no other one may be tried */
	ticket_set_expiry(ticket, 0);
	if (ticket->header_swapped)
		ticket->x_api_key = wanted == AUTH_X_API_KEY;
	else if (!ticket->header_known)
		ticket->x_api_key = false;
	write_header(ticket);
}

void ticket_set_expiry(struct ticket *ticket, int64_t expires_at)
{
	ticket->expires_at = expires_at;
	ticket->lifetime_s = expires_at ? expires_at - clock_unix_s() : 0;
}

bool ticket_swap_header(struct ticket *ticket)
{
	if (ticket->header_swapped || ticket->accepted || (ticket->kept && ticket->header_known))
		return false;
	ticket->header_swapped = true;
	ticket->x_api_key = !ticket->x_api_key;
	write_header(ticket);
	return true;
}

bool ticket_use_kept(struct ticket *ticket, const struct token_key *key, const char *refused,
		     enum auth_header wanted)
{
	struct stored_token stored;

	if (!token_file_read(key, &stored))
		return false;
	bool good =
		ticket_is_token(stored.token) && (!refused || strcmp(stored.token, refused) != 0);
	if (good) {
		ticket->header_known = stored.header_known;
		ticket->x_api_key = stored.x_api_key;
		ticket_use(ticket, stored.token, wanted);
		xreplace(&ticket->tenant, stored.tenant);
		ticket->expires_at = stored.end_unknown ? 0 : stored.expires_at;
		ticket->lifetime_s = stored.lifetime_s;
		ticket->kept = true;
	}
	token_finish(&stored);
	return good;
}

void ticket_keep(const struct ticket *ticket, const struct token_key *key, int kept_s)
{
	struct stored_token stored = {
		.token = ticket->token,
		.tenant = ticket->tenant,
		.expires_at = ticket->expires_at ? ticket->expires_at : clock_unix_s() + kept_s,
		.end_unknown = !ticket->expires_at,
		.lifetime_s = ticket->lifetime_s,
		.x_api_key = ticket->x_api_key,
		.header_known = true,
	};

	/* Without the file the next start asks again, which says enough. */
	if (ticket->expires_at || kept_s)
		token_file_write(key, &stored, NULL);
}

bool ticket_is_over(const struct ticket *ticket, int64_t now)
{
	return ticket->expires_at && now >= ticket->expires_at;
}

bool ticket_is_due(const struct ticket *ticket, int64_t now)
{
	int64_t tenth = ticket->lifetime_s / 10, margin = tenth < RENEW_S ? tenth : RENEW_S;

	return ticket->expires_at && now + margin >= ticket->expires_at;
}
