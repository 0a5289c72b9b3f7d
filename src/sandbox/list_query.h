/* list_query.h - reads the parameters of a list call: page, order, filters in both spellings (N18),
 * names in any case. What is wrong is said parameter by parameter. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_LIST_QUERY_H
#define SANDBOX_LIST_QUERY_H

struct faults;
struct list_style;
struct selection;
struct url;

/* No maximum is documented; this one keeps a page in memory. */
enum { LIST_MAX_PAGE_SIZE = 1000 };

/* Adds to a selection (selection_init) what url asks for; what cannot be asked is added to faults.
 * ops: the operators this list knows, 1 << enum filter_op each; 0: it takes no filters. */
void list_query_read(const struct url *url, const struct list_style *style, unsigned ops,
		     struct selection *selection, struct faults *faults);

/* The keyword of a product search, in any of the spellings (N20): a fault when there is none. */
void list_query_read_search(const struct url *url, struct selection *selection,
			    struct faults *faults);

#endif
