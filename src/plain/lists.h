/* lists.h - the lowest room: the service's lists. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_LISTS_H
#define PLAIN_LISTS_H

struct plain;

void plain_lists_open(struct plain *plain);

#endif
