/* SPDX-License-Identifier: ISC */
#include "cli/options.h"

#include "base/error.h"
#include "base/i18n.h"

#define AT(kind_, member) .kind = (kind_), .place = offsetof(struct cli_options, member)
#define FLAG(member) AT(OPTION_FLAG, member)
#define TEXT(member) AT(OPTION_TEXT, member)

enum { EVERYWHERE = FOR_ALL | IN_GENERAL_HELP, LISTS = FOR_LIST | FOR_EXPORT | IN_LIST_HELP };

static const char *const formats[] = { "table", "csv", "json", NULL };

/* In the order of --help. */
/* clang-format off */
static const struct option_row rows[] = {
	{ .name = "sandbox", FLAG(sandbox), .scope = EVERYWHERE,
	  .help = N_("Start a local service with sample data and use it") },
	{ .name = "profile", .argument = N_("NAME"), TEXT(profile), .scope = EVERYWHERE,
	  .help = N_("Use this profile of the configuration file") },
	{ .name = "url", .argument = N_("URL"), TEXT(url), .scope = EVERYWHERE,
	  .help = N_("The service's address: https, or http on loopback") },
	{ .name = "api", .argument = N_("NAME"), TEXT(api), .scope = EVERYWHERE,
	  .help = N_("The API that the service speaks: nymble or flow") },
	{ .name = "tenant", .argument = N_("UID"), TEXT(tenant), .scope = EVERYWHERE,
	  .help = N_("flow: the tenant, where the login reaches several") },
	{ .name = "store", .argument = N_("UID"), TEXT(store), .scope = EVERYWHERE,
	  .help = N_("flow: show customers as this store sees them, too") },
	{ .name = "config", .argument = N_("FILE"), AT(OPTION_PATH, config), .scope = EVERYWHERE,
	  .help = N_("Read FILE instead of ~/.config/nymble-tui/config") },
	{ .name = "read-only", FLAG(read_only), .scope = EVERYWHERE,
	  .help = N_("Change nothing: writes are refused before sending") },
	{ .name = "view", .argument = N_("NAME"), TEXT(view),
	  .scope = FOR_SCREEN | FOR_LIST | FOR_EXPORT | IN_GENERAL_HELP,
	  .help = N_("Begin with this saved view; list, export: its conditions and order") },
	{ .name = "theme", .argument = N_("NAME"), TEXT(theme), .scope = FOR_SCREEN | IN_GENERAL_HELP,
	  .help = N_("dark, light, high-contrast, mono, or a file of your own") },
	{ .name = "ascii", FLAG(ascii), .scope = EVERYWHERE,
	  .help = N_("Show ASCII signs only, ? for all others") },
	{ .name = "plain", FLAG(plain), .scope = FOR_SCREEN | IN_GENERAL_HELP,
	  .help = N_("Lines and numbered questions instead of a screen") },
	{ .name = "help", FLAG(help), .scope = EVERYWHERE,
	  .help = N_("Print this and end") },
	{ .name = "version", FLAG(version), .scope = EVERYWHERE,
	  .help = N_("Print the version and end") },

	{ .name = "filter", .argument = N_("FIELD:OP:VALUE"), AT(OPTION_LIST, filters), .scope = LISTS,
	  .help = N_("Only records for which this holds; may be repeated") },
	{ .name = "search", .argument = N_("TEXT"), TEXT(search), .scope = LISTS,
	  .help = N_("Only records that the service finds by TEXT") },
	{ .name = "sort", .argument = N_("[-]FIELD"), TEXT(sort), .scope = LISTS,
	  .help = N_("Sort by FIELD, with - the other way round") },
	{ .name = "limit", .argument = N_("N"), AT(OPTION_NUMBER, limit), .scope = LISTS,
	  .min = 1, .max = INT64_MAX, .help = N_("At most N records instead of all") },
	{ .name = "format", .argument = N_("FORMAT"), AT(OPTION_CHOICE, format), .scope = LISTS | FOR_GET,
	  .choices = formats, .help = N_("table, json or csv: what list and get print, and export writes") },

	{ .name = "raw", FLAG(raw), .scope = FOR_EXPORT | FOR_PRICES | IN_FILE_HELP,
	  .help = N_("export: no apostrophe before what a spreadsheet would run") },
	{ .name = "force", FLAG(force), .scope = FOR_EXPORT | FOR_PRICES | IN_FILE_HELP,
	  .help = N_("export: write over a FILE that is there") },
	{ .name = "dry-run", FLAG(dry_run), .scope = FOR_IMPORT | FOR_PRICES | IN_FILE_HELP,
	  .help = N_("import: compare and tell, send nothing") },
	{ .name = "tier", .argument = N_("NAME"), TEXT(tier), .scope = FOR_PRICES | IN_FILE_HELP,
	  .help = N_("prices export: the prices of this price tier alone") },
	{ .name = "clear-empty", FLAG(clear_empty), .scope = FOR_IMPORT | IN_FILE_HELP,
	  .help = N_("import: an empty cell empties the field") },
};
/* clang-format on */

const struct option_table cli_option_table = OPTIONS(rows);

bool cli_options_parse(char *const *argv, struct cli_options *options, struct error *err)
{
	if (*argv && !options_parse(&cli_option_table, argv + 1, options, &options->words, err))
		return false;
	if (options->sandbox && (options->profile || options->url))
		return error_set(err, ERROR_INPUT,
				 _("--sandbox is a service of its own: leave out --profile and "
				   "--url"));
	return true;
}

void cli_options_finish(struct cli_options *options)
{
	options_finish(&cli_option_table, options, &options->words);
}

static bool does_not_fit(const struct option_row *row, const char *verb, struct error *err)
{
	if (!verb)
		return error_set(err, ERROR_INPUT,
				 _("--%s needs a verb: nymble-tui list customers --%s ..."),
				 row->name, row->name);
	return error_set(err, ERROR_INPUT, _("%s takes no --%s"), verb, row->name);
}

bool cli_options_fit(const struct cli_options *options, unsigned scope, const char *verb,
		     struct error *err)
{
	for (size_t i = 0; i < cli_option_table.count; i++)
		if (options->words.given & (UINT64_C(1) << i) && !(rows[i].scope & scope))
			return does_not_fit(&rows[i], verb, err);
	return true;
}
