/* profiles.h - which of the profiles is in use, and another one without a new start. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_PROFILES_H
#define PLAIN_PROFILES_H
#include <stddef.h>

struct plain;
struct profile;
struct profile_row;

void plain_profiles_init(struct plain *plain); /* at that of plain->options */
void plain_profiles_finish(struct plain *plain);

/* In use; borrowed until the end. */
const struct profile_row *plain_profile_row(const struct plain *plain);
const struct profile *plain_profile(const struct plain *plain);

/* Our sandbox has started: it is that from now on. */
void plain_profiles_enter_sandbox(struct plain *plain);
/* Another row of plain->profiles is; nothing is connected by that. */
void plain_profiles_go(struct plain *plain, size_t row);

/* As a command: a name or a part of one, or "" to be asked. */
void plain_profiles_choose(struct plain *plain, const char *name);

#endif
