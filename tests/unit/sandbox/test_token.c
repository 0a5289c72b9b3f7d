/* Tokens: only what we signed, in the way we sign, and not for longer than we said. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "sandbox/token.h"

static const char key[] = "0123456789abcdef0123456789abcdef";

/* Made elsewhere, of {"sub":"cli","exp":2000} unless said otherwise. */
static const struct {
	const char *what, *token;
	bool valid;
} tokens[] = {
	{ "ours",
	  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjbGkiLCJleHAiOjIwMDB9."
	  "iohsNGhiXYZ0d8sAI2w70xcunNG4XHABQob4DlppqNo",
	  true },
	{ "algorithm none", "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJjbGkiLCJleHAiOjIwMDB9.",
	  false },
	{ "algorithm HS512, the same key",
	  "eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjbGkiLCJleHAiOjIwMDB9."
	  "c-m8JU9DgFfakc3mbNjjTBBWlYr_iICpXDuVlxtvKvQiEqRlGs0NflCVZ-JYHA66CZulmi-Lf8SgJmR0UXTDwg",
	  false },
	{ "no exp",
	  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjbGkifQ.8WWgvnhTrCZ2P3qBaLxPKYenje-"
	  "Y4iWs-515cTKu77w",
	  false },
	{ "exp as text",
	  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjbGkiLCJleHAiOiIyMDAwIn0."
	  "DexBq_clPxDIzuktlSQzWeIzI3Shmcm-cFGyBndeo7s",
	  false },
	{ "another key",
	  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjbGkiLCJleHAiOjIwMDB9."
	  "TI3F5HhCblXJ-XGTw5fLO4JbPceHoohsnwYjW-WgY1g",
	  false },
	{ "nothing", "", false },
	{ "dots", "..", false },
	{ "no token", "key-admin", false },
};

static void only_our_signature_counts(void **state)
{
	struct claims claims;

	(void)state;
	for (size_t i = 0; i < CASES(tokens); i++) {
		if (token_verify(tokens[i].token, key, 1999, &claims) != tokens[i].valid)
			fail_msg("%s: taken for the opposite", tokens[i].what);
		if (tokens[i].valid)
			claims_finish(&claims);
	}
}

static void a_token_ends_with_its_second(void **state)
{
	struct claims claims;

	(void)state;
	assert_true(token_verify(tokens[0].token, key, 1999, &claims));
	assert_string_equal(claims.client_id, "cli");
	assert_int_equal(claims.expires_s, 2000);
	assert_null(claims.price_tier);
	claims_finish(&claims);
	assert_false(token_verify(tokens[0].token, key, 2000, &claims));
}

static void every_changed_letter_is_noticed(void **state)
{
	char client_id[] = "cli", organization_id[] = "org_n";
	struct claims claims, given = { .client_id = client_id,
					.organization_id = organization_id,
					.session = 3,
					.expires_s = 5000 };
	char *token = token_sign(&given, key);

	(void)state;
	assert_true(token_verify(token, key, 0, &claims));
	assert_string_equal(claims.organization_id, "org_n");
	assert_int_equal(claims.session, 3);
	claims_finish(&claims);
	/* The last letter of a base64 text has bits that stand for nothing. */
	for (size_t i = 0; i + 1 < strlen(token); i++) {
		char was = token[i];
		token[i] = was == 'A' ? 'B' : 'A';
		if (token[i + 1] != '.' && token_verify(token, key, 0, &claims))
			fail_msg("letter %zu changed, not noticed", i);
		token[i] = was;
	}
	free(token);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_our_signature_counts),
		cmocka_unit_test(a_token_ends_with_its_second),
		cmocka_unit_test(every_changed_letter_is_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
