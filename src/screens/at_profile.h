/* at_profile.h - which of the profiles is in use, and what is remembered of the others while the program
 * runs: what was opened and changed there. What is in files (drafts, views, orders, runs) is the profile's
 * anyway (store/profile_place.h). */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_AT_PROFILE_H
#define SCREENS_AT_PROFILE_H
#include <stdbool.h>
#include <stddef.h>

#include "work/profile_list.h"

struct app;
struct profile_memory;

/* In struct app. */
struct at_profile {
	struct profile_list list;
	size_t row; /* in use */
	bool was_chosen; /* here, and not at start */
	struct profile_memory *memories; /* a row each: of those that were left */
};

void at_profile_init(struct app *app); /* at that of app->options */
void at_profile_finish(struct app *app);

/* Another one is in use from now on: its history and recent records are the app's. */
void at_profile_go(struct app *app, size_t row);
/* The row of our sandbox for the same api. */
size_t at_profile_sandbox(const struct app *app);

const struct profile_row *at_profile_row(const struct app *app); /* borrowed until the end */
const struct profile *at_profile(const struct app *app);

#endif
