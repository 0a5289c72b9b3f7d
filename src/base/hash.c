/* SPDX-License-Identifier: ISC */
#include "base/hash.h"

uint64_t hash_text(uint64_t h, const char *text)
{
	if (!text)
		text = "";
	do
		h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
	while (*text++);
	return h;
}
