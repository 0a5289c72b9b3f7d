/* secret_command.h - asks another program, such as a password store, for the secret. */
/* SPDX-License-Identifier: ISC */
#ifndef API_SECRET_COMMAND_H
#define API_SECRET_COMMAND_H

struct error;
struct loop;

struct secret_command; /* opaque: gone when its callback was called */

/* secret is the first line of output, borrowed and wiped afterwards; NULL: err says why there is
 * none. */
typedef void secret_command_fn(void *data, const char *secret, const struct error *err);

/* Runs command in a shell; name is the configuration's word for it, for complaints, and borrowed. fn is never called from within; NULL when it cannot be started. */
struct secret_command *secret_command_start(struct loop *loop, const char *name, const char *command,
					    secret_command_fn *fn, void *data, struct error *err);
void secret_command_cancel(struct secret_command *command); /* NULL is fine */

#endif
