/* commands.h - the commands that work in every room. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_COMMANDS_H
#define PLAIN_COMMANDS_H
#include <stddef.h>

#include "plain/room.h"

extern const struct command plain_commands[];
extern const size_t plain_command_count;

/* All that can be typed here, a line each. */
void commands_help(struct plain *plain);
/* One room back, if it lets go. */
void commands_leave(struct plain *plain);

#endif
