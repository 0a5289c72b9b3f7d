/* secret.h - tokens and passwords: in memory only, and no longer than needed. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H
#include <stddef.h>

/* Overwrites text with zeros and frees it; NULL is fine. */
void secret_free(char *text);

/* Overwrites len bytes in a way no compiler leaves out. */
void secret_wipe(void *bytes, size_t len);

/* Takes a variable out of the environment: its value as a copy (NULL when unset or empty), the
 * original wiped, so that neither /proc nor a child sees it. The caller calls secret_free. */
char *secret_take_env(const char *name);

/* No core dump and no debugger of another process may show what this one knows. */
void secret_forbid_core_dumps(void);

#endif
