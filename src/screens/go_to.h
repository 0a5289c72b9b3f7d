/* go_to.h - what the palette offers beside commands: the service's lists, saved views, the records that were
 * opened last, a record by its number. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_GO_TO_H
#define SCREENS_GO_TO_H

struct palette;

/* For ui_options.offer; data is the struct app. */
void go_to_offer(void *data, struct palette *palette, const char *typed);

#endif
