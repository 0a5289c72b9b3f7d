/* What the journal of personal data says, and what it does not. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/path.h"
#include "schema/resource.h"
#include "work/personal_file.h"
#include "work/personal_journal.h"

static char folder[] = "/tmp/nymble-personal-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) && setenv("XDG_STATE_HOME", folder, 1) == 0 && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
	char *command = xasprintf("rm -rf '%s'", folder);
	int status = system(command);

	(void)state;
	free(command);
	return status;
}

static const struct personal_entry entry = {
	.at_s = 1780387869,
	.tenant = "tnt-nordlys",
	.resource = "customers",
	.action = "export-personal-data",
	.key = "cus-\"1002\"",
	.bytes = 2310,
	.sha256 = "ab12",
};

#define LINE                                                                                                     \
	"{\"time\":\"2026-06-02T08:11:09Z\",\"profile\":\"shop\",\"service\":\"http://127.0.0.1:1/v2\","        \
	"\"tenant\":\"tnt-nordlys\",\"resource\":\"customers\",\"action\":\"export-personal-data\","             \
	"\"key\":\"cus-\\\"1002\\\"\",\"bytes\":2310,\"sha256\":\"ab12\"}"

static struct profile *shop(void)
{
	struct profile *profile = profile_new("shop");

	xreplace(&profile->url, "http://127.0.0.1:1/v2");
	return profile;
}

static void a_line_says_what_was_taken_and_not_whose(void **state)
{
	struct profile *profile = shop();

	(void)state;
	assert_text_take(personal_journal_line(profile, &entry), LINE);
	profile_free(profile);
}

static void lines_are_added_for_the_owner_alone(void **state)
{
	struct profile *profile = shop();
	struct error err = { 0 };
	struct stat st;
	size_t len;

	(void)state;
	assert_true(personal_journal_add(profile, &entry, &err));
	assert_true(personal_journal_add(profile, &entry, &err));
	char *path = personal_journal_path(profile, &err);
	assert_text_take(atomic_file_read(path, 10000, &len, &err), LINE "\n" LINE "\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(path);
	profile_free(profile);
}

static void a_link_is_not_followed(void **state)
{
	struct profile *profile = shop();
	struct error err = { 0 };
	char *path, *target = xasprintf("%s/target", folder);

	(void)state;
	xreplace(&profile->name, "other");
	path = personal_journal_path(profile, &err);
	assert_true(path_make_parent(path, &err));
	assert_int_equal(symlink(target, path), 0);
	assert_false(personal_journal_add(profile, &entry, &err));
	assert_int_equal(access(target, F_OK), -1);
	free(target);
	free(path);
	profile_free(profile);
}

static void a_proposed_name_is_no_path_and_free(void **state)
{
	const struct action action = { .file_name = "customer-%s.json" };

	(void)state;
	assert_text_take(personal_file_name(&action, "cus-1002"), "customer-cus-1002.json");
	assert_text_take(personal_file_name(&action, "../a b/\xc3\xa5.x"), "customer-___a_b____x.json");
	assert_true(atomic_file_write("customer-cus-1002.json", "x", 1, NULL));
	assert_int_equal(symlink("nowhere", "customer-cus-1002-2.json"), 0);
	assert_text_take(personal_file_name(&action, "cus-1002"), "customer-cus-1002-3.json");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_says_what_was_taken_and_not_whose),
		cmocka_unit_test(lines_are_added_for_the_owner_alone),
		cmocka_unit_test(a_link_is_not_followed),
		cmocka_unit_test(a_proposed_name_is_no_path_and_free),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
