/* tls.h - servers that speak TLS: openssl's, with certificates made for this run. Needs the openssl command.
 * What cannot be had fails the test. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_TLS_H
#define SUPPORT_TLS_H
#include <stdbool.h>

/* Whether this machine has the command. */
bool tls_is_here(void);

/* A folder with ca.pem, an authority of its own, and for server.key the certificates of that
 * authority good.pem (for localhost), expired.pem and other.pem (for another name), and self.pem, which
 * signs itself; rubbish.pem is no certificate. The caller calls tls_remove. */
char *tls_folder(void);
void tls_remove(char *folder);

struct tls_server;

/* Serves the certificate on a free port of 127.0.0.1; options: words more for openssl s_server, "" for
 * none. With "-HTTP" it gives the folder's files, as whole answers, to GET; without, it keeps what it
 * is sent. */
struct tls_server *tls_start(const char *folder, const char *certificate, const char *options);
int tls_port(const struct tls_server *server);

/* Ends it: what it said and, without "-HTTP", all that came through TLS. The caller frees. */
char *tls_stop(struct tls_server *server);

#endif
