/* import.h - a file that is to be imported: what its rows would do, and the run that does it. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_IMPORT_H
#define PLAIN_IMPORT_H

struct plain;
struct resource;

void plain_import_open(struct plain *plain, const struct resource *resource, const char *name);

#endif
