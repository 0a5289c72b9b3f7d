/* plain.h - the program as lines: numbered questions on standard output, answers from standard
 * input, for screen readers, braille and logs. Nothing moves a cursor or colours anything; one line
 * says one thing; each prompt says what may be answered. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H
#include <stdbool.h>

struct config;
struct error;
struct profile;

/* All borrowed while plain_run runs. */
struct plain_options {
	const struct profile *profile; /* options and environment applied (config_choose_profile) */
	const struct config *config;   /* the other profiles */
	bool read_only;		       /* --read-only: for every profile */
	bool sandbox; /* start our own sandbox and log in to it; of profile read_only and view count */
};

/* Runs until the user leaves, standard input ends, the terminal hangs up or TERM arrives: what was
 * typed and not saved stays as a draft. False with the reason when it could not begin, or when
 * nobody can read what it says (ERROR_CANCELLED: whoever read it has gone). setlocale must have
 * been called. */
bool plain_run(const struct plain_options *options, struct error *err);

#endif
