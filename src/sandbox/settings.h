/* settings.h - the command line of nymble-sandbox. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SETTINGS_H
#define SANDBOX_SETTINGS_H
#include <stdbool.h>
#include <stdint.h>

#include "base/options.h"
#include "sandbox/service.h"
#include "sandbox/store.h"

struct settings {
	int64_t port;
	char *address;
	char *database;
	struct store_size size;
	int64_t latency_ms, error_percent, token_seconds;
	char *auth_header;
	bool strict, reset;
	char *log;
	int64_t lifeline; /* a descriptor; -1: none */
	bool help, version;
};

/* What the command line does not name. */
extern const struct settings settings_default;

/* For options_parse, with a copy of settings_default as target. */
extern const struct option_table settings_table;

enum auth_header settings_auth_header(const struct settings *settings);

#endif
