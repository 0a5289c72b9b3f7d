/* import_ask.h - which file is to be imported. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_IMPORT_ASK_H
#define SCREENS_IMPORT_ASK_H

struct app;
struct resource;

/* Asks for the file, again where it cannot be read, and shows what it would do. Its heading says whether it
 * holds records or a price list. */
void import_ask(struct app *app, const struct resource *resource);

#endif
