/* pick_item.h - one of several values to choose from, wherever they are shown. */
/* SPDX-License-Identifier: ISC */
#ifndef SCHEMA_PICK_ITEM_H
#define SCHEMA_PICK_ITEM_H

struct pick_item {
	const char *value; /* what is chosen, as it came */
	const char *label; /* what people know it by, behind it; NULL or "": the value says all */
};

#endif
