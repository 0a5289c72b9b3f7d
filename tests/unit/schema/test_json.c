/* What is no JSON is refused with its place; what is JSON loses nothing. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "schema/json.h"

static const char *const kept[] = {
	"{}",
	"[]",
	"null",
	"\"text\"",
	"-0.50",
	"{\"id\":9007199254740993,\"big\":1e400,\"exact\":12.500000}",
	"{\"cut\":\"a\\u0000b\",\"slash\":\"\\/\",\"accent\":\"\\u00e9\",\"lone\":\"\\ud800\"}",
	"{\"twice\":1,\"twice\":2}",
	"{\"k\\u0000z\":1,\"\":2,\"\\u0001s\":3}",
	"[\"\\u0001n5\",\"\\u0001s\",\"\\\"\\\\\\b\\f\\n\\r\\t\",\"日本\"]",
	"[[[[{\"a\":[true,false,null]}]]]]",
};

static void what_nobody_touched_leaves_as_it_came(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(kept); i++) {
		struct error err = { 0 };
		struct json *json = json_parse(kept[i], strlen(kept[i]), &err);
		if (!json)
			fail_msg("%s: %s", kept[i], err.message);
		assert_text_take(json_print(json), kept[i]);
		struct json *copy = json_copy(json);
		assert_text_take(json_print(copy), kept[i]);
		assert_true(json_equal(json, copy) || strstr(kept[i], "twice"));
		json_free(copy);
		json_free(json);
	}
}

static const struct {
	const char *text, *message;
} refused[] = {
	{ "", "line 1, column 1: the text ends where a value is expected" },
	{ "{\"a\":1,}", "line 1, column 8: a member name in quotes is expected" },
	{ "{\n \"a\" 1}", "line 2, column 6: a colon is expected" },
	{ "[1,2", "line 1, column 5: a comma or ] is expected" },
	{ "[01]", "line 1, column 3: a number does not begin with 0" },
	{ "[1.]", "line 1, column 4: a digit is expected" },
	{ "[+1]", "line 1, column 2: a value is expected" },
	{ "[NaN]", "line 1, column 2: a value is expected" },
	{ "[nul]", "line 1, column 2: a value is expected" },
	{ "\"a\nb\"", "line 1, column 3: a control character must be escaped" },
	{ "\"abc", "line 1, column 5: a string has no end" },
	{ "\"\\x41\"", "line 1, column 3: no such escape" },
	{ "\"\\u12g4\"", "line 1, column 6: \\u wants four hexadecimal digits" },
	{ "{} x", "line 1, column 4: nothing is expected behind the value" },
	{ "\"\xff\"", "the text is not UTF-8" },
};

static void mistakes_are_named_with_their_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(refused); i++) {
		struct error err = { 0 };
		assert_null(json_parse(refused[i].text, strlen(refused[i].text), &err));
		assert_string_equal(err.message, refused[i].message);
		assert_int_equal(err.code, ERROR_INPUT);
	}
	assert_null(json_parse("[1\0]", 4, NULL));
}

static struct json *parse_zeros(size_t count, struct error *err)
{
	size_t len = 2 * count + 1;
	char *text = malloc(len);

	for (size_t i = 1; i < len; i++)
		text[i] = i % 2 ? '0' : ',';
	text[0] = '[';
	text[len - 1] = ']';
	struct json *json = json_parse(text, len, err);
	free(text);
	return json;
}

static void the_number_of_values_has_a_limit(void **state)
{
	struct error err = { 0 };

	(void)state;
	struct json *json = parse_zeros(JSON_MAX_VALUES - 1, &err); /* the array is one too */
	assert_int_equal(json_size(json), JSON_MAX_VALUES - 1);
	json_free(json);
	assert_null(parse_zeros(JSON_MAX_VALUES, &err));
	assert_string_equal(err.message, "line 1, column 2000000: too many values");
}

static void nesting_has_a_limit(void **state)
{
	char text[2 * JSON_MAX_DEPTH + 3] = "";
	struct error err = { 0 };

	(void)state;
	memset(text, '[', JSON_MAX_DEPTH);
	memset(text + JSON_MAX_DEPTH, ']', JSON_MAX_DEPTH);
	struct json *json = json_parse(text, 2 * JSON_MAX_DEPTH, &err);
	assert_non_null(json);
	json_free(json);
	memset(text, '[', JSON_MAX_DEPTH + 1);
	memset(text + JSON_MAX_DEPTH + 1, ']', JSON_MAX_DEPTH + 1);
	assert_null(json_parse(text, 2 * JSON_MAX_DEPTH + 2, &err));
	assert_non_null(strstr(err.message, "nesting"));
}

static void values_are_read_as_people_mean_them(void **state)
{
	static const char text[] = "{\"Name\":\"a\\u0000b\\ud83d\\ude00\",\"n\":12.0,\"m\":7,\"f\":1.5,\"t\":true,"
				   "\"z\":null,\"big\":9223372036854775808,\"e\":[1,2,3]}";
	struct json *json = json_parse(text, strlen(text), NULL);
	int64_t number;

	(void)state;
	assert_non_null(json);
	assert_string_equal(json_member_text(json, "name"), "a\xef\xbf\xbd" "b😀");
	assert_null(json_member_exact(json, "name"));
	assert_string_equal(json_member_text(json, "f"), "1.5");
	assert_true(json_integer(json_member(json, "n"), &number) && number == 12);
	assert_true(json_integer(json_member(json, "m"), &number) && number == 7);
	assert_false(json_integer(json_member(json, "f"), &number));
	assert_false(json_integer(json_member(json, "big"), &number));
	assert_true(json_is_true(json_member(json, "t")));
	assert_int_equal(json_type(json_member(json, "z")), JSON_NULL);
	assert_int_equal(json_type(json_member(json, "absent")), JSON_NULL);
	assert_int_equal(json_size(json_member(json, "e")), 3);
	assert_string_equal(json_text(json_at(json_member(json, "e"), 1)), "2");
	assert_null(json_at(json_member(json, "e"), 3));
	assert_int_equal(json_size(NULL), 0);
	json_free(json);
}

static void changes_stay_in_their_place(void **state)
{
	static const char text[] = "{\"a\":1,\"b\":[1,2],\"c\":\"\\/\"}";
	struct json *json = json_parse(text, strlen(text), NULL);

	(void)state;
	json_put_take(json, "a", json_new_string("new \"text\""));
	json_put_take(json, "d", json_new_bool(true));
	struct json *list = json_edit(json, json_member(json, "b"));
	json_insert_take(list, 0, json_new_integer(-5));
	json_append_take(list, json_new_number("1e400"));
	json_remove(list, json_at(list, 1));
	json_rename(json, json_member(json, "c"), "see");
	assert_text_take(json_print(json),
			 "{\"a\":\"new \\\"text\\\"\",\"b\":[-5,2,1e400],\"see\":\"\\/\",\"d\":true}");
	struct json *taken = json_detach(json, json_member(json, "b"));
	assert_text_take(json_print(taken), "[-5,2,1e400]");
	assert_text_take(json_print_pretty(json),
			 "{\n  \"a\": \"new \\\"text\\\"\",\n  \"see\": \"\\/\",\n  \"d\": true\n}");
	json_free(taken);
	json_free(json);
}

static void a_child_goes_where_it_is_put(void **state)
{
	static const struct { size_t at; const char *after; } rows[] = {
		{ 0, "{\"x\":0,\"a\":1,\"b\":2}" },
		{ 1, "{\"a\":1,\"x\":0,\"b\":2}" },
		{ 2, "{\"a\":1,\"b\":2,\"x\":0}" },
		{ 9, "{\"a\":1,\"b\":2,\"x\":0}" },
	};

	(void)state;
	for (size_t i = 0; i < CASES(rows); i++) {
		struct json *json = json_parse("{\"x\":0,\"a\":1,\"b\":2}", 19, NULL);
		json_insert_take(json, rows[i].at, json_detach(json, json_first(json)));
		assert_text_take(json_print(json), rows[i].after);
		json_free(json);
	}
}

/* A name may be written as no name of ours is; whoever changes the value keeps it. */
static void names_are_kept_byte_for_byte(void **state)
{
	static const char text[] = "{\"\\u0000\":1,\"b\":2}";
	struct json *json = json_parse(text, strlen(text), NULL);

	(void)state;
	json_replace_take(json, json_first(json), json_new_string("x"));
	json_rename_like(json, json_at(json, 1), json_first(json));
	assert_text_take(json_print(json), "{\"\\u0000\":\"x\",\"\\u0000\":2}");
	json_free(json);
}

static const struct {
	const char *a, *b;
	bool equal;
} pairs[] = {
	{ "{\"a\":1,\"a\":2,\"b\":3}", "{\"b\":3,\"a\":1,\"a\":2}", true },
	{ "{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}", false },
	{ "{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":1}", false },
	{ "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true },
	{ "1.0", "1", true },
	{ "1e400", "1e400", true },
	{ "1e400", "2e400", false },
	{ "9007199254740993", "9007199254740992", false },
	{ "\"\\/\"", "\"/\"", true },
	{ "[1,2]", "[2,1]", false },
	{ "{\"a\":1}", "{\"a\":1,\"b\":2}", false },
	{ "null", "false", false },
};

static void a_member_is_copied_as_its_name_was_written(void **state)
{
	static const char text[] = "{\"k\\u0000z\":1,\"\\u0061\":[1.0],\"b\":2}";
	struct json *from = json_parse(text, strlen(text), NULL);
	struct json *into = json_parse("{\"b\":0}", 7, NULL);

	(void)state;
	for (int again = 0; again < 2; again++)
		for (const struct json *member = json_first(from); member; member = json_next(member))
			json_put_copy(into, member);
	assert_text_take(json_print(into), "{\"b\":2,\"k\\u0000z\":1,\"\\u0061\":[1.0]}");
	json_free(into);
	json_free(from);
}

static void equality_is_of_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(pairs); i++) {
		struct json *a = json_parse(pairs[i].a, strlen(pairs[i].a), NULL);
		struct json *b = json_parse(pairs[i].b, strlen(pairs[i].b), NULL);
		if (json_equal(a, b) != pairs[i].equal || json_equal(b, a) != pairs[i].equal)
			fail_msg("%s and %s", pairs[i].a, pairs[i].b);
		json_free(a);
		json_free(b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_nobody_touched_leaves_as_it_came),
		cmocka_unit_test(mistakes_are_named_with_their_place),
		cmocka_unit_test(the_number_of_values_has_a_limit),
		cmocka_unit_test(nesting_has_a_limit),
		cmocka_unit_test(values_are_read_as_people_mean_them),
		cmocka_unit_test(changes_stay_in_their_place),
		cmocka_unit_test(a_child_goes_where_it_is_put),
		cmocka_unit_test(names_are_kept_byte_for_byte),
		cmocka_unit_test(a_member_is_copied_as_its_name_was_written),
		cmocka_unit_test(equality_is_of_values),
	};
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
