/* The table of prices, and what is said about it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "schema/json.h"
#include "work/price_matrix.h"
#include "work/price_words.h"

#define P(tier, quantity, price)                                                                   \
	"{\"tier\":\"" tier "\",\"atQuantity\":" #quantity ",\"price\":" #price "}"

/* ux.md 7 */
#define ROPE                                                                                       \
	P("Retail", 1, 44.00) "," P("Wholesale", 1, 32.90) "," P("Wholesale", 24, 31.20) ","       \
	P("Distributor", 1, 29.50) "," P("Distributor", 24, 27.00)
#define ROPE_CHANGED                                                                               \
	P("Retail", 1, 44.00) "," P("Wholesale", 1, 32.90) "," P("Wholesale", 24, 30.25) ","       \
	P("Distributor", 1, 29.50) "," P("Distributor", 24, 27.00) "," P("Wholesale", 100, 28)

struct fixture {
	struct json *before, *now;
	struct price_matrix matrix;
};

static struct json *parse(const char *entries)
{
	char text[2048];

	snprintf(text, sizeof(text), "[%s]", entries);
	return json_parse(text, strlen(text), NULL);
}

static void begin(struct fixture *fixture, const char *before, const char *now)
{
	const struct price_axes none = { 0 };

	fixture->before = parse(before);
	fixture->now = parse(now);
	price_matrix_read(&fixture->matrix, fixture->before, fixture->now, &none);
}

static void end(struct fixture *fixture)
{
	price_matrix_finish(&fixture->matrix);
	json_free(fixture->before);
	json_free(fixture->now);
}

/* A row of text for a row of the table: "24 - ~30.25 27.00"; ~ + x for changed, new, removed. */
static char *describe(const struct price_matrix *matrix)
{
	static const char signs[][2] = { "", "~", "+", "x" };
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; i < matrix->axes.tier_count; i++)
		fprintf(out, "%s ", matrix->axes.tiers[i]);
	for (size_t row = 0; row < matrix->axes.quantity_count; row++) {
		fprintf(out, "| %lld", (long long)matrix->axes.quantities[row]);
		for (size_t column = 0; column < matrix->axes.tier_count; column++) {
			struct price_cell cell = price_matrix_cell(matrix, row, column);
			char *price = price_cell_text(cell.now);
			fprintf(out, " %s%s", signs[cell.state], price);
			free(price);
		}
		fputc(' ', out);
	}
	fclose(out);
	return text;
}

static void quantities_stand_down_and_tiers_across(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, ROPE, ROPE_CHANGED);
	assert_text_take(describe(&fixture.matrix),
			 "Retail Wholesale Distributor | 1 44.00 32.90 29.50 | 24 - ~30.25 27.00 "
			 "| 100 - +28.00 - ");
	end(&fixture);
	begin(&fixture, P("A", 1, 2.123456) "," P("A", 24, 1), P("A", 24, 1.0));
	assert_text_take(describe(&fixture.matrix), "A | 1 x- | 24 1.00 ");
	end(&fixture);
	begin(&fixture, P("A", 1, 2.123456), P("a", 1, 2.123456) ",7");
	assert_text_take(describe(&fixture.matrix), "A | 1 ~2.123456 ");
	end(&fixture);
	begin(&fixture, "", "");
	assert_text_take(describe(&fixture.matrix), "| 1 ");
	end(&fixture);
}

static void what_a_person_added_has_its_place(void **state)
{
	struct price_axes axes = { 0 };
	struct fixture fixture;

	(void)state;
	begin(&fixture, ROPE, ROPE);
	assert_true(price_axes_add_tier(&axes, "Wholesale"));
	assert_true(price_axes_add_tier(&axes, "Staff"));
	assert_false(price_axes_add_tier(&axes, "WHOLESALE"));
	assert_true(price_axes_add_quantity(&axes, 50));
	assert_true(price_axes_add_quantity(&axes, 12));
	assert_false(price_axes_add_quantity(&axes, 50));
	price_matrix_finish(&fixture.matrix);
	price_matrix_read(&fixture.matrix, fixture.before, fixture.now, &axes);
	assert_text_take(describe(&fixture.matrix),
			 "Wholesale Staff Retail Distributor | 1 32.90 - 44.00 29.50 | 12 - - - - "
			 "| 24 31.20 - - 27.00 | 50 - - - - ");
	assert_int_equal(price_matrix_column(&fixture.matrix, "distributor"), 3);
	assert_int_equal(price_matrix_column(&fixture.matrix, "Nobody"), 0);
	assert_int_equal(price_matrix_column(&fixture.matrix, NULL), 0);
	assert_int_equal(price_matrix_row(&fixture.matrix, 24), 2);
	assert_int_equal(price_matrix_row(&fixture.matrix, 30), 2);
	assert_int_equal(price_matrix_row(&fixture.matrix, 0), 0);
	assert_int_equal(price_matrix_row(&fixture.matrix, INT64_MAX), 3);
	price_axes_finish(&axes);
	end(&fixture);
}

static const struct {
	const char *before, *now, *said;
} saves[] = {
	{ ROPE, ROPE_CHANGED, "Saving replaces all 5 stored prices: 4 kept, 1 changed, 1 new, 0 removed" },
	{ P("A", 1, 2), "", "Saving replaces the 1 stored price: 0 kept, 0 changed, 0 new, 1 removed" },
	{ "", P("A", 1, 2), "Saving stores 1 price" },
	{ "7,8," P("A", 1, 2), "8," P("A", 1, 2.0),
	  "Saving replaces all 3 stored prices: 2 kept, 0 changed, 0 new, 1 removed" },
};

static void a_save_is_summed_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(saves); i++) {
		struct fixture fixture;
		begin(&fixture, saves[i].before, saves[i].now);
		assert_text_take(price_words_summary(price_matrix_summary(&fixture.matrix)), saves[i].said);
		end(&fixture);
	}
}

static const struct {
	const char *before, *now;
	size_t row;
	const char *cell, *warning;
} said[] = {
	{ P("A", 1, 2), P("A", 1, 2), 0, "A from 1: 2.00", "" },
	{ P("A", 1, 2), P("A", 1, 3), 0, "A from 1: 3.00, was 2.00", "" },
	{ "", P("A", 1, 3), 0, "A from 1: 3.00, new", "" },
	{ P("A", 1, 2), "", 0, "A from 1: no price any more, was 2.00", "" },
	{ P("B", 24, 1) "," P("A", 1, 3), P("A", 1, 3) "," P("B", 24, 1), 0, "B from 1: no price", "" },
	{ "", P("A", 1, 2.123456), 0, "A from 1: ~2.123456, new", "" },
	{ P("A", 1, 1e9), P("A", 1, 1e9), 0, "A from 1: 1000000000.00", "" },
	{ P("A", 1, 2.123456), P("A", 1, 2.123456), 0,
	  "A from 1: ~2.123456, kept as it is until another is typed", "" },
	{ "", P("A", 1, 2) "," P("A", 24, 3), 1, "A from 24: 3.00, new", "! dearer than from 1 (2.00)" },
	{ "", P("A", 1, 4) "," P("B", 1, 3) "," P("A", 24, 2), 1, "A from 24: 2.00, new",
	  "? cheaper than B, for fewer it is dearer" },
	{ "", P("A", 1, 3) "," P("A", 24, 3) "," P("B", 1, 4) "," P("B", 24, 2), 1, "A from 24: 3.00, new",
	  "? dearer than B, for fewer it is cheaper" },
	/* compared with how it was */
	{ P("A", 1, 5.85) "," P("B", 1, 4.44), P("A", 1, 3.30) "," P("B", 1, 4.44), 0,
	  "A from 1: 3.30, was 5.85", "? passes B" },
	{ P("A", 1, 5.85) "," P("B", 1, 4.44), P("A", 1, 5.85) "," P("B", 1, 6), 0, "A from 1: 5.85", "" },
	{ P("A", 1, 5.85) "," P("B", 1, 4.44), P("A", 1, 4.50) "," P("B", 1, 4.44), 0,
	  "A from 1: 4.50, was 5.85", "" },
	{ "", P("A", 1, 3.30) "," P("B", 1, 4.44), 0, "A from 1: 3.30, new", "" },
};

static void a_cell_is_put_into_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(said); i++) {
		struct fixture fixture;
		begin(&fixture, said[i].before, said[i].now);
		struct price_cell cell = price_matrix_cell(&fixture.matrix, said[i].row, 0);
		assert_text_take(price_words_cell(&cell), said[i].cell);
		assert_text_take(price_words_warning(&fixture.matrix, &cell), said[i].warning);
		end(&fixture);
	}
}

static const struct {
	const char *prices, *tier;
	int64_t quantity;
	const char *answer;
} asked[] = {
	{ ROPE_CHANGED, "wholesale", 24,
	  "24 x ROPE in Wholesale: 30.25 USD each, 726.00 in all, by the row from 24." },
	{ ROPE_CHANGED, "Wholesale", 23,
	  "23 x ROPE in Wholesale: 32.90 USD each, 756.70 in all, by the row from 1." },
	{ P("A", 24, 3), "A", 23, "23 x ROPE in A: no price for so few, the first one is from 24." },
	{ ROPE, "Staff", 1, "1 x ROPE in Staff: ROPE has no price in this tier." },
	{ P("A", 1, 0.0001), "A", 3, "3 x ROPE in A: 0.0001 USD each, 0.0003 in all, by the row from 1." },
	{ P("A", 1, 900000000000000), "A", 2,
	  "2 x ROPE in A: 900000000000000.00 USD each, by the row from 1; all of it is too much to be "
	  "calculated." },
	{ P("A", 1, 1.123456), "A", 2,
	  "2 x ROPE in A: ~1.123456 USD each, by the row from 1; that cannot be calculated with exactly." },
};

static void what_so_many_cost_is_answered(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(asked); i++) {
		struct json *entries = parse(asked[i].prices);
		struct price_list list;
		price_list_read(&list, entries);
		assert_text_take(price_words_answer(&list, "ROPE", asked[i].tier, asked[i].quantity, "USD"),
				 asked[i].answer);
		price_list_finish(&list);
		json_free(entries);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quantities_stand_down_and_tiers_across),
		cmocka_unit_test(what_a_person_added_has_its_place),
		cmocka_unit_test(a_save_is_summed_up),
		cmocka_unit_test(a_cell_is_put_into_words),
		cmocka_unit_test(what_so_many_cost_is_answered),
	};
	return cmocka_run_group_tests_name("price_matrix", tests, NULL, NULL);
}
