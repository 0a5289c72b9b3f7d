/* listener.h - the socket the sandbox is reached at. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_LISTENER_H
#define SANDBOX_LISTENER_H
#include <stdbool.h>

struct error;

enum { LISTENER_URL_SIZE = 80 };

/* Listens on a numeric address (or "localhost") and port; 0 takes a free one. -1 on error; else the
 * caller closes it. url becomes "http://127.0.0.1:8085". */
int listener_open(const char *address, int port, char url[LISTENER_URL_SIZE], struct error *err);

#endif
