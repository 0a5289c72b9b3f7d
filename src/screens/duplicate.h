/* duplicate.h - a new record that begins like another one. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_DUPLICATE_H
#define SCREENS_DUPLICATE_H

struct app;
struct resource;

/* Reads the record of that key, all of it (N17), then opens the form of a new one (schema/start.h says
 * what it begins with). Esc stops the reading. */
void duplicate_open(struct app *app, const struct resource *resource, const char *key);

#endif
