/* entries.c - addresses, contacts and attributes on their tab of a record: marked, removed, made
 * primary, added, renamed; always reviewed before anything is sent. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define PUT_1042 "PUT /api/customers/HRB-1042 "

static struct terminal *at_tab(struct story *story, const char *tab, const char *text)
{
	struct terminal *term = story_open(story, NULL, NULL);

	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	story_mark(story);
	keys(term, tab);
	wait_for(term, text);
	return term;
}

static void marked_addresses_are_removed_in_one_change(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, "2", "Chandlery Wharf");

	keys(term, "Space", "Space");
	wait_for(term, " * Billing", ">* Shipping");
	keys(term, "x");
	wait_for(term, "Addresses: 2 marked", "Remove", "Actions on the record");
	keys(term, "2");
	wait_for(term, "> Review", "Address 1", "Address 2", "no Billing",
		 "? is a warning: s sends it");
	keys(term, "s");
	wait_for(term, "Saved 2 changes to HRB-1042.", "Addresses (0)");
	expect_writes(story, PUT_1042 "{\"addresses\":[]}");
	story_quit(term);
}

static void esc_in_the_review_sends_nothing(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, "2", "Chandlery Wharf");

	keys(term, "x", "2");
	wait_for(term, "> Review", "Address 1");
	keys(term, "Esc");
	wait_for(term, "Addresses (2)", "Chandlery Wharf");
	expect_no_writes(story);
	story_quit(term);
}

/* Two addresses for bills, one for goods: as somebody else left them. */
#define A_BILLING "{\"addressType\":\"Billing\",\"isPrimary\":true,\"line1\":\"Quay 1\",\"id\":7}"
#define B_BILLING "{\"addressType\":\"Billing\",\"isPrimary\":false,\"line1\":\"Quay 2\"}"
#define C_SHIPPING "{\"addressType\":\"Shipping\",\"isPrimary\":true,\"line1\":\"Quay 3\"}"

static struct terminal *at_three_addresses(struct story *story)
{
	struct terminal *term = story_open(story, NULL, NULL);

	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042",
				       "{\"addresses\":[" A_BILLING "," B_BILLING "," C_SHIPPING
				       "]}"),
			 200);
	story_open_customer(term, "HRB-1042");
	wait_for(term, "Read at");
	story_mark(story);
	keys(term, "2");
	wait_for(term, "Quay 1", "Quay 2", "Quay 3");
	return term;
}

/* The other of its type gives it up, in the same change, for all to see; what the tables do not
 * know (id) goes along. */
static void an_address_becomes_the_primary_one_of_its_type(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_three_addresses(story);

	keys(term, "Down", "x");
	wait_for(term, "Set as primary");
	keys(term, "1");
	wait_for(term, "> Review", "Billing, Quay 1: ", "Primary", "Billing, Quay 2: ");
	keys(term, "s");
	wait_for(term, "Saved 2 changes to HRB-1042.");
	expect_writes(
		story, PUT_1042
		"{\"addresses\":["
		"{\"addressType\":\"Billing\",\"isPrimary\":false,\"line1\":\"Quay 1\",\"id\":7},"
		"{\"addressType\":\"Billing\",\"isPrimary\":true,\"line1\":\"Quay 2\"}," C_SHIPPING
		"]}");
	story_quit(term);
}

static void two_of_one_type_cannot_both_be_primary(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_three_addresses(story);

	keys(term, "Space", "Space", "x");
	wait_for(term, "Addresses: 2 marked",
		 "Set as primary  only one of each type can be primary");
	keys(term, "Esc", "U", "x");
	wait_for(term, "Shipping, Quay 3", "Set as primary  it is primary already");
	keys(term, "Esc", "g", "Space", "Down", "Space", "x");
	wait_for(term, "Addresses: 2 marked", "Set as primary  they are primary already");
	keys(term, "Esc", "U", "x");
	wait_for(term, "Shipping, Quay 3", "Set as primary  it is");
	keys(term, "3"); /* and what can be done to the record itself */
	wait_for(term, "HRB-1042 Harborline Marine Supply", "Deactivate", "Duplicate");
	keys(term, "Esc");
	wait_gone(term, "Duplicate");
	story_quit(term);
	expect_no_writes(story);
}

static void an_address_is_added(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_three_addresses(story);

	keys(term, "a");
	wait_for(term, "Line 1", "Postal code", "Country");
	keys(term, "Enter");
	wait_for(term, "Enter take");
	keys(term, "bill", "Enter");
	wait_gone(term, "Enter take");
	keys(term, "Tab", "Tab", "Quay 4", "F2");
	wait_for(term, "> Review", "Billing, Quay 4: ", "Quay 4");
	keys(term, "s");
	wait_for(term, "Saved", "Addresses (4)");
	expect_writes(story, PUT_1042 "{\"addresses\":[" A_BILLING "," B_BILLING "," C_SHIPPING
				      ",{\"addressType\":\"Billing\",\"line1\":\"Quay 4\"}]}");
	story_quit(term);
}

static void a_contact_is_removed(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, "3", "Barrow");

	keys(term, "x");
	wait_for(term, "2 Remove");
	keys(term, "2");
	wait_for(term, "> Review", "Contact 1");
	keys(term, "s");
	wait_for(term, "Saved 1 change to HRB-1042.", "Contacts (0)", "None.");
	expect_writes(story, PUT_1042 "{\"contacts\":[]}");
	story_quit(term);
}

static void attributes_are_removed_and_renamed(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, "4", "Northeast");

	keys(term, "x");
	wait_for(term, "1 Rename", "2 Remove");
	keys(term, "1");
	wait_for(term, "New name: region");
	keys(term, "Ctrl-u", "area", "Enter");
	wait_for(term, "> Edit", "area", "2 changes"); /* one name goes, one comes */
	keys(term, "F2");
	wait_for(term, "> Review", "area");
	keys(term, "s");
	wait_for(term, "Saved", "area");
	keys(term, "Down", "x");
	wait_for(term, "accountTier", "2 Remove");
	keys(term, "2");
	wait_for(term, "> Review", "Gold");
	keys(term, "s");
	wait_for(term, "Saved 1 change", "Attributes (1)");
	expect_writes(story,
		      PUT_1042
		      "{\"customerAttributes\":{\"area\":\"Northeast\",\"accountTier\":\"Gold\"}}",
		      PUT_1042 "{\"customerAttributes\":{\"area\":\"Northeast\"}}");
	story_quit(term);
}

static void an_attribute_is_added(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_tab(story, "4", "Northeast");

	keys(term, "a");
	wait_for(term, "Name of the new attribute:");
	keys(term, "dock", "Enter");
	wait_for(term, "> Edit", "dock");
	keys(term, "7b", "F2");
	wait_for(term, "> Review", "dock", "7b");
	keys(term, "s");
	wait_for(term, "Saved 1 change", "Attributes (3)");
	expect_writes(story,
		      PUT_1042 "{\"customerAttributes\":{\"region\":\"Northeast\",\"accountTier\":"
			       "\"Gold\",\"dock\":\"7b\"}}");
	story_quit(term);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(marked_addresses_are_removed_in_one_change),
		STORY(esc_in_the_review_sends_nothing),
		STORY(an_address_becomes_the_primary_one_of_its_type),
		STORY(two_of_one_type_cannot_both_be_primary),
		STORY(an_address_is_added),
		STORY(a_contact_is_removed),
		STORY(attributes_are_removed_and_renamed),
		STORY(an_attribute_is_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
