/* hash.h - short names for long texts: files that belong to a profile, an address. No secret is safe
 * in it; what must not be mixed up is compared in full as well. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_HASH_H
#define BASE_HASH_H
#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* FNV-1a of what h stands for and then text with its NUL, so that "ab", "c" differs from "a", "bc".
 * NULL counts as "". */
uint64_t hash_text(uint64_t h, const char *text);

#endif
