/* fields.c - each kind of field in the form of a customer, and what the service gets for it. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include "support/story.h"

#define PUT_1042 "PUT /api/customers/HRB-1042 "
#define ATTRIBUTES(number, yes, text)                                                              \
	"{\"limit\":" number ",\"vip\":" yes ",\"colour\":\"" text "\",\"parts\":[1]}"
#define ADDRESS "{\"addressType\":\"Shipping\",\"line1\":\"Kaj 1\",\"country\":\"SE\",\"isPrimary\":true}"

static const char prepared[] =
	"{\"customerAttributes\":" ATTRIBUTES("12.50", "false", "red") ",\"addresses\":[" ADDRESS "]}";

static void settle(struct terminal *term)
{
	enum { QUIET_MS = 50 };

	while (terminal_pump(term, QUIET_MS))
		;
}

/* The form of Harborline, with attributes of each type and one address. */
static struct terminal *at_the_form(struct story *story, const struct story_terminal *how)
{
	story_sandbox(story, NULL);
	assert_int_equal(story_request(story, "PUT", "/api/customers/HRB-1042", prepared), 200);
	struct terminal *term = story_connect(story, how, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	story_open_customer(term, "HRB-1042");
	story_mark(story);
	keys(term, "e");
	wait_for(term, "> Edit", "> Company name", "Teodor Lindqvist");
	return term;
}

/* Down to the line with that label. */
static void go_to(struct terminal *term, const char *label)
{
	enum { LINES_MAX = 60 };
	char here[96];

	snprintf(here, sizeof(here), "> %s", label);
	for (int i = 0; i < LINES_MAX && !terminal_has(term, here); i++) {
		keys(term, "Down");
		settle(term);
	}
	wait_for(term, here);
}

static void save(struct terminal *term, const char *said)
{
	keys(term, "F2");
	wait_for(term, "> Review");
	keys(term, "s");
	wait_for(term, said);
}

/* A paste is text, whatever is in it; line ends become spaces. Characters of two columns and such as
 * combine are one step each. */
static void text_of_any_script(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_form(story, NULL);

	keys(term, "Ctrl-u");
	terminal_paste(term, "東海\n\"園芸\" e\xcc\x81x");
	wait_for(term, "東海 \"園芸\"", "1 change");
	keys(term, "Backspace", "Backspace", "Home", "Right", "Del", "Å");
	wait_for(term, "東Å \"園芸\"");
	save(term, "Saved 1 change to HRB-1042.");
	expect_writes(story, PUT_1042 "{\"companyName\":\"東Å \\\"園芸\\\" \"}");
	story_quit(term);
}

/* A tier of the organization, a rep by name, payment terms that are in no list. */
static void choices_closed_and_open(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_form(story, NULL);

	go_to(term, "Price tier");
	keys(term, "Enter");
	wait_for(term, "Retail", "Wholesale", "Distributor", "3 of 3");
	keys(term, "dist", "Enter");
	wait_for(term, "Distributor", "1 change");
	go_to(term, "Rep");
	keys(term, "Enter");
	wait_for(term, "type to narrow", "Teodor Lindqvist");
	keys(term, "rams");
	wait_for(term, "REP-007", "Winifred Ramsbottom");
	keys(term, "Enter");
	wait_for(term, "REP-007", "2 changes");
	go_to(term, "Terms");
	keys(term, "Enter");
	wait_for(term, "NET30", "COD");
	keys(term, "NET 7 days", "Enter");
	wait_for(term, "NET 7 days", "3 changes");
	save(term, "Saved 3 changes to HRB-1042.");
	expect_writes(story, PUT_1042
		      "{\"pricing\":\"Distributor\",\"repNumber\":\"REP-007\",\"terms\":\"NET 7 days\"}");
	story_quit(term);
}

/* By its name in the user's language; what travels is two letters. */
static void a_country_by_its_name(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_form(story, NULL);

	go_to(term, "Shipping");
	keys(term, "Enter");
	wait_for(term, "> Edit > Address 1", "SE", "Sweden");
	go_to(term, "Country");
	keys(term, "Enter");
	wait_for(term, "type to narrow");
	keys(term, "norw");
	wait_for(term, "NO", "Norway", "1 of ");
	keys(term, "Enter");
	wait_for(term, "Norway");
	save(term, "Saved 1 change to HRB-1042.");
	expect_writes(story, PUT_1042 "{\"addresses\":[{\"addressType\":\"Shipping\",\"line1\":\"Kaj 1\","
				      "\"country\":\"NO\",\"isPrimary\":true}]}");
	story_quit(term);
}

/* A number stays a number, yes/no yes/no, text text. */
static void attributes_stay_what_they_are(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_form(story, NULL);

	go_to(term, "limit");
	keys(term, "Enter", "Ctrl-u", "much");
	keys(term, "F2");
	wait_for(term, "1 field is wrong, nothing was sent.");
	keys(term, "Ctrl-u", "99.95"); /* the cursor is in the value */
	wait_for(term, "99.95");
	go_to(term, "vip");
	keys(term, "y");
	wait_for(term, "2 changes");
	go_to(term, "colour");
	keys(term, "Enter", "Ctrl-u", "7");
	wait_for(term, "3 changes");
	save(term, "Saved 3 changes to HRB-1042.");
	expect_writes(story,
		      PUT_1042 "{\"customerAttributes\":" ATTRIBUTES("99.95", "true", "7") "}");
	story_quit(term);
}

/* What is emptied is sent as an empty text, never as null. */
static void an_emptied_field_is_an_empty_text(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_form(story, NULL);

	go_to(term, "Fax");
	keys(term, "Ctrl-u");
	wait_for(term, "1 change");
	save(term, "Saved 1 change to HRB-1042.");
	expect_writes(story, PUT_1042 "{\"companyFax\":\"\"}");
	story_quit(term);
}

/* A rep's login may not read organization and reps: the fields take text, and the list says why. */
static void without_the_lists_there_is_text(void **state)
{
	struct story *story = *state;

	story_sandbox(story, NULL);
	struct terminal *term = story_connect_as(story, "rep-207", NULL, NULL);
	wait_for(term, "SalesRep", "1 of ");
	story_open_customer(term, "HRB-1042");
	story_mark(story);
	keys(term, "e");
	wait_for(term, "> Edit", "SR-207");
	go_to(term, "Price tier");
	keys(term, "Enter");
	wait_for(term, "Wholesale", "type to narrow");
	keys(term, "Esc");
	wait_gone(term, "type to narrow");
	keys(term, "Esc");
	wait_for(term, "Read at");
	story_quit(term);
	expect_no_writes(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(text_of_any_script),
		STORY(choices_closed_and_open),
		STORY(a_country_by_its_name),
		STORY(attributes_stay_what_they_are),
		STORY(an_emptied_field_is_an_empty_text),
		STORY(without_the_lists_there_is_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
