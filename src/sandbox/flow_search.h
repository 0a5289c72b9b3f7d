/* flow_search.h - reads what a search is about from its body (flow.openapi.yaml, CustomerSearch,
 * CustomerExternalSearch). */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_SEARCH_H
#define SANDBOX_FLOW_SEARCH_H

struct faults;
struct json;
struct selection;

/* Adds what the body asks for, of which all must match, to a selection; what cannot be asked is
 * added to faults. Members the contract does not know say nothing (F3: scope). */
void flow_search_read(const struct json *body, struct selection *selection, struct faults *faults);

/* The same for the register: its query alone. */
void flow_search_read_query(const struct json *body, struct selection *selection,
			    struct faults *faults);

#endif
