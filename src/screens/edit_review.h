/* edit_review.h - what a save would send: field, now, after. Where the service has another version
 * by now, its values stand beside, and each member that both changed is decided there: mine or
 * theirs. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_REVIEW_H
#define SCREENS_EDIT_REVIEW_H

struct edit_session;

/* F2 in a form: nothing to send is said; something wrong has the cursor on it; else the review
 * opens, above the record's form. */
void edit_review_start(struct edit_session *session);

/* Opens it, or shows it again, as the edit and its clashes are now. */
void edit_review_open(struct edit_session *session);

#endif
