/* copy_request.h - what y copies of a call in the request log, where secrets are masked. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_COPY_REQUEST_H
#define SCREENS_COPY_REQUEST_H

struct app;
struct trace_entry;

void copy_request(struct app *app, const struct trace_entry *entry);

#endif
