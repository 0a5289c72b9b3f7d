/* SPDX-License-Identifier: ISC */
#include "screens/app.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/client.h"
#include "base/error.h"
#include "base/i18n.h"
#include "net/loop.h"
#include "screens/action_one.h"
#include "screens/app_signals.h"
#include "screens/catalog.h"
#include "screens/app_state.h"
#include "screens/columns_screen.h"
#include "screens/connect.h"
#include "screens/draft_keeper.h"
#include "screens/drafts.h"
#include "screens/edit.h"
#include "screens/edit_leave.h"
#include "screens/entry.h"
#include "screens/export_screen.h"
#include "screens/filter.h"
#include "screens/go_to.h"
#include "screens/history_list.h"
#include "screens/import_map.h"
#include "screens/import_screen.h"
#include "screens/lists.h"
#include "screens/loading.h"
#include "screens/login.h"
#include "screens/menu.h"
#include "screens/price_many_preview.h"
#include "screens/price_matrix.h"
#include "screens/price_preview.h"
#include "screens/profiles.h"
#include "screens/reader.h"
#include "screens/record.h"
#include "screens/request_log.h"
#include "screens/run.h"
#include "screens/runs.h"
#include "screens/runs_list.h"
#include "screens/set_preview.h"
#include "screens/views_screen.h"
#include "store/config.h"
#include "store/theme_file.h"
#include "ui/confirm.h"
#include "ui/keys.h"
#include "ui/screen.h"

enum { ESCAPE_DELAY_MS = 25 };

/* --- commands that work everywhere ----------------------------------------- */

static bool is_connected(struct ui *ui, void *state)
{
	(void)ui;
	return ((struct app *)state)->client;
}

static bool is_logged_in(struct ui *ui, void *state)
{
	return is_connected(ui, state) && ((struct app *)state)->lists;
}

static void open_request_log(struct ui *ui, void *state)
{
	(void)state;
	request_log_open(ui);
}

static bool can_open_history(struct ui *ui, void *state)
{
	return is_logged_in(ui, state) && !ui_top(ui, &history_screen);
}

static void open_history(struct ui *ui, void *state)
{
	(void)ui;
	history_list_open(state);
}

static bool can_open_profiles(struct ui *ui, void *state)
{
	(void)state;
	return !ui_top(ui, &profiles_screen);
}

static void open_profiles(struct ui *ui, void *state)
{
	(void)state;
	profiles_open(ui);
}

static void log_in_again(struct ui *ui, void *state)
{
	(void)state;
	login_open_renew(ui);
}

static void open_drafts(struct ui *ui, void *state)
{
	(void)ui;
	drafts_open_screen(state);
}

static void show_runs(struct ui *ui, void *state)
{
	(void)state;
	runs_list_open(ui);
}

static const struct command app_commands[] = {
	{ "L", "request-log", N_("Request log: what was asked of the service"), open_request_log,
	  .can = is_connected },
	{ "", "drafts", N_("Drafts: changes that were not saved"), open_drafts, .can = is_logged_in },
	{ "H", "history", N_("Changes of this session"), open_history, .can = can_open_history },
	{ "", "runs", N_("Runs: work on many records, under way, interrupted or finished"), show_runs,
	  .can = is_connected },
	{ "P", "profiles", N_("Profiles: work with another service or login"), open_profiles,
	  .can = can_open_profiles, .words = N_("switch change sandbox organization") },
	{ "", "login", N_("Log in again, before the login ends"), log_in_again,
	  .can = is_logged_in },
};

static const struct command_table app_command_table = COMMAND_TABLE(app_commands);

/* For bind(): all there are. */
static const struct screen_class *const classes[] = {
	/* clang-format off */
	&catalog_screen,
	&columns_screen,
	&drafts_screen,
	&edit_entry_screen,
	&edit_leave_screen,
	&edit_screen,
	&entry_screen,
	&export_screen,
	&filter_screen,
	&history_screen,
	&import_map_screen,
	&import_screen,
	&lists_screen,
	&loading_screen,
	&login_box,
	&login_screen,
	&menu_screen,
	&price_many_preview_screen,
	&price_matrix_screen,
	&price_preview_screen,
	&profiles_screen,
	&reader_screen,
	&record_screen,
	&request_log_screen,
	&review_screen,
	&run_screen,
	&runs_screen,
	&set_preview_screen,
	&views_screen,
	NULL,
	/* clang-format on */
};

/* --- what the ui asks ------------------------------------------------------ */

static void key_time(void *data)
{
	struct app *app = data;

	app->key_timer = NULL;
	ui_timeout(app->ui);
}

static void set_timer(void *data, int ms)
{
	struct app *app = data;

	timer_cancel(app->key_timer);
	app->key_timer = ms < 0 ? NULL : loop_after(app->loop, ms, key_time, app);
}

static void draw_header(void *data, const struct canvas *canvas)
{
	header_draw(&((struct app *)data)->header, canvas);
}

/* Esc stops a wait before anything else. */
static bool see_key(void *data, const struct key *key)
{
	struct app *app = data;

	copied_see_key(&app->copied);
	if (key->code != K_ESC || !app->counting_down)
		return false;
	client_stop_waiting(app->client);
	ui_message(app->ui, ROLE_MESSAGE, "%s", _("Stopped waiting."));
	return true;
}

static void quit_answered(void *data, bool yes)
{
	if (yes)
		loop_stop(((struct app *)data)->loop);
}

static void quit(void *data)
{
	struct app *app = data;

	if (runs_are_running(app))
		confirm_yes_no(app->ui,
			       _("Work on many records is under way. Stop it and leave?\n"
				 "The next start offers to go on with it."),
			       quit_answered, app);
	else
		loop_stop(app->loop);
}

/* --- what the loop calls --------------------------------------------------- */

static void read_keys(void *data)
{
	struct app *app = data;

	if (!ui_input(app->ui))
		loop_stop(app->loop);
}

static void repaint(void *data)
{
	ui_repaint(((struct app *)data)->ui);
}

/* --- start and end --------------------------------------------------------- */

static bool find_configured_theme(const struct config *config, struct theme *theme, struct error *err)
{
	return theme_find(config->theme ? config->theme : "dark", theme, err) ||
	       error_prefix(err, "%s", config->theme_where);
}

static bool find_theme(const struct app_options *options, struct theme *theme, struct error *err)
{
	return options->theme ? theme_find(options->theme, theme, err)
			      : find_configured_theme(options->config, theme, err);
}

/* One key that is to mean two things on one screen: one of the rows is a mistake. */
static bool check_no_conflict(const struct config *config, size_t row, struct error *err)
{
	const struct binding *binding = &config->bindings[row];
	uint32_t key, other;

	key_parse(binding->key, &key);
	for (size_t i = 0; i < row; i++) {
		const struct binding *before = &config->bindings[i];

		if (key_parse(before->key, &other) && other == key &&
		    strcmp(before->screen, binding->screen) == 0 &&
		    strcmp(before->command, binding->command) != 0)
			return error_set(err, ERROR_INPUT,
					 _("%s on %s means \"%s\" already (%s); expected one bind() "
					   "for a key and screen"),
					 binding->key, binding->screen, before->command,
					 before->where);
	}
	return true;
}

static bool check_bindings(const struct config *config, struct error *err)
{
	const struct ui_options options = { .commands = &app_command_table, .classes = classes };

	for (size_t i = 0; i < config->binding_count; i++) {
		const struct binding *binding = &config->bindings[i];

		if (!ui_check_binding(&options, binding->screen, binding->key, binding->command,
				      err) ||
		    !check_no_conflict(config, i, err))
			return error_prefix(err, "%s", binding->where);
	}
	return true;
}

bool app_check_config(const struct config *config, struct error *err)
{
	struct theme theme;

	return find_configured_theme(config, &theme, err) && check_bindings(config, err);
}

static bool apply_bindings(struct app *app, struct error *err)
{
	const struct config *config = app->options->config;

	for (size_t i = 0; i < config->binding_count; i++) {
		const struct binding *binding = &config->bindings[i];

		if (!ui_bind(app->ui, binding->screen, binding->key, binding->command, err))
			return error_prefix(err, "%s", binding->where);
	}
	return true;
}

static struct ui *start_ui(struct app *app, const struct theme *theme, struct error *err)
{
	int delay_ms = app->options->config->escape_delay_ms;
	const struct ui_options options = {
		.data = app,
		.theme = theme,
		.mouse = app->options->config->mouse,
		.escape_delay_ms = delay_ms < 0 ? ESCAPE_DELAY_MS : delay_ms,
		.commands = &app_command_table,
		.classes = classes,
		.set_timer = set_timer,
		.header = draw_header,
		.key = see_key,
		.offer = go_to_offer,
		.quit = quit,
	};

	return ui_new(&options, err);
}

static bool start(struct app *app, struct error *err)
{
	struct theme theme;

	if (!find_theme(app->options, &theme, err) || !(app->loop = loop_new(err)) ||
	    !(app->ui = start_ui(app, &theme, err)) || !apply_bindings(app, err))
		return false;
	at_profile_init(app);
	header_init(&app->header, app->loop);
	app_listen_to_signals(app);
	loop_before_sleep(app->loop, repaint, app);
	return loop_watch(app->loop, STDIN_FILENO, read_keys, app, err);
}

/* Screens go before the client whose calls they have, all before the loop. */
static void finish(struct app *app)
{
	if (app->loop)
		loop_unwatch(app->loop, STDIN_FILENO);
	action_one_cancel_all(app);
	draft_keepers_write_all(app);
	ui_free(app->ui);
	at_profile_finish(app);
	copied_finish(&app->copied);
	free(app->price_tier);
	connect_finish(app);
	header_finish(&app->header);
	timer_cancel(app->key_timer);
	loop_free(app->loop);
}

bool app_run(const struct app_options *options, struct error *err)
{
	struct app app = { .options = options };
	bool started = start(&app, err);

	if (started) {
		connect_begin(&app);
		loop_run(app.loop);
	}
	finish(&app);
	return started;
}
