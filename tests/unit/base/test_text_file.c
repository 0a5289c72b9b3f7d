/* Many texts on the disk. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text_file.h"

static struct text_file *new_file(void)
{
	struct error err = { 0 };
	struct text_file *file = text_file_new(&err);

	assert_string_equal(err.message, "");
	return file;
}

static void assert_text(const struct text_file *file, size_t i, const char *expected)
{
	size_t len;
	char *text = text_file_at(file, i, &len);

	assert_non_null(text);
	assert_string_equal(text, expected);
	assert_int_equal(len, strlen(expected));
	free(text);
}

static void none(void **state)
{
	struct text_file *file = new_file();

	(void)state;
	assert_int_equal(text_file_count(file), 0);
	text_file_free(file);
	text_file_free(NULL);
}

/* The text of number i: from nothing to longer than what is held back in memory. */
static char *text_of(size_t i)
{
	size_t len = i % 97 == 96 ? 200000 : i * 37 % 1000;
	char *text = xmalloc(len + 1);

	memset(text, (int)('a' + i % 26), len);
	text[len] = '\0';
	return text;
}

/* Each is what it was, read while others are still added, and in any order. */
static void many_of_all_lengths(void **state)
{
	enum { COUNT = 1000 };
	struct text_file *file = new_file();

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		char *text = text_of(i), *earlier = text_of(i / 2);

		assert_true(text_file_add(file, text, strlen(text), NULL));
		assert_text(file, i, text);
		assert_text(file, i / 2, earlier);
		free(earlier);
		free(text);
	}
	assert_int_equal(text_file_count(file), COUNT);
	for (size_t i = COUNT; i-- > 0;) {
		char *text = text_of(i);
		assert_text(file, i, text);
		free(text);
	}
	text_file_free(file);
}

static void nothing_is_left_in_the_folder(void **state)
{
	char folder[] = "/tmp/text-file-XXXXXX", *inside;
	struct stat st;

	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	struct text_file *file = new_file();
	assert_true(text_file_add(file, "x", 1, NULL));
	inside = xasprintf("%s/nymble-tui", folder);
	assert_int_equal(rmdir(inside), 0); /* only an empty one can go */
	text_file_free(file);
	assert_int_equal(stat(inside, &st), -1);
	rmdir(folder);
	free(inside);
}

static void without_a_place_it_says_so(void **state)
{
	struct error err = { 0 };

	(void)state;
	setenv("XDG_STATE_HOME", "/dev/null", 1);
	assert_null(text_file_new(&err));
	assert_int_equal(err.code, ERROR_SYSTEM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(none),
		cmocka_unit_test(many_of_all_lengths),
		cmocka_unit_test(nothing_is_left_in_the_folder),
		cmocka_unit_test(without_a_place_it_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
