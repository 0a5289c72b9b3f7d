/* The last calls, without their secrets. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "net/mask.h"
#include "net/trace.h"

#define JWT "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123"

static const struct {
	const char *body, *masked;
} bodies[] = {
	{ "", "" },
	{ "{\"ClientId\":\"a\",\"ClientSecret\":\"s3cret\"}",
	  "{\"ClientId\":\"a\",\"ClientSecret\":\"***\"}" },
	{ "{\"AccessToken\" : \"x\",\n\"TokenType\":\"api-key\"}",
	  "{\"AccessToken\" : \"***\",\n\"TokenType\":\"api-key\"}" },
	{ "{\"access_token\":\"x\",\"API-Key\":\"y\"}",
	  "{\"access_token\":\"***\",\"API-Key\":\"***\"}" },
	{ "{\"password\":12345,\"n\":1}", "{\"password\":\"***\",\"n\":1}" },
	{ "{\"password\":\"with \\\" quote, \\\\\",\"n\":1}", "{\"password\":\"***\",\"n\":1}" },
	{ "{\"password\":\"it was cut of", "{\"password\":\"***\"" },
	{ "{\"password\"", "{\"password\"" },
	{ "{\"password\":", "{\"password\":" },
	{ "{\"tokens\":{\"userToken\":\"x\"}}", "{\"tokens\":{\"userToken\":\"***\"}}" },
	{ "{\"Access\\u0054oken\":\"x\"}", "{\"Access\\u0054oken\":\"***\"}" },
	{ "{\"note\":\"token\",\"x\":\"password\"}", "{\"note\":\"token\",\"x\":\"password\"}" },
	{ "{\"note\":\"see " JWT " there\"}", "{\"note\":\"see *** there\"}" },
	{ "<p>" JWT "</p>", "<p>***</p>" },
	{ "keyJump", "keyJump" },
};

static void bodies_are_masked(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(bodies); i++) {
		/* Exactly as long as the text: the sanitizer sees a read behind it. */
		size_t len = strlen(bodies[i].body), masked_len;
		char *exact = xmalloc(len ? len : 1);
		memcpy(exact, bodies[i].body, len);
		char *masked = mask_body(exact, len, &masked_len);
		free(exact);
		assert_string_equal(masked, bodies[i].masked);
		assert_int_equal(masked_len, strlen(masked));
		free(masked);
	}
}

static void a_body_cut_anywhere_gives_no_secret_away(void **state)
{
	static const char body[] = "{\"a\":1,\"ClientSecret\":\"SECRET-SECRET\",\"t\":\"" JWT "\"}";
	size_t masked_len;

	(void)state;
	for (size_t len = 0; len < sizeof(body); len++) {
		char *masked = mask_body(body, len, &masked_len);
		assert_null(strstr(masked, "SECR"));
		assert_null(strstr(masked, "eyJhbGciOiJI"));
		free(masked);
	}
}

static const struct {
	const char *text, *masked;
} urls[] = {
	{ "https://api.example/api/customers?page=1&pageSize=25",
	  "https://api.example/api/customers?page=1&pageSize=25" },
	{ "https://api.example/x?access_token=abc&page=1", "https://api.example/x?access_token=***&page=1" },
	{ "https://api.example/x?page=1&apiKey=", "https://api.example/x?page=1&apiKey=***" },
	{ "https://api.example/x?filters%5B0%5D%5Bfield%5D=active&page=1",
	  "https://api.example/x?filters%5B0%5D%5Bfield%5D=active&page=1" },
	{ "https://api.example/x?access%5Ftoken=abc", "https://api.example/x?access%5Ftoken=***" },
	{ "https://api.example/x?access%255Ftoken=abc", "https://api.example/x?access%255Ftoken=***" },
	{ "https://user:pw@api.example/x@y", "https://api.example/x@y" },
	{ "https://api.example/" JWT "/y", "https://api.example/***/y" },
	{ "https://api.example/x?q=" JWT, "https://api.example/x?q=***" },
	{ "https://api.example", "https://api.example" },
}, headers[] = {
	{ "Authorization: Bearer abc.def", "Authorization: Bearer ***" },
	{ "authorization: abc", "authorization: ***" },
	{ "x-api-key: abc", "x-api-key: ***" },
	{ "X-Device-Token:abc", "X-Device-Token: ***" },
	{ "Accept: application/json", "Accept: application/json" },
};

static void urls_and_headers_are_masked(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(urls); i++)
		assert_text_take(mask_url(urls[i].text), urls[i].masked);
	for (size_t i = 0; i < CASES(headers); i++)
		assert_text_take(mask_header(headers[i].text), headers[i].masked);
}

static void add(struct trace *trace, const char *url, const char *answer)
{
	const struct trace_entry entry = {
		.method = "GET",
		.url = url,
		.headers = "Accept: */*\nAuthorization: Bearer secret\n",
		.status = 200,
		.answer = { .text = answer, .len = strlen(answer), .full_len = strlen(answer) },
	};

	trace_add(trace, &entry);
}

static void what_is_recorded_is_masked(void **state)
{
	struct trace *trace = trace_new(0);

	(void)state;
	add(trace, "https://api.example/x?token=secret", "{\"AccessToken\":\"secret\"}");
	const struct trace_entry *entry = trace_at(trace, 0);
	assert_string_equal(entry->url, "https://api.example/x?token=***");
	assert_string_equal(entry->headers, "Accept: */*\nAuthorization: Bearer ***\n");
	assert_string_equal(entry->answer.text, "{\"AccessToken\":\"***\"}");
	assert_false(entry->answer.cut);
	assert_null(entry->request.text);
	assert_false(entry->request.cut);
	trace_free(trace);
}

static void count(void *data)
{
	++*(int *)data;
}

static void the_oldest_goes(void **state)
{
	struct trace *trace = trace_new(3);
	int changes = 0;

	(void)state;
	assert_null(trace_at(trace, 0));
	trace_on_change(trace, count, &changes);
	for (int i = 1; i <= 5; i++) {
		char *url = xasprintf("https://api.example/%d", i);
		add(trace, url, "");
		free(url);
	}
	assert_int_equal(changes, 5);
	assert_int_equal(trace_count(trace), 3);
	assert_string_equal(trace_at(trace, 0)->url, "https://api.example/5");
	assert_string_equal(trace_at(trace, 2)->url, "https://api.example/3");
	assert_null(trace_at(trace, 3));
	assert_int_equal(trace_at(trace, 1)->number, 4);
	trace_free(trace);
}

static void bodies_have_a_ceiling_each_and_together(void **state)
{
	struct trace *trace = trace_new(0);
	char *big = xmalloc(100 * 1000);
	size_t kept = 0;

	(void)state;
	memset(big, 'x', 100 * 1000 - 1);
	big[100 * 1000 - 1] = '\0';
	for (int i = 0; i < TRACE_CALLS; i++)
		add(trace, "https://api.example/", big);
	free(big);
	for (size_t i = 0; i < trace_count(trace); i++) {
		const struct trace_body *body = &trace_at(trace, i)->answer;
		kept += body->len;
		assert_true(body->cut);
		assert_int_equal(body->full_len, 100 * 1000 - 1);
	}
	assert_int_equal(trace_at(trace, 0)->answer.len, TRACE_BODY_MAX);
	assert_null(trace_at(trace, TRACE_CALLS - 1)->answer.text);
	assert_int_equal(kept, TRACE_BODIES_MAX); /* 64 of 8 KiB */
	trace_free(trace);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bodies_are_masked),
		cmocka_unit_test(a_body_cut_anywhere_gives_no_secret_away),
		cmocka_unit_test(urls_and_headers_are_masked),
		cmocka_unit_test(what_is_recorded_is_masked),
		cmocka_unit_test(the_oldest_goes),
		cmocka_unit_test(bodies_have_a_ceiling_each_and_together),
	};

	return cmocka_run_group_tests_name("trace", tests, NULL, NULL);
}
