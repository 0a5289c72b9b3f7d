/* room.h - where the user is: rooms on a stack, each with its table of commands. A line is looked
 * up in the innermost room's table, then in the global one; what is no command the room may
 * understand itself (a number, a name). Help, prompts and dispatch read the same rows. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_ROOM_H
#define PLAIN_ROOM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct plain;

struct command {
	const char *keys;     /* "n": what is typed, several separated by blanks */
	const char *name;     /* "next": may be typed as well */
	const char *argument; /* N_("NUMBER"): may stand behind it; NULL: nothing does */
	const char *label;    /* N_(): a whole phrase, for help */
	/* argument is "" where nothing was typed behind it, and borrowed. */
	void (*run)(struct plain *plain, void *state, const char *argument);
	const char *hint; /* N_(): a word for the prompt; NULL: not shown there */
	bool (*can)(struct plain *plain, const void *state); /* NULL: always */
};

struct room_class {
	const char *label; /* N_(): the heading in help */
	size_t state_size;
	const struct command *commands;
	size_t command_count;
	void (*open)(struct plain *plain, void *state, const void *argument);
	/* The beginning of the prompt: where we are, and what a number does. */
	void (*prompt)(struct plain *plain, void *state, FILE *out);
	/* A line that is no command; false: it means nothing here. NULL: none does. */
	bool (*other)(struct plain *plain, void *state, const char *line);
	/* What help says besides the commands. NULL: nothing. */
	void (*help)(struct plain *plain, const void *state);
	/* The room above was left; NULL: nothing is to be said then. */
	void (*resume)(struct plain *plain, void *state);
	/* False: not yet, a question was asked first. NULL: always. */
	bool (*may_leave)(struct plain *plain, void *state);
	void (*close)(struct plain *plain, void *state);
};

#define ROOM_COMMANDS(table)                                                                       \
	.commands = (table), .command_count = sizeof(table) / sizeof((table)[0])

/* Opens a room above the others. */
void room_push(struct plain *plain, const struct room_class *class, const void *argument);
/* Asks the innermost one, which says what becomes of what it has. */
bool room_may_leave(struct plain *plain);
/* Closes the innermost one; the program ends with the last. */
void room_pop(struct plain *plain);
/* Closes all; nothing is resumed. */
void room_pop_all(struct plain *plain);

/* The state of the innermost room if it is one of class, else NULL. */
void *room_top(const struct plain *plain, const struct room_class *class);

/* Asks the innermost room for a command. */
void room_ask(struct plain *plain);

#endif
