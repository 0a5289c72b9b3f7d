/* personal_journal.h - which files with somebody's data were taken from a service, and when: a line each in the
 * profile's folder, mode 0600. No line says whose they are but by the service's own key, nor where they went:
 * the name of a file may be a person's. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PERSONAL_JOURNAL_H
#define WORK_PERSONAL_JOURNAL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;
struct profile;

struct personal_entry {
	int64_t at_s;	      /* Unix time */
	const char *tenant;   /* "": the service has none */
	const char *resource; /* "customers" */
	const char *action;   /* "export" */
	const char *key;
	size_t bytes;
	const char *sha256;
};

/* The line of an entry, a JSON object with the profile's name and address, without its end. The caller frees. */
char *personal_journal_line(const struct profile *profile, const struct personal_entry *entry);

/* Appends it: all of the line, on the disk, or nothing and false. Never through a link. */
bool personal_journal_add(const struct profile *profile, const struct personal_entry *entry, struct error *err);

/* Where it is; the caller frees. NULL where there is no state folder. */
char *personal_journal_path(const struct profile *profile, struct error *err);

#endif
