/* credentials.h - what was found out about tokens and keys, known again by their exact bytes: some
 * hundreds of them, so that a signature is not checked for each request. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_CREDENTIALS_H
#define SANDBOX_CREDENTIALS_H

struct credentials;

/* free_value gets what was remembered when its place is needed, and at the end. */
struct credentials *credentials_new(void (*free_value)(void *value));
void credentials_free(struct credentials *credentials); /* NULL is fine */

/* What is remembered of text; NULL: nothing. Borrowed until the next credentials_remember_take. */
void *credentials_find(const struct credentials *credentials, const char *text);
/* Gives value back. */
void *credentials_remember_take(struct credentials *credentials, const char *text, void *value);

#endif
