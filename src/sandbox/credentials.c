/* SPDX-License-Identifier: ISC */
#include "sandbox/credentials.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/secret.h"

enum { PLACES = 256 };

struct place {
	char *text; /* NULL: empty */
	void *value;
};

struct credentials {
	void (*free_value)(void *value);
	struct place places[PLACES];
};

struct credentials *credentials_new(void (*free_value)(void *value))
{
	struct credentials *credentials = xcalloc(1, sizeof(*credentials));

	credentials->free_value = free_value;
	return credentials;
}

static void forget(const struct credentials *credentials, struct place *place)
{
	if (!place->text)
		return;
	secret_free(place->text);
	credentials->free_value(place->value);
	*place = (struct place){ 0 };
}

void credentials_free(struct credentials *credentials)
{
	for (size_t i = 0; credentials && i < PLACES; i++)
		forget(credentials, &credentials->places[i]);
	free(credentials);
}

/* Tokens differ at their end most. */
static size_t place_of(const char *text)
{
	uint32_t hash = 2166136261U; /* FNV-1a */
	size_t len = strlen(text);

	for (const char *at = text + (len > 24 ? len - 24 : 0); *at; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619U;
	return hash % PLACES;
}

void *credentials_find(const struct credentials *credentials, const char *text)
{
	const struct place *place = &credentials->places[place_of(text)];

	return place->text && strcmp(place->text, text) == 0 ? place->value : NULL;
}

void *credentials_remember_take(struct credentials *credentials, const char *text, void *value)
{
	struct place *place = &credentials->places[place_of(text)];

	forget(credentials, place);
	*place = (struct place){ xstrdup(text), value };
	return value;
}
