/* The customers of the sample: the same every time, believable, and as the contract has them. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <ctype.h>

#include "base/text.h"
#include "model/customers.h"
#include "sample_document.h"
#include "sandbox/sample_customer.h"
#include "schema/json.h"

enum { ROWS = 2000 };

static struct json *customer(const struct sample_organization *organization, uint64_t i)
{
	return sample_tree(sample_customer_write, &nymble_customer_schema, organization, 1, i);
}

static void same_seed_same_bytes(void **state)
{
	const struct sample_organization *organization = sample_organization_at(0);

	(void)state;
	for (uint64_t i = 0; i < 200; i++) {
		char *first = sample_document(sample_customer_write, organization, 7, i);
		assert_text_take(sample_document(sample_customer_write, organization, 7, i), first);
		free(first);
	}
}

static void other_seed_other_rows(void **state)
{
	const struct sample_organization *organization = sample_organization_at(0);

	(void)state;
	for (uint64_t i = organization->customers.count; i < 200; i++) {
		char *one = sample_document(sample_customer_write, organization, 1, i);
		char *other = sample_document(sample_customer_write, organization, 2, i);
		assert_string_not_equal(one, other);
		free(one);
		free(other);
	}
}

static void first_customer_is_the_contracts(void **state)
{
	struct json *tree = customer(sample_organization_at(0), 0);

	(void)state;
	assert_string_equal(json_member_text(tree, "customerNumber"), "HRB-1042");
	assert_string_equal(json_member_text(tree, "companyName"), "Harborline Marine Supply");
	assert_string_equal(json_member_text(tree, "pricing"), "Wholesale");
	assert_string_equal(json_member_text(tree, "repNumber"), "SR-207");
	json_free(tree);
}

static bool is_listed(const struct sample_list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i], text) == 0)
			return true;
	return false;
}

static void check_mail(const char *mail)
{
	static const char domain[] = ".example";
	const char *at = strchr(mail, '@');

	assert_non_null(at);
	assert_true(at > mail && !strchr(at + 1, '@') && isalnum((unsigned char)at[1]));
	assert_true(strlen(at) > strlen(domain));
	assert_string_equal(mail + strlen(mail) - strlen(domain), domain);
	for (; *mail; mail++)
		assert_true(islower((unsigned char)*mail) || isdigit((unsigned char)*mail) ||
			    strchr("@.-", *mail));
}

static void check_addresses(const struct json *addresses)
{
	int billing = 0, shipping = 0;

	for (const struct json *entry = json_first(addresses); entry; entry = json_next(entry)) {
		const char *country = json_member_text(entry, "country"),
			   *type = json_member_text(entry, "addressType");
		bool is_billing = strcmp(type, "Billing") == 0;
		assert_true(is_billing || strcmp(type, "Shipping") == 0);
		assert_true(strlen(country) == 2 && isupper((unsigned char)country[0]) &&
			    isupper((unsigned char)country[1]));
		*(is_billing ? &billing : &shipping) +=
			json_is_true(json_member(entry, "isPrimary"));
	}
	assert_true(billing <= 1 && shipping <= 1);
}

static void check_contacts(const struct json *contacts)
{
	int primary = 0;

	for (const struct json *entry = json_first(contacts); entry; entry = json_next(entry)) {
		primary += json_is_true(json_member(entry, "isPrimary"));
		assert_true(*json_member_text(entry, "firstName") &&
			    *json_member_text(entry, "lastName"));
		if (json_member(entry, "email"))
			check_mail(json_member_text(entry, "email"));
	}
	assert_true(primary <= 1);
}

static void every_row_keeps_the_rules(void **state)
{
	const struct sample_organization *organization;

	(void)state;
	for (size_t at = 0; (organization = sample_organization_at(at)) != NULL; at++)
		for (uint64_t i = 0; i < ROWS; i++) {
			struct json *tree = customer(organization, i);
			const char *rep = json_member_text(tree, "repNumber");
			assert_true(
				is_listed(&organization->tiers, json_member_text(tree, "pricing")));
			assert_true(!rep || is_listed(&organization->rep_numbers, rep));
			check_mail(json_member_text(tree, "companyEmail"));
			check_addresses(json_member(tree, "addresses"));
			check_contacts(json_member(tree, "contacts"));
			json_free(tree);
		}
}

static void numbers_and_names_differ(void **state)
{
	(void)state;
	assert_distinct(sample_customer_write, "customerNumber", 100000);
	assert_distinct(sample_customer_write, "companyName", ROWS);
}

/* What a member lacks in some rows, and in how many of 1,000 at least. */
static const struct {
	const char *member;
	int absent, present;
} optional[] = {
	{ "companyPhone", 10, 800 }, { "companyFax", 500, 100 },         { "repNumber", 30, 800 },
	{ "terms", 20, 800 },        { "externalId", 200, 500 },         { "addresses", 10, 900 },
	{ "contacts", 50, 800 },     { "customerAttributes", 150, 600 },
};

static void some_members_are_missing(void **state)
{
	int present[CASES(optional)] = { 0 }, inactive = 0;

	(void)state;
	for (uint64_t i = 0; i < 1000; i++) {
		struct json *tree = customer(sample_organization_at(0), i);
		for (size_t at = 0; at < CASES(optional); at++)
			present[at] += json_member(tree, optional[at].member) != NULL;
		inactive += !json_is_true(json_member(tree, "active"));
		json_free(tree);
	}
	for (size_t at = 0; at < CASES(optional); at++) {
		assert_in_range(present[at], optional[at].present, 1000 - optional[at].absent);
	}
	assert_in_range(inactive, 50, 250);
}

/* A letter of each script, as a range of bytes that its UTF-8 begins with. */
static const struct {
	const char *script;
	const char *from, *to;
	int rows; /* of 1,000, at least */
} scripts[] = {
	{ "Nordic letters", "Å", "ø", 60 }, { "Greek", "Ά", "ώ", 15 },
	{ "Cyrillic", "А", "ї", 20 },       { "Kana or Han", "ぁ", "鿿", 15 },
	{ "Hangul", "가", "힣", 8 },
};

static bool has_letter(const char *text, const char *from, const char *to)
{
	for (size_t i = 0; text[i]; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80 &&
		    strncmp(text + i, from, strlen(from)) >= 0 &&
		    strncmp(text + i, to, strlen(to)) <= 0)
			return true;
	return false;
}

static void every_script_is_there(void **state)
{
	int found[CASES(scripts)] = { 0 }, wide = 0;

	(void)state;
	for (uint64_t i = 0; i < 1000; i++) {
		struct json *tree = customer(sample_organization_at(0), i);
		const char *name = json_member_text(tree, "companyName");
		for (size_t at = 0; at < CASES(scripts); at++)
			found[at] += has_letter(name, scripts[at].from, scripts[at].to);
		wide += text_width(name, strlen(name)) > 80;
		json_free(tree);
	}
	for (size_t at = 0; at < CASES(scripts); at++)
		if (found[at] < scripts[at].rows)
			fail_msg("%s in %d rows", scripts[at].script, found[at]);
	assert_in_range(wide, 2, 30);
}

static void a_dozen_countries(void **state)
{
	char seen[64][3] = { "" };
	size_t count = 0;

	(void)state;
	for (uint64_t i = 0; i < 200; i++) {
		struct json *tree = customer(sample_organization_at(0), i);
		const char *country =
			json_member_text(json_first(json_member(tree, "addresses")), "country");
		size_t at = 0;
		while (country && at < count && strcmp(seen[at], country) != 0)
			at++;
		if (country && at == count)
			memcpy(seen[count++], country, 3);
		json_free(tree);
	}
	assert_true(count >= 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_seed_same_bytes),
		cmocka_unit_test(other_seed_other_rows),
		cmocka_unit_test(first_customer_is_the_contracts),
		cmocka_unit_test(every_row_keeps_the_rules),
		cmocka_unit_test(numbers_and_names_differ),
		cmocka_unit_test(some_members_are_missing),
		cmocka_unit_test(every_script_is_there),
		cmocka_unit_test(a_dozen_countries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
