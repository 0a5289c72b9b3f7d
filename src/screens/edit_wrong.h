/* edit_wrong.h - brings what is wrong with an edit to where it can be mended. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_WRONG_H
#define SCREENS_EDIT_WRONG_H

struct edit_session;
struct failure;

/* Closes what stands above the record's form, or above its price matrix where that is open. */
void edit_wrong_go_back(struct edit_session *session);
/* Closes what stands above the record's form. */
void edit_wrong_go_to_form(struct edit_session *session);

/* The same, with the cursor on the first field that is wrong; one of an entry opens its form. */
void edit_wrong_show(struct edit_session *session);

/* What the service said about fields becomes complaints at them, and is shown. */
void edit_wrong_take_messages(struct edit_session *session, const struct failure *failure);

#endif
