/* product_edit.c - a product is changed, made, duplicated, put out of the catalog: always by its
 * complete record, images by name, numbers as they came; and nobody else's product is written over. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define ROPE "ROPE-BRD-12"
#define GET_ROPE "GET /api/products/" ROPE
#define PUT_ALL "PUT /api/products "

/* The sample product as it is sent, with what the stories change of it. */
#define ROPE_PRICES                                                                                \
	"{\"tier\":\"Retail\",\"price\":42.5,\"atQuantity\":1},"                                   \
	"{\"tier\":\"Wholesale\",\"price\":31.75,\"atQuantity\":1},"                               \
	"{\"tier\":\"Wholesale\",\"price\":29.4,\"atQuantity\":24},"                               \
	"{\"tier\":\"Distributor\",\"price\":29.5,\"atQuantity\":1},"                              \
	"{\"tier\":\"Distributor\",\"price\":27,\"atQuantity\":24}"
#define ROPE_BODY(category, active, images)                                                        \
	"{\"sku\":\"" ROPE "\",\"name\":\"Braided dock line 12 mm\",\"description\":\"Double "     \
	"braided polyester dock line, sold by the coil.\",\"category\":\"" category                \
	"\",\"price\":42.5,\"prices\":[" ROPE_PRICES "],\"quantityOnHand\":310,"                   \
	"\"minimumOrderQuantity\":2,\"quantityIncrement\":2,\"weight\":3.4,\"weightUnit\":\"lb\"," \
	"\"dimensions\":\"12x12x6\",\"dimensionsUnit\":\"in\",\"upc\":\"071234500018\","           \
	"\"active\":" active ",\"images\":[" images "],\"productAttributes\":{\"color\":"          \
	"\"navy\",\"material\":\"polyester\"},\"externalId\":\"erp-item-20418\"}"
#define FRONT "\"rope-brd-12-front.jpg\""

static struct terminal *at_products(struct story *story)
{
	struct terminal *term = story_open(story, NULL, NULL);

	keys(term, "2");
	wait_for(term, "1 of 100", "SKU");
	return term;
}

/* The record of the rope, counted from here on. */
static struct terminal *at_rope(struct story *story)
{
	struct terminal *term = at_products(story);

	keys(term, ":", ROPE, "Enter");
	wait_for(term, "Products > " ROPE " Braided", "Read at");
	story_mark(story);
	return term;
}

static void save(struct terminal *term)
{
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
}

static void type_category(struct terminal *term, const char *category)
{
	keys(term, "Down", "Down", "Enter"); /* SKU, Name, Category */
	wait_for(term, "> Edit", "Category     [");
	keys(term, "Ctrl-u", category);
	wait_for(term, category, "1 change");
}

/* --- saving ---------------------------------------------------------------------------------- */

static void a_save_sends_the_complete_record(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	type_category(term, "Ropes");
	save(term);
	wait_for(term, "Saved 1 change to " ROPE ". z undoes it.", "Category      Ropes");
	expect_calls(story, GET_ROPE, PUT_ALL ROPE_BODY("Ropes", "true", FRONT));
	keys(term, "z");
	wait_for(term, "> Review", "Ropes", "Rope");
	story_mark(story);
	keys(term, "s");
	wait_for(term, "Saved 1 change to " ROPE);
	expect_writes(story, PUT_ALL ROPE_BODY("Rope", "true", FRONT));
	keys(term, "H");
	wait_for(term, "Changes of this session", "Category: Ropes -> Rope", "1 of 2");
	story_quit(term);
}

/* What others changed is sent along as it is by now, not as we had read it. */
static void what_others_changed_stays(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	type_category(term, "Ropes");
	assert_int_equal(story_request(story, "PUT", "/api/products",
				       "{\"sku\":\"" ROPE "\",\"name\":\"Dock line\",\"weight\":3.123456}"),
			 200);
	story_mark(story);
	save(term);
	wait_for(term, "Saved 1 change to " ROPE, "Dock line");
	assert_int_equal(story_count(story, PUT_ALL), 1);
	assert_true(story_was_asked(story, "\\\"category\\\":\\\"Ropes\\\""));
	assert_true(story_was_asked(story, "\\\"weight\\\":3.123456,\\\"weightUnit")); /* byte for byte */
	story_quit(term);
}

/* More decimals than may be typed: kept when a neighbour is saved, and given back by an undo. */
static void six_decimals_come_back(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	assert_int_equal(story_request(story, "PUT", "/api/products",
				       "{\"sku\":\"" ROPE "\",\"name\":\"Dock line\",\"price\":42.123456}"),
			 200);
	keys(term, "r");
	wait_for(term, "~42.123456");
	keys(term, "Down", "Down", "Down", "Enter");
	wait_for(term, "> Edit", "Price        [~42.123456");
	keys(term, "Ctrl-u", "43");
	wait_for(term, "1 change");
	save(term);
	wait_for(term, "Saved 1 change to " ROPE, "Price         43.00");
	story_mark(story);
	keys(term, "z");
	wait_for(term, "> Review", "43.00", "~42.123456");
	keys(term, "s");
	wait_for(term, "Saved 1 change to " ROPE, "Price         ~42.123456");
	assert_true(story_was_asked(story, "\\\"price\\\":42.123456,\\\"prices"));
	story_quit(term);
}

static void in_a_conflict_one_side_is_chosen(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	type_category(term, "Ropes");
	assert_int_equal(story_request(story, "PUT", "/api/products",
				       "{\"sku\":\"" ROPE
				       "\",\"name\":\"Dock line\",\"category\":\"Lines\"}"),
			 200);
	story_mark(story);
	save(term);
	wait_for(term, "On the server", "Rope", "Ropes", "Lines", "Meanwhile changed: Name");
	expect_no_writes(story);
	keys(term, "m", "s");
	wait_for(term, "Saved 1 change to " ROPE, "Ropes", "Dock line");
	story_quit(term);
}

static void wrong_values_are_said_where_they_are(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	keys(term, "3");
	wait_for(term, "Minimum order");
	keys(term, "Down", "Enter");
	wait_for(term, "> Edit", "Minimum order   [2");
	keys(term, "Ctrl-u", "-1", "Tab");
	wait_for(term, "Enter 0 or more");
	keys(term, "Shift-Tab", "Ctrl-u", "F2");
	wait_for(term, "1 field is wrong, nothing was sent.",
		 "The service cannot empty this: enter 0 or another number");
	keys(term, "0");
	save(term);
	wait_for(term, "Saved 1 change to " ROPE, "Minimum order    0");
	story_quit(term);
}

static void an_image_goes_by_its_name(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	keys(term, "4");
	wait_for(term, "rope-brd-12-front.jpg");
	keys(term, "a");
	wait_for(term, "> Edit > Image 2", "Name");
	keys(term, "side.jpg");
	wait_for(term, "side.jpg", "1 change");
	save(term);
	wait_for(term, "Saved 1 change to " ROPE, "https://img.northpoint.example/side.jpg");
	expect_writes(story, PUT_ALL ROPE_BODY("Rope", "true", FRONT ",\"side.jpg\""));
	story_quit(term);
}

static void a_category_is_chosen_among_those_seen(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);

	keys(term, "e");
	wait_for(term, "> Edit", "Category");
	keys(term, "Tab", "Enter");
	wait_for(term, "These were seen; others may be typed.", "Adhesives", "Anchors");
	keys(term, "anch", "Enter");
	wait_for(term, "Category     [Anchors", "1 change");
	keys(term, "Esc");
	wait_for(term, "that is not saved");
	keys(term, "d");
	wait_for(term, "Discarded ");
	story_quit(term);
}

static void a_draft_of_a_product_is_offered_again(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	type_category(term, "Ropes");
	wait_for(term, "draft kept");
	terminal_hang_up(term);
	wait_exit(term);
	terminal_finish(term);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Drafts: changes", ">  " ROPE);
	keys(term, "Enter");
	wait_for(term, "Products > " ROPE " > Edit", "Ropes", "1 change");
	save(term);
	wait_for(term, "Saved 1 change to " ROPE);
	story_quit(term);
}

/* --- new ones -------------------------------------------------------------------------------- */

static void a_new_product_is_looked_up_then_sent(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);

	keys(term, "a");
	wait_for(term, "New product", "Active       yes");
	keys(term, "rope-brd-12");
	wait_for(term, "is taken by " ROPE " Braided dock line 12 mm.");
	keys(term, "Ctrl-u", "NEW-1", "Tab", "New line");
	wait_gone(term, "is taken by");
	story_mark(story);
	save(term);
	wait_for(term, "Saved NEW-1, which is new.", "Products > NEW-1 New line");
	expect_writes(story, PUT_ALL "{\"active\":true,\"sku\":\"NEW-1\",\"name\":\"New line\"}");
	assert_int_equal(story_count(story, "GET /api/products/NEW-1"), 2); /* before and after */
	keys(term, "Esc");
	wait_gone(term, "Products > NEW-1");
	keys(term, "a");
	wait_for(term, "New product");
	keys(term, "NEW-2", "Tab", "Newer line");
	wait_for(term, "Newer line");
	assert_int_equal(story_request(story, "PUT", "/api/products",
				       "{\"sku\":\"NEW-2\",\"name\":\"Somebody's\"}"),
			 201);
	save(term);
	wait_for(term, "NEW-2 is taken by Somebody's. Nothing was sent.");
	keys(term, "Enter");
	wait_for(term, "Products > NEW-2 Somebody's");
	story_quit(term);
}

static void a_duplicate_has_no_external_id(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	keys(term, "x");
	wait_for(term, "3 Duplicate");
	keys(term, "3");
	wait_for(term, "New product", "Braided dock line", "Prices (5)");
	assert_false(terminal_has(term, "erp-item-20418"));
	keys(term, "NEW-3");
	story_mark(story);
	save(term);
	wait_for(term, "Saved NEW-3, which is new.");
	assert_int_equal(story_count(story, PUT_ALL "{\"name\":\"Braided dock line 12 mm\""), 1);
	assert_false(story_was_asked(story, "\\\"externalId\\\":\\\"erp-item-20418\\\"}\"")); /* sent */
	assert_true(story_was_asked(story, "\\\"images\\\":[\\\"rope-brd-12-front.jpg\\\"]"));
	story_quit(term);
}

/* --- in the catalog, or not ------------------------------------------------------------------ */

static void one_is_deactivated_by_its_record(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_rope(story);

	keys(term, "x");
	wait_for(term, "2 Deactivate");
	keys(term, "2");
	wait_for(term, "Deactivate " ROPE " Braided dock line", "It disappears from the catalog.");
	story_mark(story);
	keys(term, "y");
	wait_for(term, ROPE " Braided dock line 12 mm is not active any more.", "NOT ACTIVE");
	expect_writes(story, PUT_ALL ROPE_BODY("Rope", "false", FRONT));
	keys(term, "x", "1");
	wait_for(term, "Activate " ROPE " Braided");
	keys(term, "y");
	wait_for(term, "is active again.");
	story_quit(term);
}

static void mark_three(struct terminal *term)
{
	keys(term, "Space", "Space", "Space");
	wait_for(term, "3 marked");
}

static void marked_ones_are_deactivated_in_a_run(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);

	mark_three(term);
	keys(term, "x");
	wait_for(term, "Deactivate");
	story_mark(story);
	keys(term, "2");
	wait_for(term, "Deactivate 3 products in", "Type 3");
	keys(term, "3", "Enter");
	wait_for(term, "3 done, 0 failed", "Finished.");
	assert_int_equal(story_count(story, PUT_ALL), 3);
	keys(term, "q");
	wait_gone(term, "Finished.");
	wait_for(term, "of 100");
	story_quit(term);
}

/* The preview shows what is there; who changed since is left out. */
static void a_field_is_set_on_marked_ones(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_products(story);

	mark_three(term);
	keys(term, "x");
	wait_for(term, "Set a field...");
	keys(term, "3");
	wait_for(term, "Which field is to have one value?");
	keys(term, "minimum", "Enter");
	wait_for(term, "Minimum order:");
	keys(term, "-1", "Enter");
	wait_for(term, "Enter 0 or more");
	keys(term, "Ctrl-u", "6", "Enter");
	wait_for(term, "3 products > Set Minimum order to 6", "nothing is sent yet", "3 change");
	assert_int_equal(story_request(story, "PUT", "/api/products",
				       "{\"sku\":\"ADHS-WOD-500\",\"name\":\"Glue\","
				       "\"minimumOrderQuantity\":50}"),
			 200);
	story_mark(story);
	keys(term, "g");
	wait_for(term, "Type 3");
	keys(term, "3", "Enter");
	wait_for(term, "2 done, 1 failed", "Minimum order is 50 by now");
	assert_int_equal(story_count(story, PUT_ALL), 2);
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_save_sends_the_complete_record),
		STORY(what_others_changed_stays),
		STORY(six_decimals_come_back),
		STORY(in_a_conflict_one_side_is_chosen),
		STORY(wrong_values_are_said_where_they_are),
		STORY(an_image_goes_by_its_name),
		STORY(a_category_is_chosen_among_those_seen),
		STORY(a_draft_of_a_product_is_offered_again),
		STORY(a_new_product_is_looked_up_then_sent),
		STORY(a_duplicate_has_no_external_id),
		STORY(one_is_deactivated_by_its_record),
		STORY(marked_ones_are_deactivated_in_a_run),
		STORY(a_field_is_set_on_marked_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
