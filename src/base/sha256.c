/* SPDX-License-Identifier: ISC */
#include "base/sha256.h"

#include <openssl/evp.h>
#include <stdio.h>

#include "base/alloc.h"

void sha256_text(const void *bytes, size_t len, char out[SHA256_TEXT_SIZE])
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned int size;

	/* Without a context of ours to fail, memory is all that it can lack. */
	if (!EVP_Digest(bytes, len, digest, &size, EVP_sha256(), NULL))
		alloc_exhausted();
	for (unsigned int i = 0; i < size; i++)
		snprintf(out + 2 * i, 3, "%02x", digest[i]);
}
