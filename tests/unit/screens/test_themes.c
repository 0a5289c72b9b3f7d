/* test_themes.c - the theme that a configuration names is checked before anything starts. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <unistd.h>

#include "base/error.h"
#include "base/theme.h"
#include "screens/app.h"
#include "store/config.h"

/* Reads a file that says theme = name, and checks it. */
static bool check(const char *name, struct error *err)
{
	char path[] = "test-themes-XXXXXX";
	int fd = mkstemp(path);
	struct config config;

	assert_true(fd >= 0 && dprintf(fd, "\ntheme = \"%s\"\n", name) > 0);
	close(fd);
	assert_true(config_load(path, &config, err));
	bool good = app_check_config(&config, err);
	config_finish(&config);
	unlink(path);
	return good;
}

static void what_is_built_in_can_be_chosen(void **state)
{
	const struct theme *theme;

	(void)state;
	for (size_t i = 0; (theme = theme_at(i)); i++)
		assert_true(check(theme->name, NULL));
	assert_true(check("Mono", NULL));
}

static void a_file_can_be_chosen(void **state)
{
	char *path;

	(void)state;
	assert_true(asprintf(&path, "%s/data/themes/dusk.theme", getenv("TOP_SRCDIR")) > 0);
	assert_true(check(path, NULL));
	free(path);
}

static void another_is_refused_with_its_place(void **state)
{
	struct error err = { 0 };

	(void)state;
	assert_false(check("drak", &err));
	assert_non_null(strstr(err.message,
			       ":2: drak: no such theme, did you mean dark? (there are "
			       "dark, light, high-contrast, mono"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_built_in_can_be_chosen),
		cmocka_unit_test(a_file_can_be_chosen),
		cmocka_unit_test(another_is_refused_with_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
