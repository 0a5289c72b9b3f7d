/* The token file: for one profile, address and client id; nobody else may read it; old ones do not
 * count. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/token_file.h"
#include "base/clock.h"
#include "base/error.h"

static char folder[] = "/tmp/nymble-tui-test.XXXXXX";

static const struct token_key key = { "shop", "https://api.example", "harborline", "backoffice" };

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) && setenv("XDG_RUNTIME_DIR", folder, 1) == 0 ? 0 : -1;
}

/* The path of the one file in the folder, or "" when there is none. Borrowed until the next call.
 */
static const char *only_file(void)
{
	static char path[512];
	char below[256];
	struct dirent *entry;

	path[0] = '\0';
	snprintf(below, sizeof(below), "%s/nymble-tui", folder);
	DIR *dir = opendir(below);
	while (dir && (entry = readdir(dir)))
		if (entry->d_name[0] != '.') {
			assert_string_equal(path, "");
			snprintf(path, sizeof(path), "%s/%s", below, entry->d_name);
		}
	if (dir)
		closedir(dir);
	return path;
}

static int remove_folder(void **state)
{
	char below[256];

	(void)state;
	if (*only_file())
		unlink(only_file());
	snprintf(below, sizeof(below), "%s/nymble-tui", folder);
	rmdir(below);
	return rmdir(folder);
}

static void write_token(const char *text, int64_t expires_at)
{
	char copy[64];
	struct error err = { 0 };

	snprintf(copy, sizeof(copy), "%s", text);
	struct stored_token token = { .token = copy, .expires_at = expires_at, .lifetime_s = 86400,
				      .x_api_key = true, .header_known = true };
	if (!token_file_write(&key, &token, &err))
		fail_msg("%s", err.message);
}

static void a_token_comes_back_and_nobody_else_can_read_it(void **state)
{
	struct stored_token token;
	struct stat st;

	(void)state;
	write_token("token-1", clock_unix_s() + 3600);
	assert_int_equal(stat(only_file(), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_true(token_file_read(&key, &token));
	assert_string_equal(token.token, "token-1");
	assert_int_equal(token.lifetime_s, 86400);
	assert_true(token.x_api_key && token.header_known);
	assert_true(token.expires_at > clock_unix_s() + 3590);
	token_finish(&token);
}

static void another_key_finds_nothing(void **state)
{
	const struct token_key others[] = {
		{ "shop2", key.url, key.org_code, key.client_id },
		{ key.profile, "https://api.example/", key.org_code, key.client_id },
		{ key.profile, key.url, "other", key.client_id },
		{ key.profile, key.url, key.org_code, NULL },
	};
	struct stored_token token;

	(void)state;
	write_token("token-1", clock_unix_s() + 3600);
	for (size_t i = 0; i < CASES(others); i++)
		assert_false(token_file_read(&others[i], &token));
}

/* The name of the file is a hash of the key: what is in it decides. */
static void a_file_for_somebody_else_is_not_believed(void **state)
{
	struct stored_token token;
	char text[1024];

	(void)state;
	write_token("token-1", clock_unix_s() + 3600);
	FILE *file = fopen(only_file(), "r+");
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	char *name = strstr(text, "backoffice");
	assert_non_null(name);
	fseek(file, name - text, SEEK_SET);
	fputs("frontoffi", file);
	fclose(file);
	assert_false(token_file_read(&key, &token));
}

static void one_that_ends_soon_does_not_count(void **state)
{
	struct stored_token token;

	(void)state;
	write_token("token-1", clock_unix_s() + 30);
	assert_false(token_file_read(&key, &token));
}

static void damage_is_no_token(void **state)
{
	static const char *const contents[] = { "", "{", "[]", "{\"token\":\"x\"}", "\xff" };
	struct stored_token token;

	(void)state;
	write_token("token-1", clock_unix_s() + 3600);
	for (size_t i = 0; i < CASES(contents); i++) {
		FILE *file = fopen(only_file(), "w");
		fputs(contents[i], file);
		fclose(file);
		assert_false(token_file_read(&key, &token));
	}
}

static void only_the_token_that_was_refused_is_removed(void **state)
{
	(void)state;
	write_token("token-2", clock_unix_s() + 3600);
	token_file_remove(&key, "token-1"); /* another program has logged in since */
	assert_string_not_equal(only_file(), "");
	token_file_remove(&key, "token-2");
	assert_string_equal(only_file(), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_token_comes_back_and_nobody_else_can_read_it),
		cmocka_unit_test(another_key_finds_nothing),
		cmocka_unit_test(a_file_for_somebody_else_is_not_believed),
		cmocka_unit_test(one_that_ends_soon_does_not_count),
		cmocka_unit_test(damage_is_no_token),
		cmocka_unit_test(only_the_token_that_was_refused_is_removed),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
