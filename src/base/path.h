/* path.h - where files of ours live (XDG base directories). */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_PATH_H
#define BASE_PATH_H
#include <stdbool.h>

struct error;

enum path_home {
	PATH_CONFIG,  /* $XDG_CONFIG_HOME/nymble-tui, else ~/.config/nymble-tui */
	PATH_STATE,   /* $XDG_STATE_HOME/nymble-tui, else ~/.local/state/nymble-tui */
	PATH_DATA,    /* $XDG_DATA_HOME/nymble-tui, else ~/.local/share/nymble-tui */
	PATH_RUNTIME, /* $XDG_RUNTIME_DIR/nymble-tui, else the state folder */
};

/* The path of name in that folder; the caller frees. The folder need not exist. NULL when neither the
 * variable nor HOME names an absolute path. */
char *path_in(enum path_home home, const char *name, struct error *err);

/* Makes the folder that path lies in, and its parents, with mode 0700. */
bool path_make_parent(const char *path, struct error *err);

/* Sees to it that a file made, renamed or removed at path is so on the disk as well. */
void path_sync_parent(const char *path);

#endif
