/* SPDX-License-Identifier: ISC */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/secret.h"
#include "cli/complete.h"
#include "cli/help.h"
#include "cli/job.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/verb.h"
#include "plain/plain.h"
#include "screens/app.h"
#include "store/config.h"

static int mistake(const struct error *err)
{
	report(err->message);
	return err->code == ERROR_INPUT ? EXIT_MISTAKE : EXIT_FAILURE;
}

/* Whoever closed one of them (>&-) must not find a socket or a database of ours in its place:
 * writing there fails instead. */
static void keep_standard_streams(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

static void speak_the_users_language(void)
{
	setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, LOCALEDIR);
	bind_textdomain_codeset(PACKAGE,
				"UTF-8"); /* all text is UTF-8 until it leaves the program */
	textdomain(PACKAGE);
}

static int print(void (*what)(FILE *out))
{
	what(stdout);
	if (fclose(stdout) == 0)
		return EXIT_SUCCESS;
	report(_("Standard output cannot be written"));
	return EXIT_FAILURE;
}

static bool check_terminal(struct error *err)
{
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return true;
	return error_set(
		err, ERROR_INPUT,
		_("No terminal: use --plain, or a verb (list, get, export, import, prices, "
		  "activate, deactivate; see --help)"));
}

static struct profile *choose_profile(const struct cli_options *options,
				      const struct config *config, struct error *err)
{
	const struct config_choice choice = {
		.profile = options->profile,
		.url = options->url,
		.api = options->api,
		.tenant = options->tenant,
		.store = options->store,
		.view = options->view,
		.read_only = options->read_only,
		.sandbox = options->sandbox,
	};

	return config_choose_profile(config, &choice, err);
}

static int run_screen(const struct cli_options *options, const struct config *config,
		      const struct profile *profile)
{
	const struct app_options app = { .profile = profile,
					 .config = config,
					 .theme = options->theme,
					 .read_only = options->read_only,
					 .sandbox = options->sandbox };
	struct error err = { 0 };

	return app_run(&app, &err) ? EXIT_SUCCESS : mistake(&err);
}

/* Nobody who reads any more is no failure of ours: a pipe into head. */
static int run_plain(const struct cli_options *options, const struct config *config,
		     const struct profile *profile)
{
	const struct plain_options plain = { .profile = profile,
					     .config = config,
					     .read_only = options->read_only,
					     .sandbox = options->sandbox };
	struct error err = { 0 };

	if (plain_run(&plain, &err))
		return EXIT_SUCCESS;
	return err.code == ERROR_CANCELLED ? EXIT_NO_READER : mistake(&err);
}

static int run_configured(const struct verb *verb, const struct cli_options *options)
{
	struct config config = { 0 };
	struct error err = { 0 };
	struct profile *profile = NULL;
	int status;

	if (!config_load(options->config, &config, &err) || !app_check_config(&config, &err) ||
	    !(profile = choose_profile(options, &config, &err)) || !profile_check(profile, &err))
		status = mistake(&err);
	else if (verb)
		status = job_run(verb, options, profile);
	else if (options->plain)
		status = run_plain(options, &config, profile);
	else
		status = run_screen(options, &config, profile);
	profile_free(profile);
	config_finish(&config);
	return status;
}

static int run(const struct cli_options *options)
{
	const struct option_list *words = &options->words.list;
	const struct verb *verb = NULL;
	struct error err = { 0 };

	if (options->help)
		return print(help_print);
	if (options->version)
		return print(help_print_version);
	if (words->size > 0 && !(verb = verb_find(words->items[0], &err)))
		return mistake(&err);
	if (!cli_options_fit(options, verb ? verb->scope : FOR_SCREEN, verb ? verb->name : NULL,
			     &err) ||
	    (!verb && !options->plain && !check_terminal(&err)))
		return mistake(&err);
	if (options->ascii)
		setlocale(LC_CTYPE, "C");
	return run_configured(verb, options);
}

int main(int argc, char **argv)
{
	struct cli_options options = { 0 };
	struct error err = { 0 };

	keep_standard_streams();
	secret_forbid_core_dumps();
	speak_the_users_language();
	if (argc > 1 && strcmp(argv[1], "complete") == 0) {
		complete_print(argv + 2, stdout);
		return EXIT_SUCCESS;
	}
	int status = cli_options_parse(argv, &options, &err) ? run(&options) : mistake(&err);
	cli_options_finish(&options);
	return status;
}
