/* request_text.h - one call of the request log as a text to read. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_REQUEST_TEXT_H
#define SCREENS_REQUEST_TEXT_H

struct trace_entry;

/* The request with its body, the answer with its body; JSON with line ends. The caller frees. */
char *request_text(const struct trace_entry *entry);

#endif
