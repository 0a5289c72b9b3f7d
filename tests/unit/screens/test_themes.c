/* The configuration file takes the themes that there are: store/config_words.c cannot see ui/theme.c. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "store/config.h"
#include "ui/theme.h"

/* Reads a file that says theme = name. */
static bool load(const char *name, struct config *config, struct error *err)
{
	char path[] = "/tmp/nymble-themes-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0 && dprintf(fd, "theme = %s\n", name) > 0);
	close(fd);
	bool loaded = config_load(path, config, err);
	unlink(path);
	return loaded;
}

static void every_theme_can_be_chosen(void **state)
{
	char *names = xstrdup(theme_names()), *rest = NULL;

	(void)state;
	for (char *name = strtok_r(names, ", ", &rest); name; name = strtok_r(NULL, ", ", &rest)) {
		struct config config = { 0 };
		struct error err = { 0 };
		assert_non_null(theme_named(name));
		if (!load(name, &config, &err))
			fail_msg("%s", err.message);
		assert_string_equal(config.theme, name);
		config_finish(&config);
	}
	free(names);
}

static void no_other_is_offered(void **state)
{
	struct config config;
	struct error err = { 0 };

	(void)state;
	assert_false(load("blue", &config, &err));
	const char *offered = strstr(err.message, "one of: ");
	assert_non_null(offered);
	assert_string_equal(offered + strlen("one of: "), theme_names());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_theme_can_be_chosen),
		cmocka_unit_test(no_other_is_offered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
