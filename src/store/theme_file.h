/* theme_file.h - themes of the user's own: where they lie and what they say.
 *
 *	based-on = light
 *	role title { foreground = blue bold = true }
 *	role error { foreground = 160 background = default reverse = true }
 */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_THEME_FILE_H
#define STORE_THEME_FILE_H
#include <stdbool.h>

struct error;
struct text_list;
struct theme;

/* What --theme NAME and theme = NAME mean: a theme that is built in; with a slash in it, that file;
 * else NAME.theme in the folder themes of the user's configuration, or of what was installed. A
 * file that is wrong is refused as a whole, with FILE:LINE and what was expected. */
bool theme_find(const char *name, struct theme *theme, struct error *err);

/* Reads one file. A role of which it says nothing, and what it does not say of a role, is that of
 * the theme it is based on; without a word about that, of dark. */
bool theme_file_read(const char *path, struct theme *theme, struct error *err);

/* Adds the names that theme_find takes: those built in, the user's, the installed ones. */
void theme_add_names(struct text_list *names);

#endif
