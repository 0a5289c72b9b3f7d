/* sha256.h - the SHA-256 of bytes, as the 64 letters that other tools print. The one door to libcrypto. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H
#include <stddef.h>

enum { SHA256_TEXT_SIZE = 65 }; /* with the NUL */

/* Of len bytes, in lower case hexadecimal, into out. */
void sha256_text(const void *bytes, size_t len, char out[SHA256_TEXT_SIZE]);

#endif
