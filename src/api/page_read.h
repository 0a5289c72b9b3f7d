/* page_read.h - reads one page of a list from whatever the service sent: an envelope in any of its
 * spellings, or a bare array. */
/* SPDX-License-Identifier: ISC */
#ifndef API_PAGE_READ_H
#define API_PAGE_READ_H
#include <stdbool.h>

#include "api/client.h"

struct dialect;
struct dialect_resource;
struct json;

/* Fills page, whose rows are then part of tree, which is changed: rows in the schema's spelling,
 * what is no object left out, no more than page_size. number is the page that was asked for. False
 * when tree holds no list. */
bool page_read(const struct dialect *dialect, const struct dialect_resource *resource,
	       struct json *tree, int number, int page_size, struct page *page);

#endif
