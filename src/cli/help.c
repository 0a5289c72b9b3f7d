/* SPDX-License-Identifier: ISC */
#include "cli/help.h"

#include <stdlib.h>

#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "schema/resource.h"

enum { VERB_COLS = 27 }; /* as wide as the longest */

static void put(FILE *out, const char *utf8)
{
	char *text = text_to_locale(utf8);

	fputs(text, out);
	free(text);
}

static void print_verbs(FILE *out)
{
	const struct verb *verb;

	for (size_t i = 0; (verb = verb_at(i)); i++) {
		char *usage = xasprintf("%s %s", verb->name, _(verb->words));
		options_print_line(usage, VERB_COLS, _(verb->help), out);
		free(usage);
	}
}

/* What each service has. */
static void print_resources(FILE *out)
{
	const struct dialect *dialect;

	for (size_t i = 0; (dialect = dialect_at(i)); i++) {
		char *names;
		size_t len;
		FILE *list = xmemstream(&names, &len);

		for (size_t at = 0; at < dialect->resource_count; at++)
			fprintf(list, "%s%s", at ? ", " : "", dialect->resources[at].resource->name);
		fclose(list);
		options_print_line(dialect->label, VERB_COLS, names, out);
		free(names);
	}
}

void help_print(FILE *out)
{
	put(out, _("Usage: nymble-tui [OPTION]...                 open the screen\n"
		   "       nymble-tui VERB WORD... [OPTION]...    do one thing without a screen\n"
		   "\n"
		   "The back office of a shop in a terminal.\n"));
	put(out, _("\nVerbs:\n"));
	print_verbs(out);
	put(out, _("\nOptions:\n"));
	options_print(&cli_option_table, IN_GENERAL_HELP, out);
	put(out, _("\nOptions of list, and --format of get:\n"));
	options_print(&cli_option_table, IN_LIST_HELP, out);
	put(out, _("\nOptions of export, import and prices; export also takes those of list:\n"));
	options_print(&cli_option_table, IN_FILE_HELP, out);
	put(out, _("\nRESOURCE:\n"));
	print_resources(out);
	put(out, _("OP: startswith, contains, notcontains, endswith, equals, notequals, gt, gte, lt,\n"
		   "lte, as far as the service takes it for FIELD.\n"));
	put(out,
	    _("\nEnvironment: NYMBLE_ORG_CODE, NYMBLE_CLIENT_ID and NYMBLE_CLIENT_SECRET log in\n"
	      "without asking; NYMBLE_TOKEN is an access token, NYMBLE_API_KEY a static key.\n"
	      "With --api flow, FLOW_TOKEN is the integration or user token, FLOW_TENANT the\n"
	      "tenant; FLOW_DEVICE_TOKEN, FLOW_USER_CODE and FLOW_PASSWORD log in by device.\n"
	      "NYMBLE_PROFILE, NYMBLE_URL and NYMBLE_API are as the options, NYMBLE_CA_FILE\n"
	      "names an extra certificate authority.\n"));
	put(out,
	    _("\nExamples:\n"
	      "  nymble-tui --sandbox\n"
	      "  nymble-tui --sandbox --api flow\n"
	      "  nymble-tui list customers --filter companyName:contains:marine --sort -terms\n"
	      "  nymble-tui list products --search rope --limit 20 --format csv\n"
	      "  nymble-tui get customers HRB-1042 --format json\n"
	      "  nymble-tui export customers marine.csv --filter companyName:contains:marine\n"
	      "  nymble-tui import customers marine.csv --dry-run\n"
	      "  nymble-tui prices export wholesale.csv --tier Wholesale\n"
	      "  nymble-tui prices import wholesale.csv --dry-run\n"));
	put(out, _("\nThe manual nymble-tui(1) says more.\n"));
}

void help_print_version(FILE *out)
{
	fprintf(out, "%s\n", PACKAGE_STRING);
}
