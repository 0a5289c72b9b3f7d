/* SPDX-License-Identifier: ISC */
#include "api/refusal.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"

enum { DAY_S = 24 * 3600 }; /* a time of day says when within one */

static char *ended_text(int64_t ended_at, int64_t now)
{
	char time[CLOCK_TIME_SIZE];

	if (now - ended_at >= DAY_S)
		return xstrdup(_("The login has ended. Paste a new token."));
	clock_format_local_time(ended_at, time);
	return xasprintf(_("The login has ended at %s. Paste a new token."), time);
}

char *refusal_text(enum login_kind kind, bool fresh, int64_t expires_at)
{
	int64_t now = clock_unix_s();

	if (kind == LOGIN_API_KEY)
		return xstrdup(_("The service does not accept this API key."));
	if (kind == LOGIN_TOKEN && expires_at && expires_at <= now)
		return ended_text(expires_at, now);
	if (kind == LOGIN_TOKEN)
		return xstrdup(_("The service does not accept this token."));
	return xstrdup(fresh ? _("The service gave a token and then refused it: log in again.")
			     : _("The login has ended: log in again."));
}
