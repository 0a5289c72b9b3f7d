/* help.h - all keys that work, from the command tables. Narrows as one types; Enter runs the line;
 * a key after ? is explained. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_HELP_H
#define UI_HELP_H

struct ui;

void help_open(struct ui *ui);

#endif
