/* list_commands.h - what the keys do in every screen that shows a list of records, whatever columns it has:
 * for screen_class.shared_commands, whose shared() returns the struct list. Opening, editing and creating
 * are the screen's own. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_LIST_COMMANDS_H
#define SCREENS_LIST_COMMANDS_H

#include "ui/command.h"

extern const struct command_table list_commands;

#endif
