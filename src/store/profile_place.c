/* SPDX-License-Identifier: ISC */
#include "store/profile_place.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/dialect.h"
#include "api/profile.h"
#include "base/alloc.h"
#include "base/hash.h"
#include "base/path.h"

enum { NAME_MAX_LEN = 40 };

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* Our own sandbox listens elsewhere each time, and is the same service all the same. Two services may
 * answer at one address; what was there before there was a second one stays where it is. */
static uint64_t identity(const struct profile *profile)
{
	uint64_t h = hash_text(hash_text(HASH_START, profile->name),
			       profile->sandbox ? "sandbox" : profile_url(profile));

	return dialect_find(profile->api) == dialect_at(0) ? h : hash_text(h, profile->api);
}

char *profile_place_within(const struct profile *profile, const char *name, struct error *err)
{
	const char *org_code = profile->org_code ? profile->org_code : profile->tenant;
	char *folder = xasprintf("%s%s/", name, org_code && *org_code ? org_code : "-");

	for (char *c = folder + strlen(name); c[1]; c++)
		if (!isalnum((unsigned char)*c))
			*c = '_';
	char *path = profile_place(profile, folder, err);
	free(folder);
	return path;
}

/* "northpoint-4f1d0c3a5b6e7788/views": the name is for people, the number tells profiles apart. */
char *profile_place(const struct profile *profile, const char *name, struct error *err)
{
	char readable[NAME_MAX_LEN + 1];
	size_t len = 0;

	for (const char *c = or_empty(profile->name); *c && len < NAME_MAX_LEN; c++)
		readable[len++] = isalnum((unsigned char)*c) ? *c : '_';
	readable[len] = '\0';
	char *file = xasprintf("profiles/%s-%016" PRIx64 "/%s", readable, identity(profile), name);
	char *path = path_in(PATH_STATE, file, err);
	free(file);
	return path;
}
