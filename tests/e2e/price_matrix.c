/* price_matrix.c - the prices of a product are seen side by side and changed cell by cell, by percent, from
 * tier to tier; what is sent is the whole list, and no price that somebody else changed is lost. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>

#include "support/story.h"

/* As the sandbox has it (sample_organization.c):
 *
 *   From qty        Retail     Wholesale   Distributor
 *          1         42.50         31.75         29.50
 *         24             -         29.40         27.00 */
#define SKU "ROPE-BRD-12"
#define PRICE(tier, price, quantity)                                                               \
	"{\"tier\":\"" tier "\",\"price\":" price ",\"atQuantity\":" quantity "}"
#define RETAIL_1 PRICE("Retail", "42.5", "1")
#define WHOLESALE_1 PRICE("Wholesale", "31.75", "1")
#define WHOLESALE_24 PRICE("Wholesale", "29.4", "24")
#define DISTRIBUTOR PRICE("Distributor", "29.5", "1") "," PRICE("Distributor", "27", "24")
#define NEW(tier, quantity, price)                                                                 \
	"{\"tier\":\"" tier "\",\"atQuantity\":" quantity ",\"price\":" price "}"
#define GET "GET /api/products/" SKU
#define PUT(prices)                                                                                \
	"PUT /api/products/prices {\"products\":[{\"sku\":\"" SKU "\",\"prices\":[" prices "]}]}"

static void open_prices(struct terminal *term)
{
	wait_for(term, "Northpoint", "Company name");
	keys(term, "2");
	wait_for(term, "SKU");
	keys(term, ":", SKU, "Enter");
	wait_for(term, "Read at", "Braided dock line");
	keys(term, "2");
	wait_for(term, "From qty", "Wholesale", "Read at");
}

static void go_to_prices(struct terminal *term)
{
	open_prices(term);
	wait_for(term, "31.75", "29.40");
}

static struct terminal *at_tab(struct story *story, const struct story_terminal *terminal)
{
	struct terminal *term;

	story_sandbox(story, NULL);
	term = story_connect(story, terminal, true, NULL);
	go_to_prices(term);
	story_mark(story);
	return term;
}

/* The matrix with the cursor on the first cell. */
static struct terminal *at_matrix(struct story *story)
{
	struct terminal *term = at_tab(story, NULL);

	keys(term, "e");
	wait_for(term, "Retail from 1: 42.50", "Products > " SKU " Braided dock line 12 mm", "USD");
	return term;
}

/* Another program of somebody else replaces all prices. */
static void others_put(const struct story *story, const char *prices)
{
	char *body = NULL;

	assert_true(asprintf(&body, "{\"products\":[{\"sku\":\"" SKU "\",\"prices\":[%s]}]}", prices) > 0);
	assert_in_range(story_request(story, "PUT", "/api/products/prices", body), 200, 204);
	free(body);
}

static void save(struct terminal *term)
{
	keys(term, "F2");
	wait_for(term, "> Review", "Now", "After");
	keys(term, "s");
}

/* --- one cell --------------------------------------------------------------- */

static void a_cell_is_changed_where_it_stands(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, NULL);

	keys(term, "Down", "Right");
	wait_for(term, "Wholesale from 24: 29.40");
	keys(term, "Enter"); /* from the cell of the tab to that of the matrix */
	wait_for(term, "Enter change", "Wholesale from 24: 29.40");
	keys(term, "2", "8", ",", "2", "5"); /* Nordic number blocks send a comma */
	wait_for(term, "[28,25]", "1 change", "Enter take it  Esc as it was",
		 "Saving replaces all 5 stored prices: 4 kept, 1 changed, 0 new, 0 removed");
	keys(term, "Enter");
	wait_for(term, "~      28.25", "Wholesale from 24: 28.25, was 29.40");
	keys(term, "F2");
	wait_for(term, "> Review", "Wholesale from 24: Price", "29.40", "28.25",
		 "Saving replaces all 5 stored prices: 4 kept, 1 changed, 0 new, 0 removed",
		 "Only this changes. 1 of 1"); /* all of it is sent */
	keys(term, "Esc"); /* back to the matrix */
	wait_for(term, "From qty", "4 kept", "28.25");
	save(term);
	wait_for(term, "Saved 1 change to " SKU ". z undoes it.", "From qty", "28.25");
	wait_gone(term, "~");
	expect_writes(story, PUT(RETAIL_1 "," WHOLESALE_1 "," PRICE("Wholesale", "28.25", "24") "," DISTRIBUTOR));
	keys(term, "z");
	wait_for(term, "> Review", "28.25", "29.40");
	keys(term, "s");
	wait_for(term, "Saved 1 change to " SKU ".", "29.40");
	story_quit(term);
}

static void what_cannot_be_a_price_is_refused_where_it_is_typed(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "1", " ", "0", "0", "0", "Enter");
	wait_for(term, "! Thousands cannot be grouped: enter 1000.00, or 1000,00", "[1 000]");
	keys(term, "Ctrl-u", "1.00005", "Down");
	wait_for(term, "! Use at most four decimals", "[1.00005]");
	keys(term, "Ctrl-u", "12x", "F2");
	wait_for(term, "! Enter an amount such as 12.50", "[12x]");
	keys(term, "Esc");
	wait_for(term, "Retail from 1: 42.50", "Esc back"); /* nothing is changed */
	terminal_paste(term, "1,234.50");
	keys(term, "Enter");
	wait_for(term, "! Thousands cannot be grouped", "[1,234.50]");
	keys(term, "Esc");
	wait_for(term, "Retail from 1: 42.50");
	keys(term, "1,000", "Enter");
	wait_for(term, "1,000 is 1.00: one point or comma begins the decimals.", "1.00");
	keys(term, "u");
	wait_for(term, "Retail from 1: 42.50", "Esc back");
	keys(term, "0", "Enter");
	wait_for(term, "A price of 0.00: is Retail from 1 to be free of charge?");
	keys(term, "n");
	wait_for(term, "[0]");
	keys(term, "Enter");
	wait_for(term, "free of charge");
	keys(term, "y");
	wait_for(term, "Retail from 1: 0.00, was 42.50");
	keys(term, "u", "Esc");
	wait_for(term, "Read at");
	expect_no_writes(story);
	story_quit(term);
}

static void a_cell_is_emptied_and_comes_back_as_it_was(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "Right", "Del");
	wait_for(term, "Wholesale from 1: no price any more, was 31.75", "4 kept, 0 changed, 0 new, 1 removed");
	keys(term, "Down", "Ctrl-u"); /* what is no command does nothing */
	keys(term, "Backspace");
	wait_for(term, "3 kept, 0 changed, 0 new, 2 removed");
	keys(term, "u");
	wait_for(term, "4 kept, 0 changed, 0 new, 1 removed");
	keys(term, "Up", "3", "1", ".", "7", "5", "Enter"); /* typed again is the same as undone */
	wait_for(term, "Wholesale from 1: 31.75", "Esc back");
	wait_gone(term, "Saving replaces");
	keys(term, "F2");
	wait_for(term, "Nothing is changed, so nothing is sent.");
	keys(term, "Esc");
	wait_for(term, "Read at");
	expect_no_writes(story);
	story_quit(term);
}

/* --- more than a cell -------------------------------------------------------- */

static void quantities_and_tiers_are_added(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "a", "0", "Enter");
	wait_for(term, "Enter a whole number from 1 on, such as 24");
	keys(term, "Ctrl-u", "100", "Enter");
	wait_for(term, ">       100             -             -             -", "Retail from 100: no price");
	keys(term, "Right", "2", "8", "Enter");
	wait_for(term, "Wholesale from 100: 28.00, new", "5 kept, 0 changed, 1 new, 0 removed", "1 change");
	keys(term, "x", "4");
	wait_for(term, "The organization must have the tier");
	keys(term, "Dealer", "Enter");
	wait_for(term, "Dealer", "Dealer from 100: no price");
	keys(term, "2", "5", "Enter");
	wait_for(term, "Dealer from 100: 25.00, new", "5 kept, 0 changed, 2 new, 0 removed", "2 changes");
	keys(term, "F2");
	wait_for(term, "> Review", "Wholesale from 100: Price", "Dealer from 100: Price", "1 of 2");
	keys(term, "Esc");
	wait_for(term, "Dealer from 100: 25.00, new"); /* the review left the matrix as it was */
	keys(term, "u");
	wait_for(term, "5 kept, 0 changed, 1 new, 0 removed");
	save(term);
	wait_for(term, "Saved 1 change to " SKU ".");
	expect_writes(story, PUT(RETAIL_1 "," WHOLESALE_1 "," WHOLESALE_24 "," DISTRIBUTOR ","
				 NEW("Wholesale", "100", "28")));
	story_quit(term);
}

static void a_percentage_is_shown_before_it_is_applied(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "Right", "x", "2");
	wait_for(term, "Change which prices?", "Wholesale  all its quantities");
	keys(term, "Enter");
	wait_for(term, "Percent:");
	keys(term, "much", "Enter");
	wait_for(term, "Enter a percentage such as -3 or 2.5");
	keys(term, "Ctrl-u", "-3", "Enter");
	wait_for(term, "Round to a multiple of: 0.01");
	keys(term, "Ctrl-u", "0.05", "Enter");
	wait_for(term, "> Change Wholesale by -3 %, roun", "31.75", "30.80", "29.40", "28.50", /* 30.7975, 28.518 */
		 "2 prices change.", "nothing is changed yet");
	keys(term, "Esc");
	wait_for(term, "Wholesale from 1: 31.75");
	wait_gone(term, "Saving replaces");
	keys(term, "x", "2", "Enter");
	wait_for(term, "Percent: -3"); /* as it was typed before */
	keys(term, "Enter");
	wait_for(term, "Round to a multiple of: 0.05");
	keys(term, "Enter");
	wait_for(term, "2 prices change.");
	keys(term, "Enter");
	wait_for(term, "2 prices changed.", "3 kept, 2 changed, 0 new, 0 removed", "30.80", "28.50");
	save(term);
	wait_for(term, "Saved 2 changes to " SKU ".");
	expect_writes(story, PUT(RETAIL_1 "," PRICE("Wholesale", "30.8", "1") ","
				 PRICE("Wholesale", "28.5", "24") "," DISTRIBUTOR));
	story_quit(term);
}

static void a_tier_is_copied_to_another(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "Right", "x", "3");
	wait_for(term, "Copy the prices of Wholesale to", "Retail", "Distributor");
	keys(term, "Retail", "Enter");
	wait_for(term, "Retail has 1 price here. Replace it by the prices of Wholesale?");
	keys(term, "n");
	wait_for(term, "Wholesale from 1: 31.75");
	keys(term, "x", "3", "Retail", "Enter", "y");
	wait_for(term, "empty copies them as they are");
	keys(term, "Enter");
	wait_for(term, "> Copy Wholesale to Retail", "42.50", "31.75", "29.40", "2 prices change.");
	keys(term, "Enter");
	wait_for(term, "2 prices changed.", "4 kept, 1 changed, 1 new, 0 removed");
	keys(term, "x", "8");
	wait_for(term, "2 kept, 1 changed, 1 new, 2 removed");
	story_quit(term);
}

/* --- signs ------------------------------------------------------------------- */

static void what_is_odd_about_a_price_is_said(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "Down", "4", "5", "Enter");
	wait_for(term, "~!     45.00", "Retail from 24: 45.00, new  ! dearer than from 1 (42.50)");
	keys(term, "2", "8", "Enter");
	wait_for(term, "~?     28.00",
		 "Retail from 24: 28.00, new  ? cheaper than Wholesale, for fewer it is dearer");
	keys(term, "Right");
	wait_for(term, " ?     29.40", "Wholesale from 24: 29.40  ? dearer than Retail, for fewer it is cheaper");
	keys(term, "F2"); /* a warning is no ban */
	wait_for(term, "> Review");
	story_quit(term);
}

/* No call makes a tier (N28): the service refuses one that the organization has not. */
static void what_the_service_refuses_is_shown_at_its_cell(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "x", "4", "Dealer", "Enter");
	wait_for(term, "Dealer from 1: no price");
	keys(term, "25", "Enter");
	wait_for(term, "Dealer from 1: 25.00, new");
	keys(term, "x", "4", "Staff", "Enter");
	wait_for(term, "Staff from 1: no price");
	save(term);
	wait_for(term, "! " SKU " was not saved", "Staff");
	keys(term, "Left", "Right");
	wait_for(term, "! No price tier with this name is configured");
	keys(term, "Left");
	wait_for(term, "Distributor from 1: 29.50");
	keys(term, "Right", "u");
	wait_for(term, "Dealer from 1: no price");
	wait_gone(term, "Saving replaces");
	story_quit(term);
}

/* --- somebody else ----------------------------------------------------------- */

static void a_price_that_somebody_else_changed_is_not_lost(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "43", "Enter");
	wait_for(term, "1 change");
	others_put(story, RETAIL_1 "," WHOLESALE_1 "," PRICE("Wholesale", "28.88", "24") "," DISTRIBUTOR);
	story_mark(story);
	save(term);
	wait_for(term, "Saved 1 change to " SKU ".", "28.88", "43.00");
	expect_writes(story, PUT(PRICE("Retail", "43", "1") "," WHOLESALE_1 ","
				 PRICE("Wholesale", "28.88", "24") "," DISTRIBUTOR));
	story_quit(term);
}

static void the_same_price_changed_by_two_is_a_conflict(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "43", "Enter");
	wait_for(term, "1 change");
	others_put(story, PRICE("Retail", "44", "1") "," WHOLESALE_1 "," PRICE("Wholesale", "28.88", "24") ","
				  DISTRIBUTOR);
	story_mark(story);
	save(term);
	wait_for(term, "Somebody has changed this meanwhile", "Retail from 1: Price", "42.50", "44.00", "43.00");
	wait_gone(term, "28.88"); /* theirs alone: nothing to decide */
	keys(term, "m", "s");
	wait_for(term, "Saved 1 change to " SKU ".", "43.00", "28.88");
	expect_writes(story, PUT(PRICE("Retail", "43", "1") "," WHOLESALE_1 ","
				 PRICE("Wholesale", "28.88", "24") "," DISTRIBUTOR));
	story_quit(term);
}

/* --- what is typed stays ------------------------------------------------------ */

static void esc_asks_what_is_to_become_of_changes(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "43", "Enter", "Esc");
	wait_for(term, SKU " has 1 change that is not saved.");
	keys(term, "Esc");
	wait_gone(term, "is not saved");
	keys(term, "Esc");
	wait_for(term, "is not saved");
	keys(term, "d");
	wait_for(term, "Discarded ", "From qty", "42.50", "[2 Prices (5)]"); /* straight to the record */
	keys(term, "z");
	wait_for(term, "Retail from 1: 43.00, was 42.50"); /* and back to the matrix */
	story_quit(term);
	expect_no_writes(story);
}

static void a_killed_matrix_goes_on_from_its_draft(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);

	keys(term, "43", "Enter");
	wait_for(term, "draft kept");
	terminal_signal(term, SIGKILL);
	wait_exit(term);
	terminal_finish(term);
	term = story_connect(story, NULL, true, NULL);
	wait_for(term, "Northpoint", "Drafts: changes");
	keys(term, "Esc");
	go_to_prices(term);
	keys(term, "e");
	wait_for(term, "There is a draft of", "Continue the draft");
	keys(term, "Enter");
	wait_for(term, "From qty", "43.00", "continued.", "4 kept, 1 changed, 0 new, 0 removed");
	save(term);
	wait_for(term, "Saved 1 change to " SKU ".");
	story_quit(term);
}

/* The form's row of a price leads to its cell, and Esc back to the form. */
static void the_form_opens_the_matrix(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, NULL);

	keys(term, "1");
	wait_for(term, "Description");
	keys(term, "e");
	wait_for(term, "> Edit", "Name");
	keys(term, "PgDn");
	wait_for(term, "Enter open", "> Retail, 1, 42.50");
	keys(term, "Down", "Enter");
	wait_for(term, "Wholesale from 1: 31.75", "Esc back");
	keys(term, "30", "Enter", "Esc");
	wait_for(term, "> Edit", "Wholesale, 1, 30.00", "1 change");
	keys(term, "F2");
	wait_for(term, "> Review", "Wholesale from 1: Price", "31.75", "30.00");
	keys(term, "e"); /* what is reviewed is changed in the matrix */
	wait_for(term, "From qty", "Wholesale from 1: 30.00, was 31.75");
	keys(term, "Esc");
	wait_for(term, "> Edit");
	story_quit(term);
}

/* --- windows ------------------------------------------------------------------ */

static void quantities_stay_when_tiers_scroll(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_matrix(story);
	static const char *const tiers[] = { "Dealer", "Staff", "Partner" };

	for (size_t i = 0; i < CASES(tiers); i++) {
		keys(term, "x", "4", tiers[i], "Enter");
		wait_for(term, tiers[i]);
	}
	wait_for(term, "From qty", "Partner", "Tiers 3 to 6 of 6");
	wait_gone(term, "Wholesale");
	wait_for(term, ">         1");
	keys(term, "Left", "Left", "Left", "Left", "Left");
	wait_for(term, "Retail", "42.50", "Tiers 1 to 4 of 6");
	terminal_resize(term, 48, 160);
	wait_for(term, "From qty", "Retail", "Wholesale", "Distributor", "Dealer", "Staff", "Partner");
	wait_gone(term, "of 6");
	story_quit(term);
}

/* 333 quantities in three tiers. */
static void a_thousand_prices_are_walked_like_three(void **state)
{
	static const char *const tiers[] = { "Retail", "Wholesale", "Distributor" };
	struct story *story = *state;
	struct terminal *term;
	char *prices;
	size_t len;
	FILE *out = open_memstream(&prices, &len);

	for (int i = 0; i < 999; i++)
		fprintf(out, "%s{\"tier\":\"%s\",\"price\":%d.5,\"atQuantity\":%d}", i ? "," : "",
			tiers[i % 3], 2000 - i, i / 3 + 1);
	fclose(out);
	story_sandbox(story, NULL);
	others_put(story, prices);
	free(prices);
	term = story_connect(story, NULL, true, NULL);
	open_prices(term);
	wait_for(term, "Retail", "2000.50");
	keys(term, "e");
	wait_for(term, "Retail from 1: 2000.50", "USD");
	keys(term, "End", "Right");
	wait_for(term, ">       333", "Wholesale from 333: 1003.50");
	keys(term, "7", "Enter");
	wait_for(term, "Wholesale from 333: 7.00, was 1003.50",
		 "Saving replaces all 999 stored prices: 998 kept, 1 changed, 0 new, 0 removed");
	keys(term, "PgUp", "Home");
	wait_for(term, ">         1", "Wholesale from 1: 1999.50");
	save(term);
	wait_for(term, "Saved 1 change to " SKU ".");
	story_quit(term);
}

/* --- what so many cost --------------------------------------------------------- */

static void a_price_is_looked_up(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, NULL);

	wait_for(term, "= price of");
	keys(term, "Right", ":", "price", "Enter");
	wait_for(term, "Price tier", "Wholesale");
	keys(term, "Enter");
	wait_for(term, "How many in Wholesale: 1", "Enter tell", "Esc done");
	keys(term, "2", "4", "Enter"); /* over the 1 */
	wait_for(term, "24 x " SKU " in Wholesale: 29.40 USD each, 705.60 in all, by the row from", "24.");
	keys(term, "x", "Enter");
	wait_for(term, "Enter a whole number from 1 on");
	keys(term, "Esc");
	wait_for(term, "Read at");
	keys(term, "e", "Up", "6", "0", "Enter", "=");
	wait_for(term, "Price tier");
	keys(term, "Enter", "Enter"); /* what is typed counts */
	wait_for(term, "1 x " SKU " in Wholesale: 60.00 USD each, 60.00 in all, by the row from 1.");
	keys(term, "Esc");
	wait_gone(term, "How many");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_cell_is_changed_where_it_stands),
		STORY(what_cannot_be_a_price_is_refused_where_it_is_typed),
		STORY(a_cell_is_emptied_and_comes_back_as_it_was),
		STORY(quantities_and_tiers_are_added),
		STORY(a_percentage_is_shown_before_it_is_applied),
		STORY(a_tier_is_copied_to_another),
		STORY(what_is_odd_about_a_price_is_said),
		STORY(what_the_service_refuses_is_shown_at_its_cell),
		STORY(a_price_that_somebody_else_changed_is_not_lost),
		STORY(the_same_price_changed_by_two_is_a_conflict),
		STORY(esc_asks_what_is_to_become_of_changes),
		STORY(a_killed_matrix_goes_on_from_its_draft),
		STORY(the_form_opens_the_matrix),
		STORY(quantities_stay_when_tiers_scroll),
		STORY(a_thousand_prices_are_walked_like_three),
		STORY(a_price_is_looked_up),
	};
	return cmocka_run_group_tests_name("price_matrix", tests, NULL, NULL);
}
