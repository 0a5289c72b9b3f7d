/* SPDX-License-Identifier: ISC */
#include "screens/header.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "ui/draw.h"
#include "ui/ui.h"

enum { MINUTE_S = 60, HOUR_MIN = 60, LAST_MINUTES = 10 };

/* "login 23h 41m", "login 9m!": the sign says that it is time to log in again. */
static void write_login(FILE *out, int64_t expires_at)
{
	int64_t minutes = (expires_at - clock_unix_s()) / MINUTE_S;

	fputs("  ", out);
	if (minutes < 0)
		minutes = 0;
	if (minutes >= HOUR_MIN)
		fprintf(out, _("login %dh %dm"), (int)(minutes / HOUR_MIN),
			(int)(minutes % HOUR_MIN));
	else
		fprintf(out, _("login %dm%s"), (int)minutes, minutes < LAST_MINUTES ? "!" : "");
}

static void write_store(FILE *out, const char *store)
{
	fputs("  ", out);
	fprintf(out, _("store %s"), store);
}

static void write_part(FILE *out, const char *text)
{
	if (text && *text)
		fprintf(out, "  %s", text);
}

/* What matters most stands first: a narrow window cuts the end. */
static void write_client(FILE *out, const struct client *client)
{
	const struct profile *profile = client_profile(client);
	struct client_info info = client_info(client);

	fputc(' ', out);
	if (profile_is_production(profile))
		fprintf(out, "%s  ", _("PROD"));
	if (profile->read_only)
		fprintf(out, "%s  ", _("READ-ONLY"));
	fputs(profile->name ? profile->name : profile_url(profile), out);
	write_part(out, info.organization);
	write_part(out, info.role);
	if (info.store && *info.store)
		write_store(out, info.store);
	write_part(out, info.price_tier);
	write_part(out, info.currency);
	if (info.state == CLIENT_LOGGING_IN)
		write_part(out, _("logging in"));
	else if (info.state == CLIENT_LOGIN_NEEDED || (info.state == CLIENT_NEW && *info.role))
		write_part(out, _("not logged in"));
	else if (info.expires_at)
		write_login(out, info.expires_at);
}

static void minute_passed(void *data)
{
	struct header *header = data;

	header->minute = NULL;
	header_update(header, header->ui, header->client);
}

/* Wakes when the minutes that are left change. */
static void arm(struct header *header)
{
	struct client_info info = { 0 };

	timer_cancel(header->minute);
	header->minute = NULL;
	if (header->client)
		info = client_info(header->client);
	int64_t left_s = info.expires_at - clock_unix_s();
	if (info.expires_at && left_s > 0)
		header->minute = loop_after(header->loop, (int)(left_s % MINUTE_S + 1) * 1000,
					    minute_passed, header);
}

void header_init(struct header *header, struct loop *loop)
{
	*header = (struct header){ .loop = loop, .text = xstrdup(" nymble-tui"), .runs = xstrdup("") };
}

void header_finish(struct header *header)
{
	timer_cancel(header->minute);
	free(header->text);
	free(header->runs);
	*header = (struct header){ 0 };
}

void header_update(struct header *header, struct ui *ui, const struct client *client)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	header->ui = ui;
	header->client = client;
	header->production = client && profile_is_production(client_profile(client));
	if (client)
		write_client(out, client);
	else
		fputs(" nymble-tui", out);
	fclose(out);
	free(header->text);
	header->text = text;
	header->drawn = false;
	arm(header);
	ui_touch(ui);
}

void header_set_drafts(struct header *header, struct ui *ui, size_t count)
{
	if (header->drafts == count)
		return;
	header->drafts = count;
	header->drawn = false;
	ui_touch(ui);
}

void header_set_runs(struct header *header, struct ui *ui, const char *runs)
{
	if (strcmp(header->runs, runs) == 0)
		return;
	xreplace(&header->runs, runs);
	header->drawn = false;
	ui_touch(ui);
}

/* "1 run 21/38  1 draft "; the caller frees. */
static char *right_text(const struct header *header)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (*header->runs)
		fprintf(out, "  %s ", header->runs);
	if (header->drafts)
		fprintf(out, ngettext("%'zu draft ", "%'zu drafts ", header->drafts),
			header->drafts);
	fclose(out);
	return text;
}

void header_draw(struct header *header, const struct canvas *canvas)
{
	if (header->drawn && !canvas->fresh)
		return;
	char *right = right_text(header);

	header->drawn = true;
	draw_row(canvas, 0, header->production ? ROLE_PROD : ROLE_HEADER, header->text, right);
	free(right);
}
