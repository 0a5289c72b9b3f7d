/* SPDX-License-Identifier: ISC */
#include "work/price_refusal.h"

#include <stdint.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "schema/json.h"

enum { MESSAGES_SHOWN = 3 };

/* The number in the first brackets; *rest is what follows them. False: there is none. */
static bool read_index(const char *place, size_t *index, const char **rest)
{
	const char *bracket = strchr(place, '[');
	int read = 0;

	if (!bracket || sscanf(bracket, "[%9zu]%n", index, &read) != 1 || read == 0)
		return false;
	*rest = bracket + read;
	return true;
}

/* Which list a message is about; SIZE_MAX: it does not say. */
static size_t list_of(const struct field_message *message)
{
	const char *rest;
	size_t index;

	return read_index(message->field, &index, &rest) ? index : SIZE_MAX;
}

size_t price_refusal_blames(const struct failure *failure, bool *blamed, size_t count)
{
	size_t named = 0;

	memset(blamed, 0, count * sizeof(*blamed));
	for (size_t i = 0; i < failure->message_count; i++) {
		size_t list = list_of(&failure->messages[i]);

		if (list < count && !blamed[list]) {
			blamed[list] = true;
			named++;
		}
	}
	return named;
}

/* The entry that a message is about; NULL: it is about all. */
static const struct json *entry_of(const char *place, const struct json *list)
{
	const char *rest;
	size_t index;

	return read_index(place, &index, &rest) && read_index(rest, &index, &rest)
		       ? json_at(list, index)
		       : NULL;
}

static void write_message(const struct field_message *message, const struct json *list, FILE *out)
{
	const struct json *entry = entry_of(message->field, list);
	const char *tier = json_member_text(entry, "tier");
	int64_t at_quantity = 1;

	json_integer(json_member(entry, "atQuantity"), &at_quantity);
	if (tier) {
		/* TRANSLATORS: "Wholesale from 24: ", a price tier and a quantity */
		fprintf(out, _("%s from %lld: "), tier, (long long)at_quantity);
	}
	fputs(message->text, out);
}

static bool names(const struct failure *failure, size_t index)
{
	for (size_t i = 0; i < failure->message_count; i++)
		if (list_of(&failure->messages[i]) == index)
			return true;
	return false;
}

char *price_refusal_text(const struct failure *failure, size_t index, const struct json *list)
{
	bool any = !names(failure, index);
	size_t len, shown = 0;
	char *text;

	if (failure->message_count == 0)
		return xstrdup(failure->error.message);
	FILE *out = xmemstream(&text, &len);
	for (size_t i = 0; i < failure->message_count && shown < MESSAGES_SHOWN; i++) {
		if (!any && list_of(&failure->messages[i]) != index)
			continue;
		if (shown++ > 0)
			fputc(' ', out);
		write_message(&failure->messages[i], list, out);
	}
	fclose(out);
	return text;
}
