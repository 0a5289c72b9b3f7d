/* offers.h - what earlier programs have left, offered over the lists: runs first, then drafts. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_OFFERS_H
#define SCREENS_OFFERS_H

struct app;

/* Somebody has logged in, or the lists are shown: when both are so, offers what there is, each once for
 * each connection. Another box that is over the lists is waited for. */
void offers_make(struct app *app);
/* Before the client goes. */
void offers_forget(struct app *app);

#endif
