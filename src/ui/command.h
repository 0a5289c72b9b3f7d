/* command.h - what a screen can do, as rows: keys, hint bar, help, palette and bind() all read
 * them. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/keys.h"

struct ui;

struct command {
	const char *keys; /* names (keys.h) separated by blanks; the first one is shown: "Down j" */
	const char *name; /* for bind() and the palette: "next-tab" */
	const char *label; /* N_(): a whole phrase for help and palette: "Next tab" */
	void (*run)(struct ui *ui, void *state);
	const char *hint; /* N_(): a word or two for the hint bar; NULL: not shown there */
	bool (*can)(struct ui *ui,
		    void *state); /* NULL: always. False: key, hint and palette leave it out */
	const char *words; /* N_(): what else help and palette find it by; NULL: nothing */
	/* What it is called now, translated and borrowed: said in the place of label and hint, which stay for
	 * the manual. NULL: they say it. */
	const char *(*called)(struct ui *ui, void *state);
	bool moves;               /* the cursor, or to the palette: of no use in the palette */
	/* NULL: always. False: the hint bar leaves it out, but the key works, and says why not. */
	bool (*useful)(struct ui *ui, void *state);
};

struct command_table {
	const struct command *rows;
	size_t count;
};

#define COMMAND_TABLE(table)                                                                       \
	{                                                                                          \
		(table), sizeof(table) / sizeof((table)[0])                                        \
	}
#define COMMANDS(table) .commands = COMMAND_TABLE(table)

/* A table together with what its commands are called with. */
struct command_scope {
	const char *screen; /* whose bind() rows count here */
	const struct command_table *table;
	void *state;
	const char *label; /* N_(): the heading in help; NULL: none */
	bool typing;       /* letters go into a field: keys that are characters do not reach it */
};

/* The row of that name; NULL if there is none. */
const struct command *command_named(const struct command_table *table, const char *name);

/* Walks keys, as in struct command: the next one, *keys moved behind it; false at the end. An
 * unknown name has code 0, which no key has. */
bool command_next_key(const char **keys, char name[KEY_NAME_SIZE], uint32_t *code);

/* Whether keys, as in struct command, has this key. */
bool command_has_key(const char *keys, uint32_t key);

/* Whether it is worth a hint now. */
bool command_hinted(const struct command *command, struct ui *ui, void *state);

/* Whether the command can be run now. */
bool command_ready(const struct command *command, struct ui *ui, void *state);

/* What people are told of it, translated: borrowed until what it is called by changes. */
const char *command_label(const struct command *command, struct ui *ui, void *state);
const char *command_hint(const struct command *command, struct ui *ui, void *state);

/* Runs a command that was offered a while ago: answers may have come since, after which it cannot be
 * run any more. */
void command_run_offered(const struct command *command, struct ui *ui, void *state);

#endif
