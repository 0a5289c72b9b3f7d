/* undo.h - a saved change turned round, on the record as the service has it now. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_UNDO_H
#define PLAIN_UNDO_H

struct plain;
struct saved_change;

/* change is copied. Its review follows, and nothing is sent before that. */
void undo_start(struct plain *plain, const struct saved_change *change);

#endif
