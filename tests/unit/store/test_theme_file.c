/* test_theme_file.c - themes in files: what is read, every mistake with its place, where they lie.
 */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <sys/stat.h>

#include "base/error.h"
#include "base/text_list.h"
#include "base/theme.h"
#include "store/folder.h"
#include "store/theme_file.h"

static bool read_text(const char *text, struct theme *theme, struct error *err)
{
	char *path, *message;
	FILE *file;

	assert_true(asprintf(&path, "%s/F", getenv("XDG_STATE_HOME")) > 0);
	assert_non_null(file = fopen(path, "w"));
	fputs(text, file);
	fclose(file);
	bool read = theme_file_read(path, theme, err);
	size_t folder = strlen(path) - 1;
	free(path);
	if (!read) { /* tests name the file F */
		message = strdup(err->message);
		snprintf(err->message, sizeof(err->message), "%.200s",
			 strlen(message) > folder ? message + folder : message);
		free(message);
	}
	return read;
}

static void a_file_changes_what_it_names(void **state)
{
	const struct theme *light = theme_named("light");
	struct theme theme;
	struct error err = { 0 };

	(void)state;
	if (!read_text("# mine\nbased-on = Light\n"
		       "role title { foreground = blue background = 230 bold = false underline = "
		       "yes }\n"
		       "role Key-Cell {\n}\n"
		       "role error { reverse = true }\n",
		       &theme, &err))
		fail_msg("%s", err.message);
	const struct look *title = &theme.looks[ROLE_TITLE], *error = &theme.looks[ROLE_ERROR];
	assert_true(title->foreground == COLOUR_BLUE && title->background == 230);
	assert_true(!title->bold && title->underline && !title->reverse);
	assert_true(error->foreground == light->looks[ROLE_ERROR].foreground && error->bold &&
		    error->reverse);
	assert_memory_equal(&theme.looks[ROLE_CHANGED], &light->looks[ROLE_CHANGED],
			    sizeof(struct look));
}

static void an_empty_file_is_dark(void **state)
{
	struct theme theme;

	(void)state;
	assert_true(read_text("", &theme, NULL));
	assert_null(theme.name);
	assert_memory_equal(theme.looks, theme_named("dark")->looks, sizeof(theme.looks));
}

static const struct {
	const char *text, *message;
} mistakes[] = {
	{ "role titel { }", "F:1: titel: no such role, did you mean title?" },
	{ "\nrole titel { bold = true }", "F:2: titel: no such role, did you mean title?" },
	{ "role title {\n  bould = true\n}",
	  "F:2: bould: no such word in a role, did you mean bold?" },
	{ "bold = true", "F:1: bold: this word belongs into role NAME { }" },
	{ "basd-on = dark", "F:1: basd-on: no such word, did you mean based-on?" },
	{ "\nbased-on = drak", "F:2: based-on is drak, which is not built in, did you mean dark?" },
	{ "role title { }\nbased-on = dark", "F:2: based-on stands above the first role" },
	{ "role title { foreground = purple }",
	  "F:1: foreground: purple is no colour (expected default, black, red," },
	{ "role title { foreground = 256 }", "F:1: foreground: 256 is no colour" },
	{ "role title { bold = perhaps }", "F:1: bold is perhaps, but takes true or false" },
	{ "role title { }\nrole title { }", "F:2: there is a role title already" },
	{ "role \"\" { }", "F:1: a role needs a name, such as: role title {" },
	{ "role { }", "F:1: role: write a name and { behind it, such as: role title {" },
	{ "role title {", "F:1: the { that stands here is not closed" },
	{ "bind(list, x, open)", "F:1: bind: no such word" },
};

static void a_mistake_names_its_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(mistakes); i++) {
		struct theme theme = { .name = "untouched" };
		struct error err = { 0 };

		if (read_text(mistakes[i].text, &theme, &err))
			fail_msg("%s: was read", mistakes[i].text);
		if (strncmp(err.message, mistakes[i].message, strlen(mistakes[i].message)) != 0)
			fail_msg("%s:\n%s, not\n%s", mistakes[i].text, err.message,
				 mistakes[i].message);
		assert_string_equal(theme.name, "untouched");
	}
}

static void put_theme(const char *config_home, const char *name, const char *text)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/nymble-tui", config_home);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/nymble-tui/themes", config_home);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/nymble-tui/themes/%s.theme", config_home, name);
	folder_put(path, text);
}

static void a_name_is_looked_up(void **state)
{
	struct theme theme;
	struct error err = { 0 };
	struct text_list names = { 0 };
	char path[512];

	setenv("XDG_CONFIG_HOME", *state, 1);
	put_theme(*state, "night-shift", "role title { foreground = 33 }");
	put_theme(*state, "dark", "role title { foreground = 33 }");
	put_theme(*state, "broken", "\n\nrole title { foreground = ? }");
	assert_true(theme_find("night-shift", &theme, &err));
	assert_int_equal(theme.looks[ROLE_TITLE].foreground, 33);
	assert_true(theme_find("dark", &theme, &err)); /* what is built in cannot be hidden */
	assert_string_equal(theme.name, "dark");
	snprintf(path, sizeof(path), "%s/nymble-tui/themes/night-shift.theme", (char *)*state);
	assert_true(theme_find(path, &theme, &err));

	assert_false(theme_find("night-shfit", &theme, &err));
	assert_non_null(strstr(err.message,
			       "night-shfit: no such theme, did you mean night-shift? "
			       "(there are dark, light, high-contrast, mono, broken, night-shift"));
	assert_int_equal(err.code, ERROR_INPUT);
	assert_false(theme_find("./nothing.theme", &theme, &err));
	assert_int_equal(err.code, ERROR_INPUT);
	assert_false(theme_find("broken", &theme, &err));
	assert_non_null(strstr(err.message, "/themes/broken.theme:3: foreground: ? is no colour"));

	theme_add_names(&names);
	assert_true(names.count >= 6);
	assert_string_equal(text_list_at(&names, 4), "broken");
	assert_string_equal(text_list_at(&names, 5), "night-shift");
	text_list_finish(&names);
	unsetenv("XDG_CONFIG_HOME");
}

/* ux: «Red and green never face each other.» */
static void the_samples_keep_the_rules(void **state)
{
	static const char *const samples[] = { "amber", "dusk", "paper" };

	(void)state;
	for (size_t i = 0; i < CASES(samples); i++) {
		struct theme theme;
		struct error err = { 0 };
		char path[512];

		snprintf(path, sizeof(path), "%s/data/themes/%s.theme", getenv("TOP_SRCDIR"),
			 samples[i]);
		if (!theme_file_read(path, &theme, &err))
			fail_msg("%s", err.message);
		for (enum role role = 0; role < ROLE_COUNT; role++)
			assert_int_not_equal(colour_within(theme.looks[role].foreground, 8),
					     COLOUR_GREEN);
		assert_int_equal(theme.looks[ROLE_NORMAL].background, COLOUR_DEFAULT);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_file_changes_what_it_names),      IN_FOLDER(an_empty_file_is_dark),
		IN_FOLDER(a_mistake_names_its_line),          IN_FOLDER(a_name_is_looked_up),
		cmocka_unit_test(the_samples_keep_the_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
