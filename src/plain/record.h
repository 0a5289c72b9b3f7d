/* record.h - one record, said tab by tab; from here it is edited and acted on. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_RECORD_H
#define PLAIN_RECORD_H

struct action;
struct json;
struct plain;
struct record;
struct resource;

void plain_record_open(struct plain *plain, const struct resource *resource, const char *key);
/* A row that is no record (resource->taken_over_as): it is all there is to say. Copied. */
void plain_record_open_row(struct plain *plain, const struct resource *resource, const struct json *row);

/* The record of the innermost room is another version by now: it shows that one from now on
 * (copied). */
void plain_record_replace(struct plain *plain, const struct record *record);
/* An action was done to it: it shows that, or is left. */
void plain_record_was_acted_on(struct plain *plain, const struct action *action);

#endif
