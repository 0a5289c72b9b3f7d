/* price_preview.h - prices before and after a change of many of them, before it is carried out. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PRICE_PREVIEW_H
#define SCREENS_PRICE_PREVIEW_H

#include "ui/screen.h"

struct json;
struct price_changes;
struct ui;

struct price_preview {
	const char *title; /* "Products > ROPE-BRD-12 > Wholesale by -3 %" */
	/* What the prices become: for its signs, borrowed for the call. */
	const struct json *after;
	/* Called when the user applies it, after the preview left the screen; may be never called. */
	void (*apply)(void *data, const struct price_changes *changes);
	void *data;
};

/* changes are taken over; they are what the rows show. */
void price_preview_open_take(struct ui *ui, const struct price_preview *preview,
			     struct price_changes *changes);

extern const struct screen_class price_preview_screen;

#endif
