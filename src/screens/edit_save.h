/* edit_save.h - sends an edit, and does what its outcome asks for: closes the form and tells
 * everybody, sets out a clash, or brings the service's complaints to their fields. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_EDIT_SAVE_H
#define SCREENS_EDIT_SAVE_H

struct edit_session;

/* From the review, which stays open until the answer. */
void edit_save_start(struct edit_session *session);
/* Stops waiting for it; nobody knows then whether it was carried out, and a second try looks first.
 */
void edit_save_stop(struct edit_session *session);

#endif
