/* import_records.h - a file whose rows are records: columns are their fields and customerAttributes.KEY, or
 * each object of a JSON file is one. What a row does not say stays as it is in the record. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_RECORDS_H
#define WORK_IMPORT_RECORDS_H
#include <stdbool.h>

struct import_class;
struct resource;

extern const struct import_class import_records;

/* Whether any record of that kind can be created or changed. */
bool import_records_can(const struct resource *resource);

#endif
