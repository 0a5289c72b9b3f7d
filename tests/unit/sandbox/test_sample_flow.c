/* The sample of Flow Retail: the same every time, believable, and as the contract has it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <ctype.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/text.h"
#include "sandbox/sample_flow.h"
#include "sandbox/sample_flow_customer.h"
#include "schema/json.h"

enum { ROWS = 1500 };

typedef void write_fn(const struct sample_flow_tenant *tenant, uint64_t seed, uint64_t i,
		      FILE *out);

static char *document(write_fn *write, size_t tenant, uint64_t seed, uint64_t i)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	write(sample_flow_tenant_at(tenant), seed, i, out);
	fclose(out);
	return text;
}

/* Compact, as the store wants it, and fit to be shown. */
static struct json *tree(write_fn *write, size_t tenant, uint64_t i)
{
	char *text = document(write, tenant, 1, i);
	struct json *json = json_parse(text, strlen(text), NULL);
	char *again = json_print(json);

	assert_string_equal(text, again);
	assert_true(text_is_utf8(text, strlen(text)));
	free(again);
	free(text);
	return json;
}

static void same_seed_same_bytes_other_seed_others(void **state)
{
	(void)state;
	for (uint64_t i = 3; i < 100; i++) {
		char *one = document(sample_flow_customer_write, 0, 7, i);
		char *other = document(sample_flow_customer_write, 0, 8, i);
		assert_text_take(document(sample_flow_customer_write, 0, 7, i), one);
		assert_string_not_equal(one, other);
		free(other);
		free(one);
	}
}

static bool is_made_of(const char *text, const char *signs)
{
	return text[strspn(text, signs)] == '\0';
}

static void check_time(const struct json *customer, const char *name)
{
	const char *text = json_member_text(customer, name);
	int64_t unix_s;

	assert_true(clock_parse_rfc3339(text, &unix_s));
	assert_int_equal(strlen(text), strlen("2026-02-03T10:20:30.000Z"));
}

static void check_names(const struct json *customer)
{
	const char *type = json_member_text(customer, "customerType");
	const char *company = json_member_text(customer, "companyName");
	const char *last = json_member_text(customer, "lastname");
	const char *shown = json_member_text(customer, "displayName");

	assert_true(*shown);
	if (type && strcmp(type, "COMPANY") == 0) {
		assert_string_equal(company, shown);
	} else {
		assert_string_equal(company, "");
		assert_true(*last && *json_member_text(customer, "firstname"));
		assert_non_null(strstr(shown, last));
	}
}

static void check_customer(const struct json *customer, char seen[][48], size_t count)
{
	const char *uid = json_member_text(customer, "customerUid");
	const char *mobile = json_member_text(customer, "mobile");
	const char *email = json_member_text(customer, "email");
	const char *country = json_member_text(customer, "countryCode");

	assert_true(*uid && strlen(uid) < 48);
	for (size_t i = 0; i < count; i++)
		assert_string_not_equal(seen[i], uid);
	strcpy(seen[count], uid);
	check_names(customer);
	assert_true(strlen(country) == 2 && strstr("NO SE DK FI", country));
	if (mobile)
		assert_true(*mobile == '+' && is_made_of(mobile + 1, "0123456789"));
	if (email)
		assert_true(strchr(email, '@') && strstr(email, ".example"));
	assert_true(is_made_of(json_member_text(customer, "ledgerNumber"), "0123456789"));
	check_time(customer, "createdAt");
	check_time(customer, "lastModifiedAt");
	assert_true(strcmp(json_member_text(customer, "createdAt"),
			   json_member_text(customer, "lastModifiedAt")) <= 0);
}

/* What makes a sample worth having: of each there are some, and not all. */
static const char *const parts[] = { "addresses", "contacts",       "extensions", "consents",
				     "credit",    "accountManager", "ehf",        "customerGroups",
				     "tags" };
enum { PARTS = CASES(parts) };

static void customers_are_as_the_contract_has_them(void **state)
{
	static char seen[ROWS][48];
	size_t with[PARTS] = { 0 }, companies = 0;

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct json *customer = tree(sample_flow_customer_write, 0, i);
		if (i != 1) /* the contract's private customer has none of some */
			check_customer(customer, seen, i);
		else
			strcpy(seen[i], "cus-1002");
		for (size_t part = 0; part < PARTS; part++)
			with[part] += json_size(json_member(customer, parts[part])) > 0;
		companies += *json_member_text(customer, "companyName") != '\0';
		json_free(customer);
	}
	for (size_t part = 0; part < PARTS; part++)
		assert_in_range(with[part], ROWS / 100, ROWS * 9 / 10);
	assert_in_range(companies, ROWS / 3, ROWS * 2 / 3);
}

static void entries_of_the_register_are_no_customers_yet(void **state)
{
	char *names[200];
	size_t shared = 0;

	(void)state;
	for (size_t i = 0; i < CASES(names); i++) {
		struct json *customer = tree(sample_flow_customer_write, 0, i + 3);
		names[i] = xstrdup(json_member_text(customer, "displayName"));
		json_free(customer);
	}
	for (size_t i = 2; i < SAMPLE_FLOW_ENTRIES; i++) {
		struct json *entry = tree(sample_flow_entry_write, 0, i);
		const char *name = json_member_text(entry, "companyName");
		assert_null(json_member(entry, "customerUid"));
		assert_non_null(json_member_text(entry, "externalId"));
		for (size_t at = 0; at < CASES(names); at++)
			shared += *name && strcmp(name, names[at]) == 0;
		json_free(entry);
	}
	assert_in_range(shared, 0, 3);
	for (size_t i = 0; i < CASES(names); i++)
		free(names[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_seed_same_bytes_other_seed_others),
		cmocka_unit_test(customers_are_as_the_contract_has_them),
		cmocka_unit_test(entries_of_the_register_are_no_customers_yet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
