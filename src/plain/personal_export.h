/* personal_export.h - what the service keeps about a person, into a file: asks for its name, says where it is. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_PERSONAL_EXPORT_H
#define PLAIN_PERSONAL_EXPORT_H

struct action;
struct plain;
struct resource;

/* action makes a file (action->file_name); key is copied. */
void plain_personal_export_ask(struct plain *plain, const struct resource *resource,
			       const struct action *action, const char *key);

#endif
