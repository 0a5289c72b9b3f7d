/* Saved views: what is written reads back, two programs lose nothing of each other, and a broken file
 * is kept. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "store/profile_place.h"
#include "store/views.h"

struct home {
	char folder[32];
	struct profile *profile;
	char *path;
};

static int setup(void **state)
{
	struct home *home = calloc(1, sizeof(*home));

	strcpy(home->folder, "test-views-XXXXXX");
	assert_non_null(mkdtemp(home->folder));
	char *whole = realpath(home->folder, NULL);
	setenv("XDG_STATE_HOME", whole, 1);
	free(whole);
	home->profile = profile_new("north/point");
	home->path = profile_place(home->profile, "views", NULL);
	*state = home;
	return 0;
}

static int teardown(void **state)
{
	struct home *home = *state;
	char command[64];

	snprintf(command, sizeof(command), "rm -r %s", home->folder);
	assert_int_equal(system(command), 0);
	profile_free(home->profile);
	free(home->path);
	free(home);
	return 0;
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static struct view_text view(const char *name, const char *query)
{
	return (struct view_text){ "customers", name, "", query };
}

static void put(const struct home *home, struct views *views, const char *name, const char *query)
{
	struct error err = { 0 };
	struct view_text given = view(name, query);

	if (!views_put(home->profile, views, &given, &err))
		fail_msg("%s", err.message);
}

static const struct view_text kept[] = {
	{ "customers", "Wholesale in Maine", "customerNumber,companyName:30",
	  "pricing:equals:Wholesale sort=-companyName" },
	{ "customers", "say \"hi\"\nand # more", "", "terms:contains:\"a\\nb\"" },
	{ "products", "Wholesale in Maine", "", "" },
	{ "customers", "", "pricing", "sort=companyName" },
	{ "customers", "日本", "a b", "search=\"two words\"" },
};

static void views_read_back(void **state)
{
	const struct home *home = *state;
	struct views views = { 0 }, again;
	struct stat st;

	assert_true(views_load(home->profile, &views, NULL)); /* no file */
	assert_int_equal(views.count, 0);
	for (size_t i = 0; i < CASES(kept); i++)
		assert_true(views_put(home->profile, &views, &kept[i], NULL));
	assert_true(views_load(home->profile, &again, NULL));
	assert_int_equal(again.count, CASES(kept));
	for (size_t i = 0; i < CASES(kept); i++) {
		assert_string_equal(again.rows[i].resource, kept[i].resource);
		assert_string_equal(again.rows[i].name, kept[i].name);
		assert_string_equal(again.rows[i].columns, kept[i].columns);
		assert_string_equal(again.rows[i].query, kept[i].query);
	}
	assert_int_equal(stat(home->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	views_finish(&again);
	views_finish(&views);
}

static void views_are_found_changed_and_removed(void **state)
{
	const struct home *home = *state;
	struct views views = { 0 };
	struct error err = { 0 };

	put(home, &views, "Open", "active:equals:true");
	put(home, &views, "Closed", "active:equals:false");
	put(home, &views, "OPEN", "active:equals:true sort=companyName"); /* the same */
	assert_int_equal(views.count, 2);
	assert_string_equal(views_find(&views, "customers", "open")->query, "active:equals:true sort=companyName");
	assert_null(views_find(&views, "products", "open"));
	assert_false(views_rename(home->profile, &views, "customers", "Closed", "open", &err));
	assert_string_equal(err.message, "A view is called \"OPEN\" already");
	assert_false(views_rename(home->profile, &views, "customers", "Closed", "", &err));
	assert_true(views_rename(home->profile, &views, "customers", "Closed", "closed accounts", &err));
	assert_null(views_find(&views, "customers", "Closed"));
	assert_true(views_remove(home->profile, &views, "customers", "open", &err));
	assert_false(views_remove(home->profile, &views, "customers", "open", &err));
	assert_string_equal(err.message, "There is no view \"open\" any more.");
	assert_int_equal(views.count, 1);
	assert_string_equal(views.rows[0].name, "closed accounts");
	views_finish(&views);
}

static void write_text(const struct home *home, const char *text)
{
	struct error err = { 0 };

	if (!atomic_file_write(home->path, text, strlen(text), &err))
		fail_msg("%s", err.message);
}

static void a_broken_file_is_kept(void **state)
{
	static const char text[] = "customers One terms:equals:COD\ncustomers\ncustomers \"Two\n";
	const struct home *home = *state;
	struct views views;
	struct error err = { 0 };
	size_t len;
	char *aside = malloc(strlen(home->path) + 16);

	write_text(home, text);
	assert_false(views_load(home->profile, &views, &err));
	assert_non_null(strstr(err.message, "line 2: expected a list, a name in quotes and a query"));
	assert_int_equal(views.count, 1);
	assert_string_equal(views.rows[0].name, "One");
	views_finish(&views);
	sprintf(aside, "%s.broken-1", home->path);
	assert_non_null(strstr(err.message, aside));
	assert_text_take(atomic_file_read(aside, 1000, &len, NULL), text);
	assert_true(views_load(home->profile, &views, &err)); /* mended */
	views_finish(&views);

	write_text(home, "customers \xff\n"); /* the first one aside stays */
	assert_false(views_load(home->profile, &views, &err));
	views_finish(&views);
	assert_text_take(atomic_file_read(aside, 1000, &len, NULL), text);
	aside[strlen(aside) - 1] = '2';
	assert_text_take(atomic_file_read(aside, 1000, &len, NULL), "customers \xff\n");
	free(aside);
}

enum { PROGRAMS = 4, VIEWS_EACH = 20 };

/* Each program began with what was there before the others wrote. */
static void programs_lose_nothing_of_each_other(void **state)
{
	const struct home *home = *state;
	struct views views = { 0 };

	for (int program = 0; program < PROGRAMS; program++) {
		if (fork() > 0)
			continue;
		for (int i = 0; i < VIEWS_EACH; i++) {
			char name[32];
			snprintf(name, sizeof(name), "%d of %d", i, program);
			struct view_text given = view(name, "");
			if (!views_put(home->profile, &views, &given, NULL))
				_exit(1);
		}
		_exit(0);
	}
	for (int program = 0; program < PROGRAMS; program++) {
		int status;
		wait(&status);
		assert_int_equal(status, 0);
	}
	assert_true(views_load(home->profile, &views, NULL));
	assert_int_equal(views.count, PROGRAMS * VIEWS_EACH);
	views_finish(&views);
}

static void profiles_share_nothing(void **state)
{
	const struct home *home = *state;
	struct views views = { 0 }, other;
	struct profile *elsewhere = profile_copy(home->profile);

	put(home, &views, "Open", "");
	elsewhere->url = strdup("http://127.0.0.1:1");
	assert_true(views_load(elsewhere, &other, NULL));
	assert_int_equal(other.count, 0);
	profile_free(elsewhere);
	views_finish(&views);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(views_read_back),
		TEST(views_are_found_changed_and_removed),
		TEST(a_broken_file_is_kept),
		TEST(programs_lose_nothing_of_each_other),
		TEST(profiles_share_nothing),
	};
	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
