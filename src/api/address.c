/* SPDX-License-Identifier: ISC */
#include "api/address.h"

#include <string.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/url.h"

void address_write(FILE *out, const struct profile *profile, const char *path, const char *key)
{
	static const char place[] = "{key}";
	const char *base = profile_url(profile), *at = strstr(path, place);
	size_t base_len = strlen(base);

	while (base_len > 0 && base[base_len - 1] == '/')
		base_len--;
	fwrite(base, 1, base_len, out);
	if (!at) {
		fputs(path, out);
		return;
	}
	fwrite(path, 1, (size_t)(at - path), out);
	url_write_encoded(out, key);
	fputs(at + strlen(place), out);
}

char *address_of(const struct profile *profile, const char *path, const char *key)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	address_write(out, profile, path, key);
	fclose(out);
	return text;
}
