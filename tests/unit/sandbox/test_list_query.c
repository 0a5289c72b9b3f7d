/* The parameters of a list call: what they come to, or what is said about them. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/collection.h"
#include "sandbox/exchange.h"
#include "sandbox/list_query.h"
#include "sandbox/list_style.h"
#include "sandbox/problem.h"
#include "sandbox/selection.h"
#include "sandbox/url.h"
#include "schema/field.h"
#include "schema/json.h"

/* "2x25 by -companyName; active equals true", or "!" and the names of the parameters that are
 * wrong. */
static const struct {
	const char *target, *expected;
} customer_cases[] = {
	{ "/", "1x25 by companyName" },
	{ "/?", "1x25 by companyName" },
	{ "/?pageNumber=3&pageSize=100", "3x100 by companyName" },
	{ "/?PAGENUMBER=3&pagesize=1000", "3x1000 by companyName" },
	{ "/?pageNumber=0", "!PageNumber" },
	{ "/?pageNumber=-1&pageSize=1001", "!PageNumber PageSize" },
	{ "/?pageNumber=1.5", "!PageNumber" },
	{ "/?pageNumber=99999999999999999999", "!PageNumber" },
	{ "/?pageNumber=", "!PageNumber" },
	{ "/?sortOn=Name&sortDirection=desc", "1x25 by -companyName" },
	{ "/?sortOn=cOMPANYeMAIL&sortDirection=ASC", "1x25 by companyEmail" },
	{ "/?sortOn=terms", "1x25 by terms" },
	{ "/?sortOn=addresses", "!SortOn" },
	{ "/?sortOn=nonsense&sortDirection=up", "!SortOn SortDirection" },
	{ "/?something=else", "1x25 by companyName" },
	/* N18: both spellings, any case */
	{ "/?filters[0].field=companyName&filters[0].operator=contains&filters[0].value=Harbor",
	  "1x25 by companyName; companyName contains harbor" },
	{ "/?Filters%5B0%5D.Field=COMPANYNAME&FILTERS%5b0%5d.OPERATOR=Contains&filters%5B0%5D."
	  "value=a+b%2Bc",
	  "1x25 by companyName; companyName contains a b+c" },
	{ "/?filters[1].field=active&filters[1].operator=equals&filters[1].value=True&filters[0]."
	  "field=terms"
	  "&filters[0].operator=gte&filters[0].value=N",
	  "1x25 by companyName; terms gte n; active equals true" },
	{ "/?filters=[{\"field\":\"companyName\",\"operator\":\"startswith\",\"value\":"
	  "\"\xc3\x85s\"}]",
	  "1x25 by companyName; companyName startswith \xc3\xa5s" },
	{ "/?filters=%5B%7B%22Field%22%3A%22active%22%2C%22Operator%22%3A%22equals%22%2C%22Value%"
	  "22%3Atrue%7D%5D",
	  "1x25 by companyName; active equals true" },
	{ "/?filters=[]", "1x25 by companyName" },
	{ "/?filters[0].field=companyName&filters[0].operator=equals&filters[0].value=",
	  "1x25 by companyName; companyName equals " },
	/* What is wrong */
	{ "/?filters={}", "!Filters" },
	{ "/?filters=[", "!Filters" },
	{ "/?filters=[1]", "!Filters[0].Field Filters[0].Operator" },
	{ "/?filters=[]&filters[0].field=terms", "!Filters Filters[0].Operator" },
	{ "/?filters[0].field=nonsense&filters[0].operator=equals&filters[0].value=x",
	  "!Filters[0].Field" },
	{ "/?filters[0].field=addresses&filters[0].operator=equals&filters[0].value=x",
	  "!Filters[0].Field" },
	{ "/?filters[0].field=terms&filters[0].operator=like&filters[0].value=x",
	  "!Filters[0].Operator" },
	{ "/?filters[0].field=terms&filters[0].operator=equals", "!Filters[0].Value" },
	{ "/?filters[1].field=terms&filters[1].operator=equals&filters[1].value=x", /* a gap */
	  "!Filters[0].Field Filters[0].Operator" },
	{ "/?filters[0].field=active&filters[0].operator=contains&filters[0].value=true",
	  "!Filters[0].Operator" },
	{ "/?filters[0].field=active&filters[0].operator=equals&filters[0].value=maybe",
	  "!Filters[0].Value" },
	{ "/?filters[16].field=terms", "!Filters" },
	{ "/?filters[99999999999999999999999].field=terms", "!Filters" },
};

/* N19: six operators; numbers are compared as numbers. */
static const struct {
	const char *target, *expected;
} product_cases[] = {
	{ "/", "1x25 by sku" },
	{ "/?sortOn=Price", "1x25 by price" },
	{ "/?filters[0].field=price&filters[0].operator=equals&filters[0].value=42.50",
	  "1x25 by sku; price equals 42.5" },
	{ "/?filters[0].field=price&filters[0].operator=gt&filters[0].value=4",
	  "!Filters[0].Operator" },
	{ "/?filters[0].field=price&filters[0].operator=LTE&filters[0].value=4",
	  "!Filters[0].Operator" },
	{ "/?filters[0].field=prices&filters[0].operator=equals&filters[0].value=4",
	  "!Filters[0].Field" },
};

static char *fault_names(const struct faults *faults)
{
	struct reply reply = { 0 };
	char *text;
	size_t len;

	faults_reply(faults, &reply);
	struct json *problem = json_parse(reply.body, reply.len, NULL);
	FILE *out = xmemstream(&text, &len);
	fputc('!', out);
	for (const struct json *name = json_first(json_member(problem, "errors")); name;
	     name = json_next(name))
		fprintf(out, "%s%s", ftell(out) > 1 ? " " : "", json_name(name));
	fclose(out);
	json_free(problem);
	reply_finish(&reply);
	return text;
}

static char *describe(const struct selection *selection)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, "%" PRId64 "x%" PRId64 " by %s%s", selection->page, selection->page_size,
		selection->descending ? "-" : "", selection->sort->name);
	for (size_t i = 0; i < selection->clause_count; i++)
		fprintf(out, "; %s %s %s", selection->clauses[i].field->name,
			filter_op_name(selection->clauses[i].op), selection->clauses[i].value);
	fclose(out);
	return text;
}

static void check(const struct collection *collection, unsigned ops, const char *target,
		  const char *expected)
{
	struct url url;
	struct selection selection;
	struct faults faults = { 0 };

	assert_true(url_parse(&url, target, NULL));
	selection_init(&selection, collection, 1);
	list_query_read(&url, &nymble_lists, ops, &selection, &faults);
	char *found = faults.count ? fault_names(&faults) : describe(&selection);
	if (strcmp(found, expected) != 0)
		fail_msg("%s\n  is      %s\n  must be %s", target, found, expected);
	free(found);
	faults_finish(&faults);
	selection_finish(&selection);
	url_finish(&url);
}

static void parameters_of_customers(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(customer_cases); i++)
		check(&customers_collection, OPS_ALL, customer_cases[i].target,
		      customer_cases[i].expected);
}

static void parameters_of_products(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(product_cases); i++)
		check(&products_collection, OPS_TEXT, product_cases[i].target,
		      product_cases[i].expected);
}

static const struct {
	const char *target;
	bool ok;
	const char *second; /* segment */
} targets[] = {
	{ "/api/customers", true, "customers" },
	{ "http://127.0.0.1:8085/api/customers?x=y", true, "customers" },
	{ "/api/A%2FB%20%C3%85?q=%00", false, NULL },
	{ "/api/A%2FB%20%C3%85", true, "A/B \xc3\x85" },
	{ "/api/a+b", true, "a+b" }, /* a space in the query alone */
	{ "/api/%ff", false, NULL },
	{ "/api/%4", false, NULL },
	{ "/api/%zz", false, NULL },
	{ "/api/?%zz=1", false, NULL },
	{ "/1/2/3/4/5/6/7/8/9", false, NULL },
	{ "*", false, NULL },
	{ "http://host", false, NULL },
};

static void targets_are_decoded_piece_by_piece(void **state)
{
	struct url url;
	struct error err;

	(void)state;
	for (size_t i = 0; i < CASES(targets); i++) {
		if (url_parse(&url, targets[i].target, &err) != targets[i].ok)
			fail_msg("%s: taken for the opposite", targets[i].target);
		if (targets[i].ok)
			assert_string_equal(url.segments[1], targets[i].second);
		url_finish(&url);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parameters_of_customers),
		cmocka_unit_test(parameters_of_products),
		cmocka_unit_test(targets_are_decoded_piece_by_piece),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
