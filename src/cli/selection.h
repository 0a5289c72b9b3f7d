/* selection.h - which records the options of list ask for: of a saved view, narrowed and ordered further. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H
#include <stdbool.h>

#include "schema/columns.h"

struct error;
struct job;
struct query;

struct selection {
	struct query *query;
	struct columns columns; /* those of --view; count 0: there is no view */
};

/* False: a mistake on the command line. The caller frees either way. */
bool selection_read(struct selection *selection, const struct job *job, struct error *err);
void selection_finish(struct selection *selection);

/* Whether the client can answer it; else says why not. */
bool selection_can_be_asked(const struct selection *selection, const struct job *job);

#endif
