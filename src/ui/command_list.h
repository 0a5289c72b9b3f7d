/* command_list.h - all commands that can be run now, narrowed by a text: what help and palette
 * show. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_COMMAND_LIST_H
#define UI_COMMAND_LIST_H
#include <stdbool.h>
#include <stddef.h>

#include "ui/ui_state.h"

struct command_entry {
	const struct command *command;
	void *state;
	const char *label; /* translated: what it is called now */
	const char *where; /* translated */
	char *keys;        /* "Down j": those that reach it now */
	char *shown_keys;  /* "Down, j" */
};

struct command_list {
	struct command_entry *all;
	size_t all_count;
	const struct command_entry **shown; /* those that match, best first */
	size_t shown_count;
};

/* The commands of the top screen and all below its scopes; moves too, or not. */
void command_list_init(struct command_list *list, struct ui *ui, bool moves);
void command_list_finish(struct command_list *list);

/* A command matches by key, by the start of its name, or by text within name, label or keys; in
 * this order. "" is everything. */
void command_list_narrow(struct command_list *list, const char *text);

#endif
