/* What differs between two versions of a record, what is sent for it and what a review shows. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "base/error.h"
#include "model/products.h"
#include "record_of.h"
#include "schema/changes.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/record.h"

static const struct {
	const char *before, *after, *body;
} bodies[] = {
	{ "{}", "{}", "{}" },
	{ "{\"customerNumber\":\"A\",\"terms\":\"COD\",\"x\":1}", "{\"terms\":\"NET30\",\"customerNumber\":\"A\",\"x\":2}",
	  "{\"terms\":\"NET30\"}" },
	/* nothing is nothing, in whatever spelling */
	{ "{\"terms\":null}", "{\"terms\":\"\"}", "{}" },
	{ "{\"addresses\":[]}", "{\"addresses\":null}", "{}" },
	{ "{\"customerAttributes\":{}}", "{}", "{}" },
	/* what went away is said, never with null */
	{ "{\"terms\":\"COD\"}", "{\"terms\":null}", "{\"terms\":\"\"}" },
	{ "{\"terms\":\"COD\"}", "{}", "{\"terms\":\"\"}" },
	{ "{\"contacts\":[{}]}", "{}", "{\"contacts\":[]}" },
	{ "{\"customerAttributes\":{\"a\":1}}", "{\"customerAttributes\":{}}", "{\"customerAttributes\":{}}" },
	/* the service's own, the key and what an action sets stay out of a known record's body */
	{ "{\"customerNumber\":\"A\",\"active\":true,\"currencyCode\":\"USD\"}",
	  "{\"customerNumber\":\"B\",\"active\":false,\"currencyCode\":\"EUR\"}", "{}" },
	{ "{}", "{\"customerNumber\":\"B\",\"active\":false,\"currencyCode\":\"EUR\"}",
	  "{\"customerNumber\":\"B\",\"active\":false}" },
	/* lists and maps whole, in the bytes that came */
	{ "{\"addresses\":[{\"line1\":\"a\",\"Dock\":1e400},{\"line1\":\"b\"}]}",
	  "{\"addresses\":[{\"line1\":\"a\",\"Dock\":1e400},{\"line1\":\"c\\u0000\",\"code\":\"W\"}]}",
	  "{\"addresses\":[{\"line1\":\"a\",\"Dock\":1e400},{\"line1\":\"c\\u0000\",\"code\":\"W\"}]}" },
	{ "{\"customerAttributes\":{\"a\":9007199254740993,\"b\":{\"c\":[]}}}",
	  "{\"customerAttributes\":{\"a\":9007199254740993,\"b\":{\"c\":[]},\"d\":true}}",
	  "{\"customerAttributes\":{\"a\":9007199254740993,\"b\":{\"c\":[]},\"d\":true}}" },
	{ "{\"addresses\":[{\"line1\":\"a\",\"line1\":\"b\"}]}", "{\"addresses\":[{\"line1\":\"a\",\"line1\":\"b\"}]}", "{}" },
};

static void a_body_has_what_changed_and_no_more(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		struct record *before = customer_of(bodies[i].before), *after = customer_of(bodies[i].after);
		struct changes changes;
		changes_find(&changes, before, after);
		struct json *body = changes_body(&changes);
		assert_text_take(json_print(body), bodies[i].body);
		changes_finish(&changes);
		json_free(body);
		record_free(before);
		record_free(after);
	}
}

static void read_only_members_of_entries_are_not_sent(void **state)
{
	struct record *before = record_of(&nymble_product_schema, "{\"sku\":\"R\"}");
	struct record *after = record_of(&nymble_product_schema,
				       "{\"sku\":\"R\",\"prices\":[{\"tier\":\"A\",\"price\":1.10,\"priceFormatted\":\"$1\",\"x\":0}]}");
	struct changes changes;

	(void)state;
	changes_find(&changes, before, after);
	struct json *body = changes_body(&changes);
	assert_text_take(json_print(body), "{\"prices\":[{\"tier\":\"A\",\"price\":1.10,\"x\":0}]}");
	changes_finish(&changes);
	json_free(body);
	record_free(before);
	record_free(after);
}

static void a_whole_body_keeps_what_is_unknown(void **state)
{
	struct record *record = customer_of("{\"customerNumber\":\"A\",\"currencyCode\":\"USD\",\"terms\":null,\"active\":true,"
					 "\"organizationId\":\"o\",\"erp\":{\"n\":1e400},\"gone\":null}");
	struct json *body = changes_whole_body(record);

	(void)state;
	assert_text_take(json_print(body),
			 "{\"customerNumber\":\"A\",\"active\":true,\"erp\":{\"n\":1e400},\"gone\":null}");
	json_free(body);
	record_free(record);
}

static const struct {
	const char *body, *record;
	bool in;
} outcomes[] = {
	{ "{}", "{}", true },
	{ "{\"terms\":\"COD\"}", "{\"Terms\":\"COD\",\"x\":1}", true },
	{ "{\"terms\":\"COD\"}", "{\"terms\":\"NET30\"}", false },
	{ "{\"terms\":\"COD\"}", "{}", false },
	{ "{\"terms\":\"\"}", "{\"terms\":null}", true },
	{ "{\"terms\":\"\",\"companyPhone\":\"1\"}", "{\"companyPhone\":\"2\"}", false },
	{ "{\"addresses\":[]}", "{}", true },
	{ "{\"addresses\":[{\"line1\":\"a\",\"line2\":\"\"}]}", "{\"addresses\":[{\"isPrimary\":false,\"line1\":\"a\"}]}", true },
	{ "{\"addresses\":[{\"line1\":\"a\"}]}", "{\"addresses\":[{\"line1\":\"a\"},{\"line1\":\"b\"}]}", false },
	{ "{\"addresses\":[{\"line1\":\"a\"},{\"line1\":\"b\"}]}", "{\"addresses\":[{\"line1\":\"b\"},{\"line1\":\"a\"}]}", false },
	{ "{\"addresses\":[{}]}", "{\"addresses\":[7]}", false },
	{ "{\"addresses\":[{}]}", "{\"addresses\":[{\"Id\":7,\"isPrimary\":false,\"line2\":\"\"}]}", true },
	/* what was to go is still there */
	{ "{\"addresses\":[{\"line1\":\"a\"}]}", "{\"addresses\":[{\"line1\":\"a\",\"line2\":\"b\"}]}", false },
	{ "{\"addresses\":[{\"line1\":\"a\"}]}", "{\"addresses\":[{\"line1\":\"a\",\"isPrimary\":true}]}", false },
	{ "{\"customerAttributes\":{\"a\":1.0}}", "{\"customerAttributes\":{\"a\":1}}", true },
	{ "{\"customerAttributes\":{\"a\":1}}", "{\"customerAttributes\":{\"a\":1,\"b\":2}}", false },
};

static void a_write_is_known_by_what_it_left(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(outcomes); i++) {
		struct json *body = json_parse(outcomes[i].body, strlen(outcomes[i].body), NULL);
		struct record *record = customer_of(outcomes[i].record);
		if (changes_are_in(body, record) != outcomes[i].in)
			fail_msg("%s in %s", outcomes[i].body, outcomes[i].record);
		json_free(body);
		record_free(record);
	}
}

/* --- what a review shows ------------------------------------------------------------------------ */

static const struct {
	const char *before, *after, *lines;
} reviews[] = {
	{ "{\"terms\":\"COD\",\"active\":true}", "{\"active\":true,\"companyName\":\"Å\"}",
	  "Company name: [] -> [Å]\nTerms: [COD] -> []\n" },
	{ "{\"addresses\":[{\"line1\":\"a\",\"city\":\"Bath\"},{\"line1\":\"b\",\"city\":\"Cork\",\"isPrimary\":true}]}",
	  "{\"addresses\":[{\"line1\":\"a\",\"city\":\"Bath\"},{\"line1\":\"b\",\"city\":\"Oslo\",\"isPrimary\":false}]}",
	  "b, Cork: Primary: [yes] -> [NO]\nb, Cork: City: [Cork] -> [Oslo]\n" },
	/* a number belongs to one entry: those that were there keep theirs */
	{ "{\"addresses\":[{\"line1\":\"a\",\"addressType\":\"Billing\",\"isPrimary\":true},{\"line1\":\"b\"}]}",
	  "{\"addresses\":[{\"line1\":\"b\",\"city\":\"Oslo\"},{\"line1\":\"c\",\"city\":\"Ely\"}]}",
	  "b: City: [] -> [Oslo]\nc, Ely: Line 1: [] -> [c]\nc, Ely: City: [] -> [Ely]\n"
	  "Address 1: [Billing, a] -> []\n" },
	/* one thing in common is too little to be the same entry */
	{ "{\"addresses\":[{\"line1\":\"a\",\"city\":\"Ely\",\"state\":\"ME\",\"country\":\"US\"}]}",
	  "{\"addresses\":[{\"line1\":\"b\",\"country\":\"US\"}]}",
	  "b: Line 1: [] -> [b]\nb: Country: [] -> [US]\nAddress 1: [a, Ely, ME, US] -> []\n" },
	{ "{\"contacts\":[{\"lastName\":\"a\"}]}", "{\"contacts\":[{\"lastName\":\"b\"}]}",
	  "a: Last name: [a] -> [b]\n" },
	{ "{\"contacts\":[{\"lastName\":\"a\"},{\"lastName\":\"b\"},{\"lastName\":\"c\"}]}",
	  "{\"contacts\":[{\"lastName\":\"c\"},{\"lastName\":\"a\"},{}]}",
	  "Contact 4: [] -> [{}]\nContact 2: [b] -> []\nContacts, order: [a; c] -> [c; a]\n" },
	{ "{\"contacts\":[{\"lastName\":\"a\"},{\"fax\":\"1\"}]}",
	  "{\"contacts\":[{\"fax\":\"1\"},{\"lastName\":\"a\"}]}",
	  "Contacts, order: [a; Contact 2] -> [Contact 2; a]\n" },
	{ "{\"addresses\":[{\"line1\":\"a\",\"Dock\":4,\"Gate\":1}]}", "{\"addresses\":[{\"line1\":\"a\",\"Dock\":5,\"Hall\":2}]}",
	  "a: Dock: [4] -> [5]\na: Gate: [1] -> []\na: Hall: [] -> [2]\n" },
	/* an entry is called as it was, by its number where that says nothing, and never at length */
	{ "{\"addresses\":[{\"addressType\":\"Billing\",\"line1\":\"Kaj 5\",\"city\":\"Oslo\",\"state\":\"X\"}]}",
	  "{\"addresses\":[{\"addressType\":\"Billing\",\"line1\":\"Kaj 6\",\"city\":\"Oslo\",\"state\":\"X\"}]}",
	  "Billing, Kaj 5: Line 1: [Kaj 5] -> [Kaj 6]\n" },
	{ "{\"addresses\":[{\"state\":\"X\",\"country\":\"SE\"}]}", "{\"addresses\":[{\"state\":\"Y\",\"country\":\"SE\"}]}",
	  "Address 1: State: [X] -> [Y]\n" },
	{ "{\"addresses\":[{\"line1\":\"1234567890123456789012345678901234567é9e\u0301A\",\"state\":\"X\"}]}",
	  "{\"addresses\":[{\"line1\":\"1234567890123456789012345678901234567é9e\u0301A\"}]}",
	  "1234567890123456789012345678901234567é9~: State: [X] -> []\n" },
	{ "{\"addresses\":[7]}", "{\"addresses\":[8]}", "Address 1: [7] -> [8]\n" },
	{ "{\"addresses\":\"none\"}", "{\"addresses\":[{\"line1\":\"a\"}]}",
	  "Addresses: [none] -> [[{\"line1\":\"a\"}]]\n" },
	{ "{\"customerAttributes\":{\"credit\":1e400,\"x\":\"y\",\"b\":{\"c\":1}}}",
	  "{\"customerAttributes\":{\"credit\":5,\"b\":{\"c\":2},\"z\":true}}",
	  "Attributes, credit: [1e400] -> [5]\nAttributes, x: [y] -> []\nAttributes, b: [{\"c\":1}] -> [{\"c\":2}]\n"
	  "Attributes, z: [] -> [true]\n" },
	{ "{\"customerAttributes\":{\"a\":1,\"a\":2}}", "{\"customerAttributes\":{\"a\":1,\"a\":3}}",
	  "Attributes, a: [2] -> [3]\n" },
};

static char *lines_text(const struct record *before, const struct record *after)
{
	struct changes changes;
	struct change_lines lines;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	changes_find(&changes, before, after);
	change_lines_find(&lines, &changes);
	for (size_t i = 0; i < lines.count; i++)
		fprintf(out, "%s: [%s] -> [%s]\n", lines.rows[i].label, lines.rows[i].before, lines.rows[i].after);
	fclose(out);
	change_lines_finish(&lines);
	changes_finish(&changes);
	return text;
}

static void a_review_names_each_value_that_differs(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(reviews); i++) {
		struct record *before = customer_of(reviews[i].before), *after = customer_of(reviews[i].after);
		assert_text_take(lines_text(before, after), reviews[i].lines);
		record_free(before);
		record_free(after);
	}
}

/* --- somebody else changed it too --------------------------------------------------------------- */

static const struct {
	const char *before, *mine, *theirs;
	const char *clashing;	 /* the members, each with a blank behind it */
	const char *mine_wins, *theirs_wins; /* merged */
} meetings[] = {
	/* different members: no clash, both stay */
	{ "{\"terms\":\"COD\",\"pricing\":\"A\"}", "{\"terms\":\"NET30\",\"pricing\":\"A\"}",
	  "{\"x\":1.50,\"terms\":\"COD\",\"pricing\":\"B\"}", "", "{\"x\":1.50,\"terms\":\"NET30\",\"pricing\":\"B\"}",
	  "{\"x\":1.50,\"terms\":\"NET30\",\"pricing\":\"B\"}" },
	/* the same member, differently */
	{ "{\"terms\":\"COD\"}", "{\"terms\":\"NET30\"}", "{\"terms\":\"NET60\"}", "terms ", "{\"terms\":\"NET30\"}",
	  "{\"terms\":\"NET60\"}" },
	/* the same member, alike */
	{ "{\"terms\":\"COD\"}", "{\"terms\":\"NET30\"}", "{\"terms\":\"N\\u0045T30\"}", "", "{\"terms\":\"N\\u0045T30\"}",
	  "{\"terms\":\"N\\u0045T30\"}" },
	/* cleared here, changed there */
	{ "{\"terms\":\"COD\"}", "{\"terms\":\"\"}", "{\"terms\":\"NET60\"}", "terms ", "{\"terms\":\"\"}",
	  "{\"terms\":\"NET60\"}" },
	{ "{\"terms\":\"COD\"}", "{}", "{\"terms\":\"NET60\",\"x\":1}", "terms ", "{\"x\":1}", "{\"terms\":\"NET60\",\"x\":1}" },
	/* a list is one member */
	{ "{\"addresses\":[{\"line1\":\"a\"},{\"line1\":\"b\"}]}", "{\"addresses\":[{\"line1\":\"A\"},{\"line1\":\"b\"}]}",
	  "{\"addresses\":[{\"line1\":\"a\"},{\"line1\":\"B\"}]}", "addresses ",
	  "{\"addresses\":[{\"line1\":\"A\"},{\"line1\":\"b\"}]}", "{\"addresses\":[{\"line1\":\"a\"},{\"line1\":\"B\"}]}" },
	/* only they changed it, nobody did */
	{ "{\"terms\":\"COD\"}", "{\"terms\":\"COD\"}", "{\"terms\":\"NET60\"}", "", "{\"terms\":\"NET60\"}", "{\"terms\":\"NET60\"}" },
	{ "{}", "{}", "{}", "", "{}", "{}" },
};

static void choose(struct clashes *clashes, enum side side)
{
	for (size_t i = 0; i < clashes->count; i++)
		clashes->rows[i].side = side;
}

static void assert_merged(const struct clashes *clashes, const struct record *before,
			  const struct record *mine, const struct record *theirs, const char *expected)
{
	struct record *merged = clashes_merge(clashes, before, mine, theirs);

	assert_text_take(json_print(record_tree(merged)), expected);
	record_free(merged);
}

static char *names_of(const struct clashes *clashes)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; i < clashes->count; i++)
		fprintf(out, "%s ", clashes->rows[i].field->name);
	fclose(out);
	return text;
}

static void two_who_change_a_record_meet_member_by_member(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(meetings); i++) {
		struct record *before = customer_of(meetings[i].before), *mine = customer_of(meetings[i].mine);
		struct record *theirs = customer_of(meetings[i].theirs);
		struct clashes clashes;
		clashes_find(&clashes, before, mine, theirs);
		assert_text_take(names_of(&clashes), meetings[i].clashing);
		assert_int_equal(clashes_are_settled(&clashes), clashes.count == 0);
		assert_merged(&clashes, before, mine, theirs, meetings[i].mine_wins); /* undecided */
		choose(&clashes, SIDE_THEIRS);
		assert_true(clashes_are_settled(&clashes));
		assert_merged(&clashes, before, mine, theirs, meetings[i].theirs_wins);
		choose(&clashes, SIDE_MINE);
		assert_merged(&clashes, before, mine, theirs, meetings[i].mine_wins);
		clashes_finish(&clashes);
		record_free(before);
		record_free(mine);
		record_free(theirs);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_body_has_what_changed_and_no_more),
		cmocka_unit_test(read_only_members_of_entries_are_not_sent),
		cmocka_unit_test(a_whole_body_keeps_what_is_unknown),
		cmocka_unit_test(a_write_is_known_by_what_it_left),
		cmocka_unit_test(a_review_names_each_value_that_differs),
		cmocka_unit_test(two_who_change_a_record_meet_member_by_member),
	};
	return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
