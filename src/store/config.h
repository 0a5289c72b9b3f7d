/* config.h - the configuration file: profiles, key bindings, looks. Read once at start; a mistake
 * in it stops the program with the place, what is wrong and what was expected.
 *
 *	profile shop {
 *		url = "https://api.example"
 *		org-code = acme
 *		login = credentials
 *		price-tiers = { Retail, Wholesale }
 *	}
 *	bind(list, "Ctrl-n", down)
 *	theme = dark
 */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFIG_H
#define STORE_CONFIG_H
#include <stdbool.h>
#include <stddef.h>

struct error;
struct profile;

/* One bind(screen, key, command): applied by ui, which knows the names; where says "FILE:LINE" for
 * its complaint. */
struct binding {
	char *screen;
	char *key;
	char *command;
	char *where;
};

struct config {
	struct profile **profiles; /* in the file's order */
	size_t profile_count;
	struct binding *bindings; /* in the file's order */
	size_t binding_count;
	char *theme;         /* a name for theme_find (theme_file.h); NULL: not said */
	char *theme_where;   /* "FILE:LINE" of it */
	int escape_delay_ms; /* -1: not said */
	bool mouse;
	char *path; /* of the file that was read, or would be; NULL: there is no folder for it */
	bool found;
};

/* Reads the file at path, which must be there. path NULL is the one in the user's configuration
 * folder, which need not be: then everything has its default. On failure *config is empty, and the
 * message begins with FILE:LINE. */
bool config_load(const char *path, struct config *config, struct error *err);
void config_finish(struct config *config); /* an empty one is fine */

/* What the command line said; NULL or false where it was silent. */
struct config_choice {
	const char *profile;
	const char *url;
	const char *api;
	const char *tenant;
	const char *store;
	const char *view;
	bool read_only;
	bool sandbox; /* our own service: of the others only api, tenant, store, view and read_only count */
};

/* The profile to use: option over environment over the file's profile over the defaults. Without a
 * name it is the first of the file, else one named after its server. A secret in the environment
 * also says how to log in, unless the profile's own way finds its secret there. NULL with what was
 * expected; the caller frees. What the environment says of another api than the one in use is not for it.
 *
 * Takes every secret out of the environment, used or not: call it once, before anything that starts
 * another process. */
struct profile *config_choose_profile(const struct config *config,
				      const struct config_choice *choice, struct error *err);

#endif
