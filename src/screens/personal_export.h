/* personal_export.h - what the service keeps about a person, into a file: asks for its name, then says where it
 * is. The clipboard has no part in it. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PERSONAL_EXPORT_H
#define SCREENS_PERSONAL_EXPORT_H

struct action;
struct app;
struct resource;

/* action makes a file (action->file_name); key is copied. */
void personal_export_open(struct app *app, const struct resource *resource, const struct action *action,
			  const char *key);

#endif
