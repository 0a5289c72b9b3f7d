/* price_list.c - prices go into a file and come back from it: what each line would change, what is
 * sent, and that all else stays. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <unistd.h>

#include "base/alloc.h"
#include "support/story.h"
#include "support/story_calls.h"

/* ROPE-BRD-12 costs 42.5 in Retail in the sample data. */
#define HEADING "sku;tier;atQuantity;price;currency\r\n"
#define FILE_OF_SIX                                                                                \
	HEADING "ROPE-BRD-12;retail;1;0,012345;USD\r\n"                                            \
		"ROPE-BRD-12;Retial;1;1;USD\r\n"                                                   \
		"ROPE-BRD-12;Distributor;7000;1,25\r\n"                                            \
		"ROPE-BRD-12;Retail;2;1;EUR\r\n"                                                   \
		"ROPE-BRD-12;Retail;3\r\n"                                                         \
		"ROPE-BRD-12;Retail;4;;\r\n"

static char *path_of(const struct story *story, const char *name)
{
	return xasprintf("%s/%s", story->home, name);
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* The whole file; the caller frees. */
static char *text_of(const char *path)
{
	char *text;
	size_t len;
	FILE *file = fopen(path, "r"), *out = xmemstream(&text, &len);

	assert_non_null(file);
	for (int c = getc(file); c != EOF; c = getc(file))
		putc(c, out);
	fclose(file);
	fclose(out);
	return text;
}

static struct terminal *at_products(struct story *story)
{
	struct terminal *term = story_open(story, NULL, NULL);

	wait_for(term, "1 of 200");
	keys(term, "2");
	wait_for(term, "SKU", "1 of 100");
	return term;
}

static void import(struct terminal *term, const char *path)
{
	keys(term, "I");
	wait_for(term, "Import products from:");
	keys(term, path, "Enter");
}

/* From the list: a price list is written to path. */
static void export(struct terminal *term, const char *path)
{
	keys(term, "E");
	wait_for(term, "Products > Export", "Format");
	keys(term, "Down", "Enter", "Enter");
	wait_for(term, "price list as CSV: a line for each tier and quantity");
	wait_gone(term, "Columns");
	keys(term, "End", "Enter");
	wait_for(term, "Export to: ");
	keys(term, "Ctrl-u", path, "Enter");
	wait_gone(term, "Export to: ");
	keys(term, "g");
	wait_for(term, "Wrote ");
}

static void lines_are_compared_and_sent(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);
	char *path = path_of(story, "in.csv"), *wrong = path_of(story, "in-wrong.csv"), *text;

	write_file(path, FILE_OF_SIX);
	import(term, path);
	wait_for(term, "6 rows", "1 new, 1 changed, 1 same, 0 removed, 3 wrong");
	wait_for(term, ">~ 2      ROPE-BRD-12    Retail from 1: 42.5 -> 0.012345",
		 " ! 3      ROPE-BRD-12    There is no price tier Retial, did you mean Retail?",
		 " + 4      ROPE-BRD-12    new: Distributor from 7000: 1.25",
		 " ! 5      ROPE-BRD-12    The product's prices are in USD, not in EUR",
		 " ! 6      ROPE-BRD-12    Price: the line ends before it",
		 "   7      ROPE-BRD-12    same");
	keys(term, "s");
	wait_for(term, "Wrong rows to: ");
	keys(term, "Enter");
	wait_for(term, "Wrote 3 rows to");
	text = text_of(wrong);
	assert_non_null(
		strstr(text, "\nROPE-BRD-12;Retail;3;?;?;Price: the line ends before it\n"));
	free(text);
	expect_no_writes(story);
	keys(term, "g");
	wait_for(term, "1 new, 1 changed", "Type 2");
	keys(term, "2", "Enter");
	wait_for(term, "Import of in.csv", "1 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, "PUT /api/products/prices"), 1);
	keys(term, "q");
	import(term, path);
	wait_for(term, "0 new, 0 changed, 3 same, 0 removed, 3 wrong");
	story_quit(term);
	free(path);
	free(wrong);
}

/* Marked products alone; what comes out is what is there. */
static void marked_products_become_a_price_list(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);
	char *path = path_of(story, "out.csv"), *text;

	keys(term, "Space", "Space");
	wait_for(term, "2 marked");
	export(term, path);
	text = text_of(path);
	assert_int_equal(
		strncmp(text, "sku,tier,atQuantity,price,currency\nADHS-EPX-10,Retail,1,", 56), 0);
	assert_null(strstr(text, "ROPE-BRD-12"));
	free(text);
	import(term, path);
	wait_for(term, "0 new, 0 changed, ", "0 removed, 0 wrong");
	story_quit(term);
	expect_no_writes(story);
	free(path);
}

static void a_catalog_becomes_that_of_its_tier(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);
	char *path = path_of(story, "out.csv"), *text;

	keys(term, "3");
	wait_for(term, "Wholesale");
	keys(term, "G", "Enter");
	wait_for(term, "Catalog > ", "ADHS-EPX-10");
	keys(term, "E");
	wait_for(term, "price list as CSV, of ", " alone");
	keys(term, "End", "Enter");
	wait_for(term, "Export to: ");
	keys(term, "Ctrl-u", path, "Enter");
	wait_gone(term, "Export to: ");
	keys(term, "g");
	wait_for(term, "Wrote 100 products to");
	text = text_of(path);
	assert_null(strstr(text, ",Retail,"));
	free(text);
	story_quit(term);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(lines_are_compared_and_sent),
		STORY(marked_products_become_a_price_list),
		STORY(a_catalog_becomes_that_of_its_tier),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
