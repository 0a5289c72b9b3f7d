/* Who may be talked to: https, or http to this machine. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "net/net.h"
#include "net/origin.h"

static const struct {
	const char *url;
	const char *name; /* NULL: refused */
} urls[] = {
	{ "https://api.example", "api.example" },
	{ "https://API.example:443/v2/x?y", "API.example" },
	{ "https://api.example:8443/", "api.example:8443" },
	{ "http://127.0.0.1:4010", "127.0.0.1:4010" },
	{ "http://127.8.9.10/", "127.8.9.10" },
	{ "http://localhost:80", "localhost" },
	{ "http://[::1]:4010/", "[::1]:4010" },
	{ "http://api.example", NULL },
	{ "http://128.0.0.1/", NULL },
	{ "http://localhost.example/", NULL },
	{ "http://127.0.0.1.example/", NULL },
	{ "http://[::2]/", NULL },
	{ "http://user:secret@127.0.0.1/", NULL },
	{ "https://api.example@evil.example/", NULL },
	{ "ftp://api.example/", NULL },
	{ "file:///etc/passwd", NULL },
	{ "api.example", NULL },
	{ "https://", NULL },
	{ "", NULL },
	{ "https://a b/", NULL },
	{ "https://api.example:99999/", NULL },
};

static void an_origin_is_https_or_this_machine(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(urls); i++) {
		struct origin origin;
		struct error err = { 0 };
		bool ok = origin_parse(&origin, urls[i].url, &err);

		if (ok != (urls[i].name != NULL))
			print_error("%s\n", urls[i].url);
		assert_int_equal(ok, urls[i].name != NULL);
		assert_int_equal(net_url_allowed(urls[i].url, NULL), ok);
		if (ok)
			assert_text_take(origin_name(&origin), urls[i].name);
		else
			assert_true(err.code == ERROR_INPUT && *err.message);
		origin_finish(&origin);
	}
}

static void plain_http_is_told_from_nonsense(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_false(net_url_allowed("http://api.example/x", &err));
	assert_string_equal(
		err.message,
		"Plain http is only allowed to this machine; use https for api.example");
	assert_false(net_url_allowed("nonsense", &err));
	assert_string_equal(err.message,
			    "Expected a URL such as https://api.example or http://127.0.0.1:4010");
	assert_false(net_url_allowed("https://u:p@api.example/", &err));
	assert_string_equal(err.message, "A URL with a user name or password in it is not allowed");
}

static const struct {
	const char *a, *b;
	bool equal;
} pairs[] = {
	{ "https://api.example", "https://api.example:443/x", true },
	{ "https://api.example", "https://API.EXAMPLE/", true },
	{ "https://api.example", "https://api.example:444/", false },
	{ "https://api.example", "https://api.example.evil.example/", false },
	{ "http://127.0.0.1:1", "http://127.0.0.1:2", false },
	{ "http://127.0.0.1", "https://127.0.0.1:80", false },
};

static void an_origin_is_scheme_host_and_port(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(pairs); i++) {
		struct origin a, b;

		assert_true(origin_parse(&a, pairs[i].a, NULL));
		assert_true(origin_parse(&b, pairs[i].b, NULL));
		assert_int_equal(origin_equal(&a, &b), pairs[i].equal);
		origin_finish(&a);
		origin_finish(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_origin_is_https_or_this_machine),
		cmocka_unit_test(plain_http_is_told_from_nonsense),
		cmocka_unit_test(an_origin_is_scheme_host_and_port),
	};

	return cmocka_run_group_tests_name("origin", tests, NULL, NULL);
}
