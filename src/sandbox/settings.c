/* SPDX-License-Identifier: ISC */
#include "sandbox/settings.h"

#include <stddef.h>
#include <string.h>

#include "base/i18n.h"

const struct settings settings_default = {
	.port = 8085, .size = { -1, -1, -1 }, .token_seconds = 86400, .lifeline = -1
};

#define PLACE(member) .place = offsetof(struct settings, member)

static const char *const auth_headers[] = { "any", "bearer", "x-api-key", NULL };

static const struct option_row rows[] = {
	{ .name = "port",
	  .argument = N_("N"),
	  .help = N_("listen on port N; 0 takes a free one (8085)"),
	  .kind = OPTION_NUMBER,
	  PLACE(port),
	  .max = 65535 },
	{ .name = "bind",
	  .argument = N_("ADDRESS"),
	  .help = N_("listen on ADDRESS (127.0.0.1)"),
	  .kind = OPTION_TEXT,
	  PLACE(address) },
	{ .name = "db",
	  .argument = N_("FILE"),
	  .help = N_("keep the data in FILE; :memory: forgets it (sandbox.db in the user's data "
		     "folder)"),
	  .kind = OPTION_PATH,
	  PLACE(database) },
	{ .name = "customers",
	  .argument = N_("N"),
	  .help = N_("customers of a new file (2000)"),
	  .kind = OPTION_NUMBER,
	  PLACE(size.customers),
	  .max = 10000000 },
	{ .name = "products",
	  .argument = N_("N"),
	  .help = N_("products of a new file (1000)"),
	  .kind = OPTION_NUMBER,
	  PLACE(size.products),
	  .max = 10000000 },
	{ .name = "seed",
	  .argument = N_("N"),
	  .help = N_("which of many data sets a new file gets (1)"),
	  .kind = OPTION_NUMBER,
	  PLACE(size.seed),
	  .max = UINT32_MAX },
	{ .name = "latency",
	  .argument = N_("MS"),
	  .help = N_("hold each answer back for MS milliseconds"),
	  .kind = OPTION_NUMBER,
	  PLACE(latency_ms),
	  .max = 600000 },
	{ .name = "error-rate",
	  .argument = N_("PERCENT"),
	  .help = N_("answer PERCENT of the requests with 500"),
	  .kind = OPTION_NUMBER,
	  PLACE(error_percent),
	  .max = 100 },
	{ .name = "expire-tokens",
	  .argument = N_("SECONDS"),
	  .help = N_("let tokens end after SECONDS (86400)"),
	  .kind = OPTION_NUMBER,
	  PLACE(token_seconds),
	  .min = 1,
	  .max = 315360000 },
	{ .name = "auth-header",
	  .argument = "any|bearer|x-api-key",
	  .help = N_("where access tokens are accepted (any); static keys always in x-api-key"),
	  .kind = OPTION_CHOICE,
	  PLACE(auth_header),
	  .choices = auth_headers },
	{ .name = "strict",
	  .help = N_("refuse customers without a billing and a shipping address"),
	  .kind = OPTION_FLAG,
	  PLACE(strict) },
	{ .name = "reset",
	  .help = N_("make the file anew; what is in it is lost"),
	  .kind = OPTION_FLAG,
	  PLACE(reset) },
	{ .name = "log",
	  .argument = N_("FILE"),
	  .help = N_("add each request and answer to FILE, a line of JSON each"),
	  .kind = OPTION_PATH,
	  PLACE(log) },
	{ .name = "lifeline",
	  .argument = N_("FD"),
	  .help = N_("end when descriptor FD reaches its end of file"),
	  .kind = OPTION_NUMBER,
	  PLACE(lifeline),
	  .max = 65535 },
	{ .name = "help", .help = N_("show this text"), .kind = OPTION_FLAG, PLACE(help) },
	{ .name = "version", .help = N_("show the version"), .kind = OPTION_FLAG, PLACE(version) },
};
const struct option_table settings_table = OPTIONS(rows);

enum auth_header settings_auth_header(const struct settings *settings)
{
	int i = 0;

	while (settings->auth_header && strcmp(auth_headers[i], settings->auth_header) != 0)
		i++;
	return (enum auth_header)i;
}
