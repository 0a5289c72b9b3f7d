/* refusal.h - what a person is told who has to log in because the service answered 401. */
/* SPDX-License-Identifier: ISC */
#ifndef API_REFUSAL_H
#define API_REFUSAL_H
#include <stdbool.h>
#include <stdint.h>

#include "api/profile.h"

/* A sentence, translated. fresh: nobody has taken the token yet. expires_at is what the token says of its
 * own end, seconds since 1970, 0 when it says nothing: one that is past explains it. The caller frees. */
char *refusal_text(enum login_kind kind, bool fresh, int64_t expires_at);

#endif
