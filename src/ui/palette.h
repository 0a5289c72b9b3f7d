/* palette.h - the : line: narrows the commands as one types, Enter runs one. A text may also be the
 * number of a record: then ui_options.go_to gets it. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H

struct ui;

void palette_open(struct ui *ui);

#endif
