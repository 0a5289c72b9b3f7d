/* pages.h - pages as they were answered last, good until anything is written: back-office users
 * look at the same first pages again and again. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_PAGES_H
#define SANDBOX_PAGES_H
#include <stddef.h>
#include <stdint.h>

struct pages;
struct selection;

struct pages *pages_new(void);
void pages_free(struct pages *pages); /* NULL is fine */

/* A copy of the page as it was at this version of the store; the caller frees. NULL when it is not
 * known. */
char *pages_find(struct pages *pages, const struct selection *selection, uint64_t version,
		 size_t *len);

/* Copies a page, unless it is too large to be worth it. */
void pages_remember(struct pages *pages, const struct selection *selection, uint64_t version,
		    const char *page, size_t len);

#endif
