/* In which prices two versions of a product differ. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>

#include "model/price_list.h"
#include "model/price_walk.h"
#include "schema/json.h"

static struct json *parse(const char *text)
{
	struct json *json = json_parse(text, strlen(text), NULL);

	if (!json)
		fail_msg("%s is no JSON", text);
	return json;
}

#define ENTRY(tier, quantity, price)                                                               \
	"{\"tier\":\"" tier "\",\"atQuantity\":" quantity ",\"price\":" price "}"

static const struct {
	const char *before, *after, *differences; /* "tier quantity=before>after", - for none */
	bool same;
} pairs[] = {
	{ "null", "[]", "", true },
	{ "[" ENTRY("A", "1", "2") "]", "[" ENTRY("A", "1", "2.00") "]", "", true },
	{ "[" ENTRY("A", "1", "2") "]", "[" ENTRY("A", "1", "2.01") "]", "A 1=2>2.01 ", false },
	{ "[" ENTRY("Retail", "1", "2") "]", "[" ENTRY("retail", "1", "2") "]", "", true }, /* N15 */
	{ "[" ENTRY("A", "1", "2") "]", "[{\"tier\":\"A\",\"price\":2}]", "", true },	    /* N22 */
	{ "[" ENTRY("A", "1", "2") "," ENTRY("B", "1", "3") "]",
	  "[" ENTRY("B", "1", "3") "," ENTRY("A", "1", "2") "]", "", true }, /* order says nothing */
	{ "[" ENTRY("A", "1", "2") "," ENTRY("B", "1", "3") "]", "[" ENTRY("B", "1", "3") "]",
	  "A 1=2>- ", false },
	{ "[" ENTRY("B", "5", "3") "]", "[" ENTRY("B", "1", "3") "," ENTRY("B", "5", "4") "]",
	  "B 1=->3 B 5=3>4 ", false },
	/* what cannot be calculated with is compared as text */
	{ "[" ENTRY("A", "1", "1e400") "]", "[" ENTRY("A", "1", "1e400") "]", "", true },
	{ "[" ENTRY("A", "1", "1.00001") "]", "[" ENTRY("A", "1", "1.00002") "]",
	  "A 1=1.00001>1.00002 ", false },
	{ "[" ENTRY("A", "1", "2") ",7]", "[" ENTRY("A", "1", "2") "]", "", false },
	/* what the service adds is not a price */
	{ "[" ENTRY("A", "1", "2") "]",
	  "[{\"tier\":\"A\",\"atQuantity\":1,\"price\":2,\"priceFormatted\":\"$2\"}]", "", true },
};

static const char *amount(const struct price_entry *entry)
{
	return entry ? entry->text : "-";
}

static char *describe(const struct price_list *before, const struct price_list *after)
{
	struct price_walk walk = { .before = before, .after = after };
	struct price_difference difference;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	while (price_walk_next(&walk, &difference)) {
		const struct price_entry *place =
			difference.after ? difference.after : difference.before;

		fprintf(out, "%s %lld=%s>%s ", place->tier, (long long)place->at_quantity,
			amount(difference.before), amount(difference.after));
	}
	fclose(out);
	return text;
}

static void only_what_differs(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(pairs); i++) {
		struct json *one = parse(pairs[i].before), *other = parse(pairs[i].after);
		struct price_list before, after;

		price_list_read(&before, one);
		price_list_read(&after, other);
		char *found = describe(&before, &after);
		if (strcmp(found, pairs[i].differences) != 0 ||
		    price_list_same(&before, &after) != pairs[i].same ||
		    price_list_same(&after, &before) != pairs[i].same)
			fail_msg("%s and %s: «%s»", pairs[i].before, pairs[i].after, found);
		free(found);
		price_list_finish(&after);
		price_list_finish(&before);
		json_free(other);
		json_free(one);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
