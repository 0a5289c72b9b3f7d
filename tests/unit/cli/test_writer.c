/* What the formats look like, and that nothing hostile gets through to a terminal. */
/* SPDX-License-Identifier: ISC */
#include "base/output.h"
#include "unit.h"

#include <locale.h>

#include "base/alloc.h"
#include "cli/writer.h"
#include "model/customers.h"
#include "model/products.h"
#include "model/sales_reps.h"
#include "schema/columns.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/record.h"

/* Columns of widths that no wish for a better customer list changes. */
static const struct field thing_fields[] = {
	{ .name = "number",
	  .label = "Number",
	  .kind = &kind_text,
	  .width_cols = 10,
	  .in = IN_LIST },
	{ .name = "name", .label = "Name", .kind = &kind_text, .width_cols = 20, .in = IN_LIST },
	{ .name = "price",
	  .label = "Price",
	  .kind = &kind_decimal,
	  .width_cols = 9,
	  .in = IN_LIST },
	{ .name = "hidden", .label = "Hidden", .kind = &kind_text, .width_cols = 9, .in = IN_CSV },
	{ .name = "terms", .label = "Terms", .kind = &kind_text, .width_cols = 6, .in = IN_LIST },
};
static const struct schema thing_schema = { FIELDS(thing_fields), .key = "number" };

#define THINGS                                                                                     \
	"[{\"number\":\"A-1\",\"name\":\"Acme, \\\"the\\\" "                                       \
	"company\",\"price\":1.5,\"terms\":\"x\"},"                                                \
	"{\"number\":\"B-2\",\"name\":\"Bjørn 日本\",\"price\":1e300}]"

/* The rows (a JSON array) in that format. width_cols 0: no terminal. The caller frees. */
static char *written_with(const struct columns *chosen, const struct writer_class *class,
			  const struct schema *schema, int width_cols, const char *rows)
{
	char *text;
	size_t len;
	struct output output = { xmemstream(&text, &len), width_cols > 0,
				 width_cols ? width_cols : 80, 0 };
	struct writer writer = {
		.class = class, .output = &output, .schema = schema, .chosen = chosen
	};
	struct json *array = json_parse(rows, strlen(rows), NULL);

	assert_non_null(array);
	writer_begin(&writer, array);
	for (const struct json *row = json_first(array); row; row = json_next(row)) {
		schema_normalise(schema, json_edit(array, row));
		writer_row(&writer, row);
	}
	writer_end(&writer);
	fclose(output.file);
	json_free(array);
	return text;
}

static char *written(const struct writer_class *class, const struct schema *schema, int width_cols,
		     const char *rows)
{
	return written_with(NULL, class, schema, width_cols, rows);
}

static char *written_record(const struct writer_class *class, const struct schema *schema,
			    bool terminal, const char *json)
{
	char *text;
	size_t len;
	struct output output = { xmemstream(&text, &len), terminal, 80, 0 };
	const struct writer writer = { .class = class, .output = &output, .schema = schema };
	struct record *record = record_parse(schema, json, strlen(json), NULL);

	assert_non_null(record);
	class->record(&writer, record);
	record_free(record);
	fclose(output.file);
	return text;
}

/* In its order and widths; a column without any value is wanted all the same. */
static void a_view_has_its_own_columns(void **state)
{
	struct columns columns = { 0 };

	(void)state;
	assert_true(columns_parse(&columns, &thing_schema, "number,terms:4,name:5", NULL));
	assert_text_take(written_with(&columns, &writer_csv, &thing_schema, 0, THINGS),
			 "number,terms,name\n"
			 "A-1,x,\"Acme, \"\"the\"\" company\"\n"
			 "B-2,,Bjørn 日本\n");
	assert_text_take(written_with(&columns, &writer_table, &thing_schema, 40, THINGS),
			 "Number      Ter~  Name\n"
			 "A-1         x     Acme~\n"
			 "B-2               Bjør~\n");
	assert_text_take(written_with(&columns, &writer_table, &thing_schema, 0, THINGS),
			 "Number      Terms   Name\n"
			 "A-1         x       Acme, \"the\" company\n"
			 "B-2                 Bjørn 日本\n");
	columns_finish(&columns);
}

static void a_terminal_gets_the_columns_that_fit(void **state)
{
	(void)state;
	assert_text_take(written(&writer_table, &thing_schema, 50, THINGS),
			 "Number      Name                      Price\n"
			 "A-1         Acme, \"the\" company        1.50\n"
			 "B-2         Bjørn 日本               ~1e300\n");
	assert_text_take(written(&writer_table, &thing_schema, 51, THINGS),
			 "Number      Name                      Price  Terms\n"
			 "A-1         Acme, \"the\" company        1.50  x\n"
			 "B-2         Bjørn 日本               ~1e300\n");
	assert_text_take(written(&writer_table, &thing_schema, 2, THINGS), "N~\nA~\nB~\n");
}

static void a_key_stays_whole_and_columns_stand(void **state)
{
	const char *rows =
		"[{\"number\":\"A-LONG-NUMBER\",\"name\":\"a name of more than "
		"twenty\",\"price\":2},"
		"{\"number\":\"A-NUMBER-LONGER-THAN-BOTH-COLUMNS\",\"name\":\"x\",\"price\":2}]";

	(void)state;
	assert_text_take(written(&writer_table, &thing_schema, 50, rows),
			 "Number      Name                      Price\n"
			 "A-LONG-NUMBER  a name of more t~       2.00\n"
			 "A-NUMBER-LONGER-THAN-BOTH-COLUMNS      2.00\n");
	assert_text_take(written(&writer_table, &thing_schema, 0, rows),
			 "Number                             Name                            Price\n"
			 "A-LONG-NUMBER                      a name of more than twenty       2.00\n"
			 "A-NUMBER-LONGER-THAN-BOTH-COLUMNS  x                                2.00\n");
}

static void what_is_too_long_is_cut_on_a_terminal_only(void **state)
{
	const char *rows = "[{\"number\":\"A\",\"name\":\"a name of more than twenty columns\"}]";

	(void)state;
	assert_text_take(written(&writer_table, &thing_schema, 80, rows),
			 "Number      Name\n"
			 "A           a name of more than~\n");
	assert_text_take(written(&writer_table, &thing_schema, 0, rows),
			 "Number      Name\n"
			 "A           a name of more than twenty columns\n");
}

static void a_table_has_no_column_that_lists_do_not_hold(void **state)
{
	(void)state;
	assert_text_take(written(&writer_table, &thing_schema, 0,
				 "[{\"name\":\"x\"},{\"number\":\"B\",\"terms\":\"T\"}]"),
			 "Number      Name                  Terms\n"
			 "            x\n"
			 "B                                 T\n");
	assert_text_take(written(&writer_table, &thing_schema, 0, "[]"),
			 "Number      Name                      Price  Terms\n");
}

static void empty_columns_are_known_by_name(void **state)
{
	struct output output = { .file = tmpfile() };
	struct writer writer = { .class = &writer_csv,
				 .output = &output,
				 .schema = &nymble_sales_rep_schema };
	const char *text = "{\"repNumber\":\"SR-1\",\"lastName\":\"x\",\"email\":null,"
			   "\"active\":false}";
	struct json *row = json_parse(text, strlen(text), NULL);

	(void)state;
	writer_begin(&writer, NULL);
	writer_row(&writer, row);
	assert_text_take(writer_empty_columns(&writer), "firstName, email, phoneNumber");
	json_free(row);
	fclose(output.file);
}

static void csv_is_quoted_and_safe_in_a_spreadsheet(void **state)
{
	(void)state;
	assert_text_take(
		written(&writer_csv, &nymble_customer_schema, 0,
			"[{\"customerNumber\":\"A\",\"companyName\":\"a,b "
			"\\\"c\\\"\",\"pricing\":\"=1+1\","
			"\"repNumber\":\"line\\nbreak\",\"terms\":\"-x\",\"active\":true,"
			"\"companyEmail\":\"@b\","
			"\"companyPhone\":\"+46\",\"companyFax\":\"'=x\",\"externalId\":-7.50}]"),
		"customerNumber,companyName,pricing,repNumber,terms,active,companyEmail,"
		"companyPhone,currencyCode,companyFax,"
		"externalId\n"
		"A,\"a,b \"\"c\"\"\",'=1+1,\"line\nbreak\",'-x,true,'@b,'+46,,''=x,-7.50\n");
}

static void json_keeps_values_and_gives_names_their_spelling(void **state)
{
	(void)state;
	assert_text_take(written(&writer_json, &nymble_customer_schema, 0,
				 "[{\"CustomerNumber\":\"A\",\"Name\":\"\\u00e9\",\"x\":1.50},{"
				 "\"customerNumber\":9007199254740993}]"),
			 "[\n{\"customerNumber\":\"A\",\"companyName\":\"\\u00e9\",\"x\":1.50},\n"
			 "{\"customerNumber\":9007199254740993}\n]\n");
	assert_text_take(written(&writer_json, &nymble_customer_schema, 0, "[]"), "[]\n");
	assert_text_take(written_record(&writer_json, &nymble_customer_schema, false,
					"{\"customernumber\":\"A\",\"unknown\":[1e400,-0.0]}"),
			 "{\n  \"customerNumber\": \"A\",\n  \"unknown\": [\n    1e400,\n    "
			 "-0.0\n  ]\n}\n");
}

/* Everything that a terminal could take for a command: C0, DEL, C1, bidirectional overrides. */
#define HOSTILE                                                                                    \
	"\\u001b[31m\\u0007\\r\\n\\u0000 \x7f \xc2\x9b"                                            \
	"31m \xe2\x80\xae \xe2\x81\xa6 \xe2\x80\xa8"

static void assert_harmless(char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at; at++)
		if ((*at < 0x20 && *at != '\n') || *at == 0x7f || (*at == 0xc2 && at[1] < 0xa0) ||
		    (*at == 0xe2 && (at[1] == 0x80 || at[1] == 0x81)))
			fail_msg("%s", text);
	free(text);
}

static void nothing_hostile_reaches_a_terminal(void **state)
{
	const char *rows = "[{\"customerNumber\":\"" HOSTILE "\",\"companyName\":\"" HOSTILE
			   "\",\"pricing\":\"" HOSTILE "\",\"" HOSTILE "\":\"" HOSTILE "\"}]";
	const char *record =
		"{\"customerNumber\":\"" HOSTILE "\",\"addresses\":[{\"line1\":\"" HOSTILE "\"}],"
		"\"customerAttributes\":{\"" HOSTILE "\":\"" HOSTILE "\"},\"" HOSTILE
		"\":\"" HOSTILE "\"}";

	(void)state;
	assert_harmless(written(&writer_table, &nymble_customer_schema, 80, rows));
	assert_harmless(written(&writer_table, &nymble_customer_schema, 0,
				rows)); /* people read it later */
	assert_harmless(written(&writer_csv, &nymble_customer_schema, 80, rows));
	assert_harmless(written(&writer_json, &nymble_customer_schema, 80, rows));
	assert_harmless(written_record(&writer_table, &nymble_customer_schema, false, record));
	assert_harmless(written_record(&writer_json, &nymble_customer_schema, true, record));
}

static void a_terminal_without_utf8_gets_ascii(void **state)
{
	const char *rows = "[{\"customerNumber\":\"Bjørn 日\",\"companyName\":\"x\"}]";

	(void)state;
	setlocale(LC_ALL, "C");
	for (size_t i = 0; i < 3; i++) {
		const struct writer_class *const classes[] = { &writer_table, &writer_csv,
							       &writer_json };
		char *text = written(classes[i], &nymble_customer_schema, 80, rows);
		for (const char *at = text; *at; at++)
			assert_true((unsigned char)*at < 0x80);
		free(text);
	}
	setlocale(LC_ALL, "C.UTF-8");
}

static void a_record_shows_every_tab(void **state)
{
	(void)state;
	assert_text_take(
		written_record(
			&writer_table, &nymble_product_schema, true,
			"{\"sku\":\"R-1\",\"name\":\"Rope\",\"price\":12.5,\"prices\":[{\"tier\":"
			"\"Retail\","
			"\"price\":44},{\"tier\":\"Wholesale\",\"atQuantity\":24,\"price\":30.25}],"
			"\"productAttributes\":{\"colour\":\"red\"},\"images\":[\"a.png\"],"
			"\"extra\":[1,2]}"),
		"General\n"
		"  SKU                 R-1\n"
		"  Name                Rope\n"
		"  Category            -\n"
		"  Price               12.50\n"
		"  Active              -\n"
		"  Currency            -\n"
		"  Shown as            -\n"
		"  UPC                 -\n"
		"  External id         -\n"
		"  Description         -\n"
		"  Product type        -\n"
		"  Product id          -\n"
		"  Organization        -\n"
		"  Created             -\n"
		"  Changed             -\n"
		"Prices\n"
		"  Price tier      From quantity         Price  Shown as\n"
		"  Retail                                44.00\n"
		"  Wholesale                  24         30.25\n"
		"Stock and packing\n"
		"  Stock               -\n"
		"  Minimum order       -\n"
		"  Order step          -\n"
		"  Weight              -\n"
		"  Weight unit         -\n"
		"  Dimensions          -\n"
		"  Dimensions unit     -\n"
		"Images\n"
		"  Name                            Address\n"
		"  a.png\n"
		"Attributes\n"
		"  colour              red\n"
		"Other\n"
		"  extra               [1,2]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_view_has_its_own_columns),
		cmocka_unit_test(a_terminal_gets_the_columns_that_fit),
		cmocka_unit_test(a_key_stays_whole_and_columns_stand),
		cmocka_unit_test(what_is_too_long_is_cut_on_a_terminal_only),
		cmocka_unit_test(a_table_has_no_column_that_lists_do_not_hold),
		cmocka_unit_test(empty_columns_are_known_by_name),
		cmocka_unit_test(csv_is_quoted_and_safe_in_a_spreadsheet),
		cmocka_unit_test(json_keeps_values_and_gives_names_their_spelling),
		cmocka_unit_test(nothing_hostile_reaches_a_terminal),
		cmocka_unit_test(a_terminal_without_utf8_gets_ascii),
		cmocka_unit_test(a_record_shows_every_tab),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("writers", tests, NULL, NULL);
}
