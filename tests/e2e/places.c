/* SPDX-License-Identifier: ISC */
#include "e2e/places.h"

#include <unistd.h>

#include "unit/unit.h"

/* Somebody else changes what is being edited. */
static void rename_it(struct story *story)
{
	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042",
				       "{\"companyName\":\"Harbour Works\",\"terms\":\"COD\"}"),
			 200);
}

static void stop_answering(struct story *story)
{
	STORY_THROUGH(story, { .path = "/api/customers/", .kind = FAULT_HANG });
}

/* In the folder of the test, for all of its programs: once, as the first may be reading it. */
static void write_import(struct story *story)
{
	(void)story;
	if (access(PLACES_FILE, F_OK) == 0)
		return;
	FILE *file = fopen(PLACES_FILE, "w");
	assert_non_null(file);
	fputs("customerNumber,pricing\nADR-5306,Wholesale\nADR-7594,Nonsense\n", file);
	assert_int_equal(fclose(file), 0);
}

#define RECORD ":", "HRB-1042", "Enter", SEE("Read at")
#define FORM RECORD, "e", SEE("> Edit")
#define TWO_MARKED                                                                                 \
	"f", "customerNumber:startswith:HRB-104", "Enter", SEE(">  HRB-1043"), "Space", "Space",   \
		SEE("2 marked")
#define MATRIX "2", SEE("1 of 100"), "Enter", SEE("in this list"), "2", "e", SEE("a quantity")
#define IMPORT "I", SEE("Import customers from:"), "Ctrl-u", PLACES_FILE
#define TO_LIST "Esc", SEE("Company name  ")
#define DISCARD "Esc", SEE("not saved"), "d", SEE("Discarded"), TO_LIST
#define NONE_MARKED "U", "F", SEE("ADR-5306"), "g"

/* clang-format off */
const struct place places[] = {
	/* lists */
	{ .class = "lists_screen", .shows = WORDS(">  ADR-5306", "Bröderna", "1 of 200"), .way = WORDS(NULL),
	  .back = WORDS(NULL) },
	{ .class = "lists_screen", .way = WORDS("Space", "Space"), .shows = WORDS(" * ADR-5306", "2 marked"),
	  .back = WORDS("U", "g", SEE("1 of 200")) },
	{ .class = "lists_screen", .way = WORDS("2"), .shows = WORDS("Products", "SKU", "1 of 100"),
	  .back = WORDS("1", SEE("1 of 200")) },
	{ .class = "lists_screen", .way = WORDS("f", "companyName:contains:zzz", "Enter"),
	  .shows = WORDS("No customer matches"), .back = WORDS("F", SEE("1 of 200")) },
	{ .class = "filter_screen", .way = WORDS("f", "Number", "Enter", "2", "HRB", "Enter"),
	  .shows = WORDS(">  1  Number", "contains", "3 customers match.") },
	{ .class = "pick_screen", .way = WORDS("f"), .shows = WORDS("narrow", ">  ") ,
	  .back = WORDS("Esc", "Esc") },
	{ .class = "pick_screen", .way = WORDS("f", "nothing:is:so", "Enter"), .shows = WORDS("! nothing"),
	  .back = WORDS("Esc", "Esc") },
	{ .class = "prompt_screen", .way = WORDS("f", "Esc", "t", "nothing:is:so", "Enter"),
	  .shows = WORDS("! nothing"), .back = WORDS("Esc", "Esc") },
	{ .class = "columns_screen", .way = WORDS("c"), .shows = WORDS("Columns", ">") },
	{ .class = "views_screen", .way = WORDS("v"), .shows = WORDS("No view is saved yet.") },
	{ .class = "menu_screen", .way = WORDS("y"), .shows = WORDS("> 1 ", "as JSON") },
	{ .class = "palette_screen", .way = WORDS(":"), .shows = WORDS(">  Open the record", "Enter run") },
	{ .class = "help_screen", .way = WORDS("?"), .shows = WORDS("What it does", ">  Enter", "1 of ") },
	{ .class = "request_log_screen", .way = WORDS("L"), .shows = WORDS("Request log", "/api/customers"),
	  .differs = true },
	{ .class = "reader_screen", .way = WORDS("L", "Enter"), .shows = WORDS("Status 200", "***"),
	  .back = WORDS("Esc", "Esc"), .differs = true },

	/* one record */
	{ .class = "record_screen", .way = WORDS(RECORD), .shows = WORDS("[1 Account]", ">  Number", "ACTIVE"),
	  .back = WORDS(TO_LIST) },
	{ .class = "record_screen", .way = WORDS(RECORD, "2"), .shows = WORDS("[2 Addresses", ">  "),
	  .back = WORDS(TO_LIST) },
	{ .class = "entry_screen", .way = WORDS(RECORD, "2", "Enter"), .shows = WORDS("14 Chandlery Wharf"),
	  .back = WORDS("Esc", SEE("Read at"), TO_LIST) },
	{ .class = "question_screen", .way = WORDS(RECORD, "x", "2"), .shows = WORDS("Deactivate HRB-1042", "y/n"),
	  .back = WORDS("n", TO_LIST) },
	{ .class = "loading_screen", .way = WORDS("e"),
	  .behind = stop_answering, .shows = WORDS("Loading..."), .back = WORDS("Esc", SEE("Stopped.")) },

	/* changing one */
	{ .class = "edit_screen", .way = WORDS(FORM, "X"), .shows = WORDS("~> Company name", "1 change"),
	  .back = WORDS(DISCARD) },
	{ .class = "edit_screen", .way = WORDS(FORM, "Ctrl-u", "Tab"), .shows = WORDS("!  Company name"),
	  .back = WORDS(DISCARD) },
	{ .class = "edit_leave_screen", .way = WORDS(FORM, "X", "Esc"), .shows = WORDS("not saved.", "d discard"),
	  .back = WORDS("d", SEE("Discarded"), TO_LIST) },
	{ .class = "review_screen", .way = WORDS(FORM, "X", "F2"), .shows = WORDS("> Review", "After", "SupplyX"),
	  .back = WORDS("Esc", SEE("> Edit"), DISCARD) },
	{ .class = "review_screen", .way = WORDS(FORM, "X", "F2", SEE("> Review"), "s"), .behind = rename_it,
	  .shows = WORDS("On the server", "Harbour Works", "?  Meanwhile changed: "), .back = WORDS("Esc", SEE("> Edit"), DISCARD) },
	{ .class = "record_screen", .way = WORDS(FORM, "Y", "F2", SEE("> Review"), "s"),
	  .shows = WORDS("Saved 1 change to HRB-1042. z undoes it."), .back = WORDS(TO_LIST) },
	{ .class = "history_screen", .way = WORDS("H"), .shows = WORDS("Changes of this session", "HRB-1042") },
	{ .class = "edit_entry_screen", .way = WORDS(RECORD, "2", "a"), .shows = WORDS("Postal code", "Country"),
	  .back = WORDS("Esc", "Esc", "Esc", TO_LIST) },

	/* many */
	{ .class = "set_preview_screen",
	  .way = WORDS(TWO_MARKED, "x", "4", SEE("Which field"), "terms", "Enter", SEE("Terms"), "NET10", "Enter"),
	  .shows = WORDS("Now", "After"), .back = WORDS("Esc", SEE("2 marked"), NONE_MARKED) },
	{ .class = "run_screen", .way = WORDS(TWO_MARKED, "x", "2", SEE("Type 2"), "2", "Enter"),
	  .shows = WORDS("2 done, 0 failed"), .back = WORDS("q", SEE("HRB-1042"), NONE_MARKED) },
	{ .class = "runs_screen", .way = WORDS(":", "runs", "Enter"), .shows = WORDS("Deactivate") },

	/* prices */
	{ .class = "price_matrix_screen", .way = WORDS(MATRIX), .shows = WORDS("From qty", "Retail", ">  "),
	  .back = WORDS("Esc", SEE("Prices"), "Esc", SEE("SKU"), "1") },
	{ .class = "price_matrix_screen", .way = WORDS(MATRIX, "7", "Enter"), .shows = WORDS("~", "1 change"),
	  .back = WORDS("Esc", SEE("not saved"), "d", SEE("Discarded"), "Esc", SEE("SKU"), "1") },
	{ .class = "price_preview_screen",
	  .way = WORDS(MATRIX, "x", SEE("Change prices"), "2", SEE("Change which"), "4", SEE("Percent"), "10", "Enter", "Enter"),
	  .shows = WORDS("Now", "After", "~ ", "nothing is "), .back = WORDS("Esc", SEE("a quantity"), "Esc", SEE("in this list"), "Esc", SEE("SKU"), "1") },
	{ .class = "price_many_preview_screen",
	  .way = WORDS("2", SEE("1 of 100"), "Space", "Space", SEE("2 marked"), "x", SEE("Change prices"), "5",
		       SEE("Price tier"), "Enter", SEE("From quantity"), "Enter", SEE("Percent"), "10", "Enter", "Enter"),
	  .shows = WORDS("Now", "After", "~ ", "nothing is "), .back = WORDS("Esc", SEE("2 marked"), "U", "g", "1") },

	{ .class = "catalog_screen", .way = WORDS("p"), .shows = WORDS("Catalog for", "Base price", ">  "),
	  .back = WORDS("q") },

	/* files, services */
	{ .class = "export_screen", .way = WORDS("E"), .shows = WORDS("Export", "CSV") },
	{ .class = "import_screen", .way = WORDS(IMPORT, "Enter"), .behind = write_import,
	  .shows = WORDS(">~ 2 ", " ! 3 ", "1 changed", "1 wrong", "g writes 1 row"), .back = WORDS("q", SEE("Cancelled")) },
	{ .class = "import_map_screen", .way = WORDS(IMPORT, "Enter", SEE("1 changed"), "m"),
	  .shows = WORDS("Column of the file", "pricing"), .back = WORDS("q", SEE("g writes 1 row"), "q", SEE("Cancelled")) },
	{ .class = "profiles_screen", .way = WORDS("P"), .shows = WORDS("Profiles", "in use"), .differs = true },

	/* logging in */
	{ .class = "login_screen", .start = AT_LOGIN, .way = WORDS(NULL),
	  .shows = WORDS("Organization code  [", ">  ") },
	{ .class = "login_box", .start = BY_HAND, .way = WORDS(":", "login", "Enter"),
	  .shows = WORDS("Log in again", "Secret") },

	{ .class = "drafts_screen", .start = AT_DRAFT, .way = WORDS(NULL),
	  .shows = WORDS("Drafts: changes that were not saved", ">  ") },
};
/* clang-format on */

const size_t place_count = sizeof(places) / sizeof(places[0]);
