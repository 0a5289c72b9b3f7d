/* Lines of a price list put into a product's prices: what they name changes, all else stays. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/client.h"
#include "base/alloc.h"
#include "schema/json.h"
#include "work/price_line.h"
#include "work/price_merge.h"

#define LIVE                                                                                       \
	"[{\"tier\":\"Retail\",\"atQuantity\":1,\"price\":44.00,\"note\":\"x\"},"                  \
	"{\"tier\":\"Wholesale\",\"price\":30.123456},"                                            \
	"{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":28.5},{\"odd\":true}]"

/* A line, as a table can have it. */
struct wording {
	const char *tier;
	int64_t at_quantity;
	const char *amount, *currency;
};

static const char *const fates[] = { "new", "changed", "same", "removed", "wrong" };

static const struct {
	const char *live;
	struct wording lines[4]; /* until one without a tier */
	const char *said;        /* of each line */
	const char *becomes;     /* NULL: it does not differ */
} cases[] = {
	/* The neighbours keep their six decimals, members that nobody knows, and their place. */
	{ LIVE,
	  { { .tier = "retail", .at_quantity = 1, .amount = "45.50" } },
	  "changed Retail from 1: 44.00 -> 45.50\n",
	  "[{\"tier\":\"Retail\",\"atQuantity\":1,\"price\":45.50,\"note\":\"x\"},"
	  "{\"tier\":\"Wholesale\",\"price\":30.123456},"
	  "{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":28.5},{\"odd\":true}]" },
	{ LIVE,
	  { { .tier = "Retail", .at_quantity = 1, .amount = "44" },
	    { .tier = "Wholesale", .at_quantity = 1, .amount = "30.123456" },
	    { .tier = "Wholesale", .at_quantity = 24, .amount = "28.50000" } },
	  "same \nsame \nsame \n",
	  NULL },
	{ LIVE,
	  { { .tier = "Wholesale", .at_quantity = 24 },
	    { .tier = "Distributor", .at_quantity = 24 },
	    { .tier = "distributor", .at_quantity = 1, .amount = "1.20" } },
	  "removed Wholesale from 24: no price any more, was 28.5\nsame \n"
	  "new Distributor from 1: 1.20\n",
	  "[{\"tier\":\"Retail\",\"atQuantity\":1,\"price\":44.00,\"note\":\"x\"},"
	  "{\"tier\":\"Wholesale\",\"price\":30.123456},{\"odd\":true},"
	  "{\"tier\":\"Distributor\",\"atQuantity\":1,\"price\":1.20}]" },
	{ NULL,
	  { { .tier = "Retail", .at_quantity = 1, .amount = "1" } },
	  "new Retail from 1: 1\n",
	  "[{\"tier\":\"Retail\",\"atQuantity\":1,\"price\":1}]" },
	/* A line that is wrong leaves the others alone. */
	{ LIVE,
	  { { .tier = "Retial", .at_quantity = 1, .amount = "1" },
	    { .tier = "Retail", .at_quantity = 1, .amount = "1", .currency = "EUR" },
	    { .tier = "Retail", .at_quantity = 1, .amount = "1", .currency = "usd" },
	    { .tier = "RETAIL", .at_quantity = 1, .amount = "2" } },
	  "wrong There is no price tier Retial, did you mean Retail?\n"
	  "wrong The product's prices are in USD, not in EUR\n"
	  "changed Retail from 1: 44.00 -> 1\n"
	  "wrong Line 103 has a price for RETAIL from 1 already\n",
	  "[{\"tier\":\"Retail\",\"atQuantity\":1,\"price\":1,\"note\":\"x\"},"
	  "{\"tier\":\"Wholesale\",\"price\":30.123456},"
	  "{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":28.5},{\"odd\":true}]" },
	/* Removed and then set again: the second line is wrong, whichever it is. */
	{ LIVE,
	  { { .tier = "Retail", .at_quantity = 1 },
	    { .tier = "Retail", .at_quantity = 1, .amount = "2" } },
	  "removed Retail from 1: no price any more, was 44.00\n"
	  "wrong Line 101 has a price for Retail from 1 already\n",
	  "[{\"tier\":\"Wholesale\",\"price\":30.123456},"
	  "{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":28.5},{\"odd\":true}]" },
};

static char retail[] = "Retail", wholesale[] = "Wholesale", distributor[] = "Distributor";
static struct choice tier_rows[] = { { retail }, { wholesale }, { distributor } };
static const struct choice_list tiers = { tier_rows, CASES(tier_rows), true };

static enum price_fate merge_line(struct price_merge *merge, const struct wording *wording,
				  size_t number, char **sentence)
{
	struct price_line line = { .tier = xstrdup(wording->tier),
				   .currency = xstrdup(wording->currency ? wording->currency : ""),
				   .at_quantity = wording->at_quantity,
				   .amount = wording->amount ? xstrdup(wording->amount) : NULL };
	enum price_fate fate = price_merge_line(merge, &line, number, sentence);

	price_line_finish(&line);
	return fate;
}

static struct json *parse(const char *text)
{
	return text ? json_parse(text, strlen(text), NULL) : NULL;
}

static char *said_of(struct price_merge *merge, const struct wording *lines)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < 4 && lines[i].tier; i++) {
		char *sentence;

		fputs(fates[merge_line(merge, &lines[i], 101 + i, &sentence)], out);
		fprintf(out, " %s\n", sentence ? sentence : "");
		free(sentence);
	}
	fclose(out);
	return text;
}

static void lines_change_what_they_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct json *live = parse(cases[i].live);
		struct price_merge merge;

		price_merge_begin(&merge, live, "USD", &tiers);
		assert_text_take(said_of(&merge, cases[i].lines), cases[i].said);
		assert_int_equal(merge.differs, cases[i].becomes != NULL);
		assert_text_take(json_print(merge.becomes),
				 cases[i].becomes ? cases[i].becomes : cases[i].live);
		price_merge_finish(&merge);
		json_free(live);
	}
}

/* A list of tiers that may lack some, or no currency to compare with: the service decides. */
static void what_is_not_known_is_no_mistake(void **state)
{
	const struct choice_list some = { tier_rows, 2, false };
	const struct wording line = {
		.tier = "Special", .at_quantity = 1, .amount = "5", .currency = "SEK"
	};
	struct price_merge merge;
	char *sentence;

	(void)state;
	price_merge_begin(&merge, NULL, "", &some);
	assert_int_equal(merge_line(&merge, &line, 2, &sentence), PRICE_NEW);
	assert_text_take(sentence, "Special from 1: 5");
	price_merge_finish(&merge);
}

static void a_product_has_a_limit(void **state)
{
	struct wording line = { .tier = "Retail", .amount = "5", .currency = "" };
	struct price_merge merge;
	char *sentence;

	(void)state;
	price_merge_begin(&merge, NULL, NULL, NULL);
	for (line.at_quantity = 1; line.at_quantity <= PRICE_MERGE_LINES_MAX; line.at_quantity++) {
		assert_int_equal(merge_line(&merge, &line, 2, &sentence), PRICE_NEW);
		free(sentence);
	}
	assert_int_equal(merge_line(&merge, &line, 2, &sentence), PRICE_WRONG);
	assert_text_take(sentence, "There are more than 2000 prices for this product");
	price_merge_finish(&merge);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_change_what_they_name),
		cmocka_unit_test(what_is_not_known_is_no_mistake),
		cmocka_unit_test(a_product_has_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
