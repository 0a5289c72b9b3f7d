/* Amounts are exact: random ones go into a price list as a file and come out of it, are shown and
 * typed again, travel as JSON to the sandbox, are checked and kept there, and come back. None may
 * have changed. NYMBLE_MONEY_ROUNDS says how many. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <inttypes.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/error.h"
#include "model/price_list.h"
#include "model/products.h"
#include "sandbox/collection.h"
#include "sandbox/problem.h"
#include "sandbox/products.h"
#include "sandbox/rules.h"
#include "sandbox/store_records.h"
#include "sandbox/upsert.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "work/csv_read.h"
#include "work/csv_style.h"
#include "work/price_input.h"
#include "work/price_line.h"
#include "work/price_matrix.h"

enum { ROUNDS = 3000, BATCH = 100 };

struct money {
	uint64_t seed;
	struct store *store;
	const struct organization *organization;
	int64_t product; /* its id in the store */
	struct decimal amounts[BATCH];
	char texts[BATCH]
		  [DECIMAL_TEXT_SIZE]; /* as somebody wrote them: with zeros behind, or none */
};

static uint64_t draw(struct money *money)
{
	money->seed ^= money->seed << 13;
	money->seed ^= money->seed >> 7;
	money->seed ^= money->seed << 17;
	return money->seed;
}

/* From some ten-thousandths to all that 64 bits hold. */
static void draw_amounts(struct money *money)
{
	for (size_t i = 0; i < BATCH; i++) {
		unsigned bits = 1 + (unsigned)(draw(money) % 63);

		money->amounts[i].value = (int64_t)(draw(money) & ((UINT64_C(1) << bits) - 1));
		decimal_format_places(money->amounts[i], (int)(draw(money) % (DECIMAL_PLACES + 1)),
				      money->texts[i]);
	}
}

static bool is(const struct money *money, size_t i, const char *number)
{
	struct decimal amount;

	return number && decimal_from_number(number, &amount) &&
	       decimal_compare(amount, money->amounts[i]) == 0;
}

static void must_be(const struct money *money, size_t i, const char *number, const char *where)
{
	if (!is(money, i, number))
		fail_msg("%s became %s %s", money->texts[i], number ? number : "nothing", where);
}

/* --- as JSON ---------------------------------------------------------------------------------- */

static const char *tier_of(size_t i)
{
	return i % 2 ? "Wholesale" : "Retail";
}

/* A product with such amounts as prices, as text. The caller frees. */
static char *product_text(char *const amounts[BATCH])
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs("{\"sku\":\"A\",\"name\":\"a\",\"currencyCode\":\"USD\",\"prices\":[", out);
	for (size_t i = 0; i < BATCH; i++)
		fprintf(out, "%s{\"tier\":\"%s\",\"atQuantity\":%zu,\"price\":%s}", i ? "," : "",
			tier_of(i), i + 1, amounts[i]);
	fputs("]}", out);
	fclose(out);
	return text;
}

static struct json *product_of(char *const amounts[BATCH])
{
	char *text = product_text(amounts);
	struct json *product = json_parse(text, strlen(text), NULL);

	assert_non_null(product);
	free(text);
	return product;
}

/* --- through a file ------------------------------------------------------------------------------
 */

static struct csv_reader *written_and_opened(const struct json *product)
{
	char path[] = "/tmp/nymble-money-XXXXXX";
	FILE *out = fdopen(mkstemp(path), "w");
	const struct csv_style style = { ',', '.' };
	struct csv_reader *reader;

	assert_non_null(out);
	price_line_write_heading(&nymble_products, &style, out);
	assert_int_equal(price_line_write_product(&nymble_products, product, NULL, &style, out), 0);
	fclose(out);
	reader = csv_reader_open(path, NULL, NULL);
	unlink(path);
	assert_non_null(reader);
	return reader;
}

/* Each amount replaced by what was read of it. */
static void pass_file(struct money *money, char *amounts[BATCH])
{
	struct json *product = product_of(amounts);
	struct csv_reader *reader = written_and_opened(product);
	struct csv_row row;

	for (size_t i = 0; i < BATCH; i++) {
		struct price_line line;

		assert_int_equal(csv_reader_next(reader, &row, NULL), CSV_GOT_ROW);
		assert_true(price_line_parse(&nymble_products, (const char *const *)row.cells,
					     &line, NULL));
		assert_string_equal(line.amount, amounts[i]); /* byte for byte */
		must_be(money, i, line.amount, "in a file");
		xreplace(&amounts[i], line.amount);
		price_line_finish(&line);
	}
	csv_reader_close(reader);
	json_free(product);
}

/* --- through screens
 * ------------------------------------------------------------------------------ */

/* What the price matrix shows, typed again. */
static void pass_matrix(struct money *money, char *amounts[BATCH])
{
	struct json *product = product_of(amounts);
	struct price_list list;

	price_list_read(&list, json_member(product, "prices"));
	for (size_t i = 0; i < BATCH; i++) {
		const struct price_entry *entry = price_list_at(&list, tier_of(i), (int64_t)i + 1);
		char *shown = price_cell_text(entry), typed[DECIMAL_TEXT_SIZE];
		struct decimal amount;

		assert_true(price_input_amount(shown, &amount, NULL));
		decimal_format(amount, typed);
		must_be(money, i, typed, "in the price matrix");
		xreplace(&amounts[i], typed);
		free(shown);
	}
	price_list_finish(&list);
	json_free(product);
}

/* What a form's field shows, typed again. */
static void pass_form(struct money *money, char *amounts[BATCH])
{
	for (size_t i = 0; i < BATCH; i++) {
		struct json *number = json_new_number(amounts[i]), *typed;
		char *shown = kind_decimal.format(number);

		typed = kind_decimal.parse(shown, NULL);
		assert_non_null(typed);
		must_be(money, i, json_text(typed), "in a form");
		xreplace(&amounts[i], json_text(typed));
		json_free(number);
		json_free(typed);
		free(shown);
	}
}

/* --- through the service
 * --------------------------------------------------------------------------- */

static void keep(struct money *money, const struct json *body)
{
	struct json *document = NULL;
	struct faults faults = { 0 };
	struct error err;

	rules_check_prices(json_member(body, "prices"), money->organization, "prices", &faults);
	assert_int_equal(faults.count, 0);
	assert_true(money->product == 0 || upsert_read(money->store, &products_collection,
						       money->product, &document, &err));
	if (!document)
		document = json_copy(body);
	upsert_merge(document, body);
	product_complete(document, money->organization);
	char *text = json_print(document);
	assert_true(store_write(money->store, &products_collection, money->organization->id,
				&money->product, text, &err));
	free(text);
	json_free(document);
}

static void pass_service(struct money *money, char *amounts[BATCH])
{
	struct json *body = product_of(amounts), *document;
	const struct json *entry;
	struct error err;
	size_t i = 0;

	keep(money, body);
	assert_true(
		upsert_read(money->store, &products_collection, money->product, &document, &err));
	for (entry = json_first(json_member(document, "prices")); entry;
	     entry = json_next(entry), i++) {
		const char *kept = json_member_text(entry, "price");

		assert_string_equal(kept, amounts[i]); /* byte for byte */
		must_be(money, i, kept, "in the sandbox");
	}
	assert_int_equal(i, BATCH);
	json_free(body);
	json_free(document);
}

/* --- all of it
 * ------------------------------------------------------------------------------------ */

static bool fill(struct store *store, const struct store_size *size, struct error *err)
{
	int64_t id;

	(void)size;
	return store_insert_organization(
		store, "one", "USD",
		"{\"Organization\":{\"OrganizationId\":\"1\",\"PriceTiers\":"
		"[\"Retail\",\"Wholesale\"]},\"PriceTiers\":[\"Retail\","
		"\"Wholesale\"]}",
		&id, err);
}

static void open_store(struct money *money)
{
	struct error err = { 0 };

	money->store = store_open(
		&(struct store_options){ ":memory:", { -1, -1, -1 }, false, fill }, &err);
	assert_string_equal(err.message, "");
	money->organization = store_organization_named(money->store, "one");
	assert_true(store_begin(money->store, &err));
}

static void pass_all(struct money *money)
{
	char *amounts[BATCH];

	draw_amounts(money);
	for (size_t i = 0; i < BATCH; i++)
		amounts[i] = xstrdup(money->texts[i]);
	pass_file(money, amounts);
	pass_service(money, amounts);
	pass_matrix(money, amounts);
	pass_form(money, amounts);
	pass_service(money, amounts);
	pass_file(money, amounts);
	for (size_t i = 0; i < BATCH; i++)
		free(amounts[i]);
}

static long rounds(void)
{
	const char *text = getenv("NYMBLE_MONEY_ROUNDS");

	return text ? strtol(text, NULL, 10) : ROUNDS;
}

static void no_amount_changes(void **state)
{
	struct money money = { .seed = UINT64_C(0x9e3779b97f4a7c15) };
	long done = 0;

	(void)state;
	open_store(&money);
	for (; done < rounds(); done += BATCH)
		pass_all(&money);
	print_message("# %ld amounts, 0 changed\n", done);
	assert_true(store_commit(money.store, NULL));
	store_close(money.store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(no_amount_changes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
