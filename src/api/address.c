/* SPDX-License-Identifier: ISC */
#include "api/address.h"

#include <stdlib.h>
#include <string.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/url.h"

/* Writes text with the first place in it as value, percent-encoded. */
static void write_filled(FILE *out, const char *text, const char *place, const char *value)
{
	const char *at = strstr(text, place);

	if (!at) {
		fputs(text, out);
		return;
	}
	fwrite(text, 1, (size_t)(at - text), out);
	url_write_encoded(out, value);
	fputs(at + strlen(place), out);
}

void address_write(FILE *out, const struct profile *profile, const char *path, const char *key)
{
	const char *base = profile_url(profile);
	size_t base_len = strlen(base);

	while (base_len > 0 && base[base_len - 1] == '/')
		base_len--;
	fwrite(base, 1, base_len, out);
	write_filled(out, path, "{key}", key);
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

static char *filled(const char *text, const char *place, const char *value)
{
	char *result;
	size_t len;
	FILE *out = xmemstream(&result, &len);

	write_filled(out, text, place, value);
	fclose(out);
	return result;
}

char *address_fill(const char *address, const char *tenant, const char *store)
{
	char *in_tenant = filled(address, ADDRESS_TENANT, tenant);
	char *whole = filled(in_tenant, ADDRESS_STORE, store);

	free(in_tenant);
	return whole;
}
