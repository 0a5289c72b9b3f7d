/* What a token says about us is shown; what it does not say is no error. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/claims.h"
#include "schema/json.h"

/* {"sub":"svc_backoffice","OrganizationId":"org_7d21c0e4","OrgCode":"harborline","role":"Admin",
 * "exp":1893456000}, HS256: nymble.openapi.yaml, login. */
#define CONTRACT_TOKEN                                                                             \
	"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."                                                    \
	"eyJzdWIiOiJzdmNfYmFja29mZmljZSIsIk9yZ2FuaXphdGlvbklkIjoib3Jn"                             \
	"XzdkMjFjMGU0IiwiT3JnQ29kZSI6ImhhcmJvcmxpbmUiLCJyb2xlIjoiQWRtaW4iLCJleHAiOjE4OTM0NTYwMDB9" \
	".not-a-real-"                                                                             \
	"signature"

static const struct {
	const char *token;
	const char *organization, *role, *price_tier, *currency;
	int64_t expires_at;
} tokens[] = {
	{ CONTRACT_TOKEN, "harborline", "Admin", NULL, NULL, 1893456000 },
	/* alg none; role: ["Admin","SalesRep"], PriceTier: Wholesale, CurrencyCode: USD */
	{ "eyJhbGciOiJub25lIn0."
	  "eyJyb2xlIjpbIkFkbWluIiwiU2FsZXNSZXAiXSwiUHJpY2VUaWVyIjoiV2hvbGVzYWxlIiwiQ3VycmVuY3lDb2Rl"
	  "IjoiVVNEIn0.",
	  NULL, "Admin, SalesRep", "Wholesale", "USD", 0 },
	{ "opaque-0123456789", NULL, NULL, NULL, NULL, 0 },
	{ "", NULL, NULL, NULL, NULL, 0 },
	{ "a.b.c", NULL, NULL, NULL, NULL, 0 },
	/* {"alg":"XX512"}: no algorithm that libjwt has */
	{ "eyJhbGciOiJYWDUxMiJ9.eyJyb2xlIjoiQWRtaW4ifQ.c2ln", NULL, NULL, NULL, NULL, 0 },
};

static const struct {
	const char *answer;
	int64_t expires_at;
} ends[] = {
	{ "{\"exp\":253402300799}", 253402300799 },
	{ "{\"exp\":253402300800}", 0 }, /* beyond the year 9999 */
	{ "{\"exp\":9223372036854775806}", 0 },
	{ "{\"exp\":-9223372036854775807}", 0 },
	{ "{\"exp\":\"soon\"}", 0 },
};

static void an_impossible_end_is_not_believed(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(ends); i++) {
		struct json *answer = json_parse(ends[i].answer, strlen(ends[i].answer), NULL);
		struct claims claims = { 0 };

		claims_add(&claims, answer);
		assert_int_equal(claims.expires_at, ends[i].expires_at);
		claims_finish(&claims);
		json_free(answer);
	}
}

static void assert_same_text(const char *actual, const char *expected)
{
	if (expected)
		assert_string_equal(actual, expected);
	else
		assert_null(actual);
}

static void tokens_tell_who_we_are_or_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(tokens); i++) {
		struct claims claims = { 0 };
		claims_add_token(&claims, tokens[i].token);
		assert_same_text(claims.organization, tokens[i].organization);
		assert_same_text(claims.role, tokens[i].role);
		assert_same_text(claims.price_tier, tokens[i].price_tier);
		assert_same_text(claims.currency, tokens[i].currency);
		assert_int_equal(claims.expires_at, tokens[i].expires_at);
		claims_finish(&claims);
	}
}

static void the_answer_fills_what_the_token_leaves_out(void **state)
{
	static const char answer[] = "{\"ROLE\":\"Customer\",\"orgcode\":\"\",\"PriceTier\":null,"
				     "\"currencyCode\":\"SEK\"}";
	struct json *object = json_parse(answer, strlen(answer), NULL);
	struct claims claims = { 0 };

	(void)state;
	claims_add_token(&claims, CONTRACT_TOKEN);
	claims_add(&claims, object);
	assert_string_equal(claims.role, "Admin");
	assert_string_equal(claims.currency, "SEK");
	assert_null(claims.price_tier);
	claims_finish(&claims);
	claims_add(&claims, object);
	assert_string_equal(claims.role, "Customer");
	assert_null(claims.organization);
	claims_finish(&claims);
	json_free(object);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_tell_who_we_are_or_nothing),
		cmocka_unit_test(the_answer_fills_what_the_token_leaves_out),
		cmocka_unit_test(an_impossible_end_is_not_believed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
