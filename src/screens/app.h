/* app.h - the program with a screen: loop, terminal, service and screens put together. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_APP_H
#define SCREENS_APP_H
#include <stdbool.h>

struct config;
struct error;
struct profile;

/* All borrowed while app_run runs. */
struct app_options {
	const struct profile *profile; /* options and environment applied (config_choose_profile) */
	const struct config *config;   /* key bindings, escape delay */
	const char *theme; /* a name for theme_find; NULL: the configuration's, else dark */
	bool read_only; /* --read-only: for every profile */
	bool sandbox; /* start our own sandbox and log in to it; of profile read_only and view count */
};

/* Whether each key binding names a screen, a key and a command that there are, and its theme is one; for
 * verbs too: a mistake in the configuration is told by whoever reads it. */
bool app_check_config(const struct config *config, struct error *err);

/* Runs until the user leaves, the terminal hangs up or TERM arrives; the terminal is then as it was
 * found. False when it could not begin: no terminal, a key binding that names nothing. setlocale
 * must have been called. */
bool app_run(const struct app_options *options, struct error *err);

#endif
