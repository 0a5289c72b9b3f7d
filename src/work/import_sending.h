/* import_sending.h - the run in which an import ends, without a screen. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_IMPORT_SENDING_H
#define WORK_IMPORT_SENDING_H
#include <stdbool.h>
#include <stddef.h>

struct client;
struct error;
struct import;
struct loop;

struct import_sending; /* opaque */

/* Sends what the import found new or changed. changed is called from the loop; when it is over, rows that
 * were not done are wrong in import. NULL with the reason. */
struct import_sending *import_sending_new(struct import *import, struct client *client,
					  struct loop *loop, void (*changed)(void *data), void *data,
					  struct error *err);
/* What was not done has been told then: nobody is to go on with it. Before that, its journal stays, as
 * after a kill. NULL is fine. */
void import_sending_free(struct import_sending *sending);

bool import_sending_is_over(const struct import_sending *sending);
void import_sending_progress(const struct import_sending *sending, size_t *done, size_t *total);

#endif
