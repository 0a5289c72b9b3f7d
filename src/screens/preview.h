/* preview.h - the row under the cursor beside a list: what the list knows of it, read only. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_PREVIEW_H
#define SCREENS_PREVIEW_H

struct canvas;
struct resource;

/* Draws all of canvas. json is the row's text; NULL: it is not here. Nothing is asked of the
 * service. */
void preview_draw(const struct canvas *canvas, const struct resource *resource, const char *json);

#endif
