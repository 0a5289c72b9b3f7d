/* What the contract demands of bodies: each case is a body and what is said about it. */
/* SPDX-License-Identifier: ISC */
#include "fixture.h"
#include "unit.h"

#include "base/alloc.h"
#include "schema/json.h"

#define GOOD                                                                                       \
	"\"customerNumber\":\"N-1\",\"companyName\":\"New\",\"companyEmail\":\"a@b\",\"pricing\":" \
	"\"retail\""

/* Field and message of the first fault; "" when it is accepted. */
struct body_case {
	const char *body, *fault;
};

static const struct body_case upserts[] = {
	{ "{" GOOD "}", "" },
	{ "{\"CustomerNumber\":\"N-1\",\"CompanyName\":\"New\",\"CompanyEmail\":\"a@b\","
	  "\"Pricing\":\"RETAIL\"}",
	  "" }, /* N3, N15 */
	{ "{\"companyName\":\"New\",\"companyEmail\":\"a@b\",\"pricing\":\"Retail\"}",
	  "CustomerNumber Is needed." },
	{ "{\"customerNumber\":\"N-1\",\"companyEmail\":\"a@b\",\"pricing\":\"Retail\"}",
	  "CompanyName Is needed." },
	{ "{\"customerNumber\":\"N-1\",\"companyName\":\"\",\"companyEmail\":\"a@b\",\"pricing\":"
	  "\"Retail\"}",
	  "CompanyName Must not be empty." },
	{ "{\"customerNumber\":\"N-1\",\"companyName\":\"New\",\"companyEmail\":\"ab\",\"pricing\":"
	  "\"Retail\"}",
	  "CompanyEmail Must have at least 3 characters." },
	{ "{\"customerNumber\":\"N-1\",\"companyName\":\"New\",\"companyEmail\":"
	  "\"\xc3\xa5\xc3\xa5\",\"pricing\":\"Retail\"}",
	  "CompanyEmail Must have at least 3 characters." },
	{ "{\"customerNumber\":\"N-1\",\"companyName\":\"New\",\"companyEmail\":\"a@b\","
	  "\"pricing\":\"Gold\"}",
	  "Pricing No price tier with this name is configured." },
	{ "{\"customerNumber\":7,\"companyName\":\"New\",\"companyEmail\":\"a@b\",\"pricing\":"
	  "\"Retail\"}",
	  "CustomerNumber Must be text." },
	{ "{" GOOD ",\"terms\":null}", "Terms Must be text." }, /* a writer never sends null */
	{ "{" GOOD ",\"terms\":\"\"}", "" },
	{ "{" GOOD ",\"active\":\"yes\"}", "Active Must be true or false." },
	{ "{" GOOD ",\"addresses\":{}}", "Addresses Must be a list." },
	{ "{" GOOD ",\"addresses\":[1]}", "Addresses[0] Must be an object." },
	{ "{" GOOD ",\"addresses\":[{},{\"addressType\":\"Home\"}]}",
	  "Addresses[1].AddressType Must be Billing or Shipping." },
	{ "{" GOOD ",\"Addresses\":[{\"AddressType\":\"billing\"}]}",
	  "Addresses[0].AddressType Must be Billing or Shipping." },
	{ "{" GOOD
	  ",\"addresses\":[{\"addressType\":\"Shipping\",\"line1\":null,\"isPrimary\":null}]}",
	  "" },
	{ "{" GOOD ",\"addresses\":[{\"city\":5}]}", "Addresses[0].City Must be text." },
	{ "{" GOOD ",\"contacts\":[{\"isPrimary\":1}]}",
	  "Contacts[0].IsPrimary Must be true or false." },
	{ "{" GOOD ",\"customerAttributes\":null}", "" },
	{ "{" GOOD ",\"customerAttributes\":{\"a\":1.50}}", "" },
	{ "{" GOOD ",\"customerAttributes\":[]}",
	  "CustomerAttributes Must be an object of names and values." },
	{ "{" GOOD ",\"currencyCode\":17,\"organizationId\":\"org_a\"}",
	  "" }, /* the service's own: ignored */
	{ "[]", "Body The body must be a JSON object." },
	{ "", "Body A JSON body is needed." },
	{ "{" GOOD, "Body line 1, column 84: a comma or } is expected" },
};

static const struct body_case patches[] = {
	{ "{\"companyPhone\":\"1\"}", "" },
	{ "{}", "Body Send at least one member to change." },
	{ "{\"currencyCode\":\"EUR\"}", "Body Send at least one member to change." },
	{ "{\"companyName\":\"\"}", "CompanyName Must not be empty." },
	{ "{\"pricing\":\"Gold\"}", "Pricing No price tier with this name is configured." },
	{ "{\"customerNumber\":\"A-1\",\"terms\":\"x\"}", "" },
	{ "{\"customerNumber\":\"A-2\",\"terms\":\"x\"}",
	  "CustomerNumber Differs from the one in the path." },
};

static const struct body_case products[] = {
	{ "{\"sku\":\"N-1\",\"name\":\"New\"}", "" },
	{ "{\"sku\":\"N-1\"}", "Name Is needed." },
	{ "{\"sku\":\"\",\"name\":\"New\"}", "Sku Must not be empty." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"price\":\"1\"}", "Price Must be a number." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"price\":-0.01}", "Price Must not be negative." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"price\":99999999999999999999.123456789}", "" },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"quantityOnHand\":-3}", "" },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"quantityOnHand\":1.5}",
	  "QuantityOnHand Must be a whole number." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"quantityIncrement\":-1}",
	  "QuantityIncrement Must not be negative." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"images\":[\"a.jpg\",{\"name\":\"b.jpg\"}]}",
	  "" }, /* N23 */
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"images\":[7]}", "Images[0] Must be text." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"prices\":[{\"tier\":\"Retail\",\"price\":1},{"
	  "\"tier\":\"retail\",\"price\":2,"
	  "\"atQuantity\":1}]}",
	  "Prices[1].Tier This tier has a price from this quantity already." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"pricePoints\":[{\"tier\":\"Retail\",\"price\":1,"
	  "\"atQuantity\":0}]}",
	  "Prices[0].AtQuantity Must be at least 1." }, /* N22 */
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"prices\":[{\"tier\":\"Gold\",\"price\":1}]}",
	  "Prices[0].Tier No price tier with this name is configured." },
	{ "{\"sku\":\"N-1\",\"name\":\"New\",\"prices\":[{\"price\":1}]}",
	  "Prices[0].Tier Is needed." },
};

static const struct body_case prices[] = {
	{ "{\"products\":[{\"sku\":\"P-1\",\"prices\":[{\"tier\":\"Retail\",\"price\":44}]}]}",
	  "" },
	{ "[{\"Sku\":\"p-1\",\"Prices\":[]}]", "" }, /* N21 */
	{ "{\"Items\":[{\"sku\":\"P-1\",\"prices\":[]}]}", "" },
	{ "{\"productPrices\":[{\"sku\":\"P-1\",\"prices\":[]}]}", "" },
	{ "{\"products\":[]}", "Products A list of at least one product is needed." },
	{ "{\"nonsense\":[]}", "Products A list of at least one product is needed." },
	{ "7", "Products A list of at least one product is needed." },
	{ "[7]", "Products[0] Must be an object." },
	{ "[{\"sku\":\"P-1\"}]", "Products[0].Prices Is needed." },
	{ "[{\"prices\":[]}]", "Products[0].Sku Is needed." },
	{ "[{\"sku\":\"P-1\",\"prices\":[]},{\"sku\":\"P-9\",\"prices\":[]}]",
	  "Products[1].Sku No product has this SKU." },
	{ "[{\"sku\":\"P-1\",\"prices\":[]},{\"sku\":\"p-1\",\"prices\":[]}]",
	  "Products[1].Sku This product is there twice." },
	{ "[{\"sku\":\"P-1\",\"prices\":[{\"tier\":\"Retail\",\"price\":-1}]}]",
	  "Products[0].Prices[0].Price Must not be negative." },
};

static const struct body_case logins[] = {
	{ "{\"OrgCode\":\"north\",\"ClientId\":\"admin\",\"ClientSecret\":\"secret\"}", "" },
	{ "{\"orgcode\":\"NORTH\",\"clientId\":\"admin\",\"CLIENTSECRET\":\"secret\"}", "" },
	{ "{\"ClientId\":\"admin\",\"ClientSecret\":\"secret\"}", "OrgCode Is needed." },
	{ "{\"OrgCode\":\"north\",\"ClientId\":\"\",\"ClientSecret\":\"secret\"}",
	  "ClientId Must be text that is not empty." },
	{ "{\"OrgCode\":\"north\",\"ClientId\":7,\"ClientSecret\":\"secret\"}",
	  "ClientId Must be text that is not empty." },
};

static char *first_fault(const struct reply *reply)
{
	struct json *problem = json_parse(reply->body, reply->len, NULL);
	const struct json *fault = json_first(json_member(problem, "errors"));
	char *text = reply->status != 400
			     ? xstrdup("")
			     : xasprintf("%s %s", json_name(fault), json_text(json_first(fault)));

	json_free(problem);
	return text;
}

/* Each body meets a sandbox of its own. */
static void check(const char *method, const char *target, const struct body_case *cases,
		  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct fixture fixture;
		fixture_start(&fixture);
		struct reply reply = ask(&fixture, ADMIN, method, target, cases[i].body);
		char *fault = first_fault(&reply);
		if (strcmp(fault, cases[i].fault) != 0 || (!*fault && reply.status >= 300))
			fail_msg("%s\n  is      %d %s\n  must be %s", cases[i].body, reply.status,
				 fault, cases[i].fault);
		free(fault);
		reply_finish(&reply);
		fixture_stop(&fixture);
	}
}

static void customers_that_are_new(void **state)
{
	(void)state;
	check("PUT", "/api/customers", upserts, CASES(upserts));
	check("POST", "/api/customers", upserts, CASES(upserts));
}

static void changes_of_a_customer(void **state)
{
	(void)state;
	check("PUT", "/api/customers/A-1", patches, CASES(patches));
}

static void products_that_are_new(void **state)
{
	(void)state;
	check("PUT", "/api/products", products, CASES(products));
}

static void prices_of_products(void **state)
{
	(void)state;
	check("PUT", "/api/products/prices", prices, CASES(prices));
	check("POST", "/api/products/prices", prices, CASES(prices));
}

static void bodies_of_logins(void **state)
{
	(void)state;
	check("POST", "/api/auth/login", logins, CASES(logins));
}

static void strict_wants_both_addresses(void **state)
{
	static const char one[] = "{" GOOD ",\"addresses\":[{\"addressType\":\"Shipping\"}]}";
	static const char two[] =
		"{" GOOD
		",\"addresses\":[{\"addressType\":\"Shipping\"},{\"addressType\":\"Billing\"}]}";
	struct fixture fixture;

	(void)state;
	fixture_start(&fixture);
	fixture.service.strict = true;
	assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers", one), 400); /* N12 */
	assert_int_equal(ask_status(&fixture, ADMIN, "PUT", "/api/customers", two), 201);
	assert_int_equal(
		ask_status(&fixture, ADMIN, "PUT", "/api/customers/N-1", "{\"terms\":\"x\"}"), 200);
	assert_int_equal(
		ask_status(&fixture, ADMIN, "PUT", "/api/customers/N-1", "{\"addresses\":[]}"),
		400);
	fixture_stop(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(customers_that_are_new),
		cmocka_unit_test(changes_of_a_customer),
		cmocka_unit_test(products_that_are_new),
		cmocka_unit_test(prices_of_products),
		cmocka_unit_test(bodies_of_logins),
		cmocka_unit_test(strict_wants_both_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
