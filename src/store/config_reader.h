/* config_reader.h - what travels through libconfuse while a configuration is read. confuse.h's
 * users are config.c and config_complaint.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFIG_READER_H
#define STORE_CONFIG_READER_H
#include <stdarg.h>
#include <stdbool.h>

#include <confuse.h>

struct config;
struct error;

struct config_reader {
	const char *path;
	struct config *config;
	struct error *err;
	bool failed; /* err is set: the first mistake is the one that is told */
};

/* libconfuse's callbacks get no pointer of ours. It travels in a nameless first option, which
 * libconfuse copies into each section; the words follow it. */
enum { CONFIG_CARRIER, CONFIG_WORDS };

struct config_reader *config_reader_of(const cfg_t *section);

/* Puts FILE:LINE before the error that was set. */
void config_complain_at(struct config_reader *reader, int line);

/* A cfg_errfunc_t: says in our words what libconfuse complains of. */
void config_complain(cfg_t *section, const char *format, va_list args);

#endif
