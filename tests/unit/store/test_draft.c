/* A draft says byte for byte what was typed; it belongs to one service, and what cannot be read is left
 * as it is. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "draft_fixture.h"
#include "folder.h"
#include "model/customers.h"
#include "schema/edit.h"
#include "schema/json.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "store/draft.h"

static const struct resource products = { .name = "products", .schema = &nymble_customer_schema };

static char *base_text(const struct edit *edit)
{
	return json_print(record_tree(edit_base(edit)));
}

static char *now_text(const struct edit *edit)
{
	return json_print(record_tree(edit_now(edit)));
}

/* --- byte for byte ------------------------------------------------------------- */

static void what_comes_back_is_what_was_there(void **state)
{
	static const char *const records[] = {
		"{\"customerNumber\":\"A\",\"limit\":9007199254740993,\"huge\":1e400,\"tiny\":1.10E-400}",
		"{\"customerNumber\":\"A\",\"note\":\"a\\u0000b\",\"odd\":\"\\/\\u0041\\ud83d\\ude00\"}",
		"{\"customerNumber\":\"A\",\"twice\":1,\"twice\":2,\"\\u0074wice\":3,\"\":null}",
		"{\"customerNumber\":\"A\",\"customerAttributes\":{\"n\":1.50,\"n\":\"x\"},\"x\":[[],{}]}",
		"{\"customerNumber\":\"A\",\"companyName\":\"\\tline\\nline \xe2\x80\xae\xf0\x9f\x87\xb8\"}",
	};

	(void)state;
	for (size_t i = 0; i < CASES(records); i++) {
		struct drafts *drafts = shop(), *later;
		struct edit *edit = edit_of(records[i]);
		char *id = NULL;

		type(edit, "pricing", "Wholesale");
		assert_true(draft_save(drafts, &customers, edit, &id, NULL));
		draft_release(drafts, id);
		drafts_close(drafts);

		struct draft_list list = { 0 };
		drafts_list(later = shop(), &list);
		assert_int_equal(list.count, 1);
		struct edit *again = draft_take(later, &customers, &list.rows[0].id, NULL);
		char *base = base_text(edit), *now = now_text(edit);
		assert_text_take(base_text(again), base);
		assert_text_take(now_text(again), now);
		assert_string_equal(base, records[i]);
		assert_true(draft_remove(later, list.rows[0].id, NULL));
		draft_list_finish(&list);
		edit_free(again);
		edit_free(edit);
		free(base);
		free(now);
		free(id);
		drafts_close(later);
	}
}

/* As deep as an answer may be: two of them in one object are a level deeper. */
static void a_record_of_the_greatest_depth_comes_back(void **state)
{
	char *deep;
	size_t len;
	FILE *out = xmemstream(&deep, &len);

	(void)state;
	fputs("{\"customerNumber\":\"A\",\"deep\":", out);
	for (int i = 1; i < JSON_MAX_DEPTH; i++)
		fputc('[', out);
	for (int i = 1; i < JSON_MAX_DEPTH; i++)
		fputc(']', out);
	fputc('}', out);
	fclose(out);

	struct drafts *drafts = shop(), *later = shop();
	struct edit *edit = edit_of(deep);
	char *id = NULL;
	type(edit, "companyName", "Deep");
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	drafts_close(drafts);
	struct edit *again = draft_take(later, &customers, &id, NULL);
	assert_non_null(again);
	assert_text_take(base_text(again), deep);
	edit_free(again);
	edit_free(edit);
	free(id);
	free(deep);
	drafts_close(later);
}

static void a_new_record_stays_one(void **state)
{
	struct drafts *drafts = shop(), *later = shop();
	struct edit *edit = edit_new_create_take(&nymble_customer_schema, NULL);
	char *id = NULL;
	struct draft_list list = { 0 };

	(void)state;
	type(edit, "companyName", "Just begun");
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	drafts_list(drafts, &list);
	assert_true(list.rows[0].is_new);
	assert_string_equal(list.rows[0].key, "");
	assert_string_equal(list.rows[0].title, "Just begun");
	drafts_close(drafts);
	struct edit *again = draft_take(later, &customers, &id, NULL);
	assert_true(edit_is_new(again));
	draft_list_finish(&list);
	edit_free(again);
	edit_free(edit);
	free(id);
	drafts_close(later);
}

/* --- the file ------------------------------------------------------------------- */

static void the_file_is_for_its_owner_and_for_people(void **state)
{
	struct drafts *drafts = shop();
	char *id = save_named(drafts, "Harborline AB");
	char *path = folder_find(*state, ".json"), *text = folder_get(path);
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	*strrchr(path, '/') = '\0';
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_non_null(strstr(path, "/nymble-tui/profiles/shop-"));
	assert_non_null(strstr(text, "\n  \"key\": \"HRB-1042\",\n"));
	assert_non_null(strstr(text, "\n    \"companyName\": \"Harborline AB\""));
	free(text);
	free(path);
	free(id);
	drafts_close(drafts);
}

static void a_link_is_replaced_and_never_followed(void **state)
{
	struct drafts *drafts = shop();
	struct edit *edit = edit_of_harborline();
	char *id = NULL, *victim = xasprintf("%svictim", (char *)*state);
	struct stat st;

	type(edit, "companyName", "Harborline AB");
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	char *path = folder_find(*state, ".json");
	folder_put(victim, "untouched");
	unlink(path);
	assert_int_equal(symlink(victim, path), 0);
	struct draft_list list = { 0 };
	drafts_list(drafts, &list);
	assert_non_null(list.rows[0].trouble);
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISREG(st.st_mode));
	assert_text_take(folder_get(victim), "untouched");
	draft_list_finish(&list);
	edit_free(edit);
	free(path);
	free(victim);
	free(id);
	drafts_close(drafts);
}

/* The disk is full: told, and what was kept before is still there. */
static void a_failure_leaves_the_draft_before_it(void **state)
{
	struct drafts *drafts = shop();
	struct edit *edit = edit_of_harborline();
	struct rlimit limit, tiny;
	struct error err = { 0 };
	char *id = NULL;

	type(edit, "companyName", "Before");
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	char *path = folder_find(*state, ".json"), *before = folder_get(path);

	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &limit);
	tiny = limit;
	tiny.rlim_cur = 64;
	setrlimit(RLIMIT_FSIZE, &tiny);
	type(edit, "companyName", "After");
	bool saved = draft_save(drafts, &customers, edit, &id, &err);
	setrlimit(RLIMIT_FSIZE, &limit);

	assert_false(saved);
	assert_non_null(strstr(err.message, path));
	assert_text_take(folder_get(path), before);
	assert_int_equal(folder_count(*state, ".json"), 1);
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	edit_free(edit);
	free(before);
	free(path);
	free(id);
	drafts_close(drafts);
}

static void without_a_folder_it_says_so(void **state)
{
	char *blocked = xasprintf("%snymble-tui", (char *)*state);
	struct drafts *drafts = shop();
	struct edit *edit = edit_of_harborline();
	struct error err = { 0 };
	char *id = NULL;

	folder_put(blocked, "a file where a folder should be");
	type(edit, "companyName", "Harborline AB");
	assert_false(draft_save(drafts, &customers, edit, &id, &err));
	assert_non_null(strstr(err.message, blocked));
	assert_null(id);
	assert_int_equal(drafts_count(drafts), 0);
	edit_free(edit);
	free(blocked);
	drafts_close(drafts);
}

/* --- what is no draft --------------------------------------------------------- */

#define HEAD "\"profile\":\"shop\",\"url\":\"https://api.example\",\"org_code\":\"\""
#define ABOUT "\"resource\":\"customers\",\"key\":\"A\",\"title\":\"\",\"saved_at\":\"2026-05-18T16:40:12Z\""

static const struct {
	const char *text, *reason;
} broken[] = {
	{ "", "" },
	{ "{\"version\":1," HEAD, "" },
	{ "[]", "no draft of this program" },
	{ "{\"version\":2," HEAD "," ABOUT ",\"base\":{},\"now\":{}}", "version 2" },
	{ "{\"version\":1,\"profile\":\"other\",\"url\":\"https://api.example\"}", "another service" },
	{ "{\"version\":1," HEAD "," ABOUT ",\"base\":{}}", "missing" },
	{ "{\"version\":1," HEAD "," ABOUT ",\"base\":[],\"now\":{}}", "missing" },
	{ "{\"version\":1," HEAD "," ABOUT ",\"base\":\"{\",\"now\":{}}", "missing" },
	{ "{\"version\":1," HEAD ",\"base\":{},\"now\":{}}", "missing" },
};

static void what_cannot_be_read_is_named_and_left_alone(void **state)
{
	for (size_t i = 0; i < CASES(broken); i++) {
		struct drafts *drafts = shop();
		struct draft_list list = { 0 };
		struct error err = { 0 };
		char *id = save_named(drafts, "Harborline AB");
		char *path = folder_find(*state, ".json");

		draft_release(drafts, id);
		free(path);
		path = folder_find(*state, ".json");
		folder_put(path, broken[i].text);
		drafts_list(drafts, &list);
		assert_int_equal(list.count, 1);
		assert_int_equal(drafts_count(drafts), 1);
		assert_non_null(strstr(list.rows[0].trouble, path));
		assert_non_null(strstr(list.rows[0].trouble, broken[i].reason));
		assert_null(draft_take(drafts, &customers, &list.rows[0].id, &err));
		assert_non_null(strstr(err.message, path));
		assert_text_take(folder_get(path), broken[i].text);
		assert_true(draft_remove(drafts, list.rows[0].id, NULL)); /* but a person may */
		assert_int_equal(folder_count(*state, ".json"), 0);
		draft_list_finish(&list);
		free(path);
		free(id);
		drafts_close(drafts);
	}
}

static void a_draft_is_of_one_kind_of_record(void **state)
{
	struct drafts *drafts = shop(), *later = shop();
	struct error err = { 0 };
	char *id = save_named(drafts, "Harborline AB");

	(void)state;
	drafts_close(drafts);
	assert_null(draft_take(later, &products, &id, &err));
	assert_non_null(strstr(err.message, "customers"));
	assert_int_equal(drafts_count(later), 1);
	free(id);
	drafts_close(later);
}

/* --- whose it is ---------------------------------------------------------------- */

static void a_draft_belongs_to_one_service(void **state)
{
	struct drafts *mine = shop(), *same = shop();
	struct drafts *url = drafts_at("shop", "https://api.example.org");
	struct drafts *name = drafts_at("Shop", "https://api.example");
	char *id = save_named(mine, "Harborline AB");

	(void)state;
	drafts_close(mine);
	assert_int_equal(drafts_count(same), 1);
	assert_int_equal(drafts_count(url), 0);
	assert_int_equal(drafts_count(name), 0);
	drafts_close(name);
	drafts_close(url);
	drafts_close(same);
	free(id);
}

static void nor_to_another_organization(void **state)
{
	struct profile *profile = profile_new("shop");

	(void)state;
	profile->org_code = xstrdup("harborline");
	struct drafts *drafts = drafts_open(profile, NULL);
	char *id = save_named(drafts, "Harborline AB");
	drafts_close(drafts);
	xreplace(&profile->org_code, "../aurora");
	drafts = drafts_open(profile, NULL);
	assert_int_equal(drafts_count(drafts), 0);
	drafts_close(drafts);
	profile_free(profile);
	free(id);
}

/* A tenant is known when somebody has logged in. */
static void nor_to_another_tenant_or_service(void **state)
{
	struct profile *profile = profile_new("till");

	(void)state;
	xreplace(&profile->api, "flow");
	profile->url = xstrdup("http://127.0.0.1:4711");
	profile->tenant = xstrdup("tnt-nordlys");
	struct drafts *drafts = drafts_open(profile, NULL);
	char *id = save_named(drafts, "Harborline AB");
	assert_true(drafts_are_of(drafts, profile));
	xreplace(&profile->tenant, "tnt-fjord");
	assert_false(drafts_are_of(drafts, profile));
	drafts_close(drafts);
	drafts = drafts_open(profile, NULL);
	assert_int_equal(drafts_count(drafts), 0);
	drafts_close(drafts);
	xreplace(&profile->tenant, "tnt-nordlys");
	drafts = drafts_open(profile, NULL);
	assert_int_equal(drafts_count(drafts), 1);
	drafts_close(drafts);
	xreplace(&profile->api, "nymble");
	drafts = drafts_open(profile, NULL);
	assert_int_equal(drafts_count(drafts), 0);
	drafts_close(drafts);
	profile_free(profile);
	free(id);
}

/* Ours listens on another port each time. */
static void the_sandbox_is_the_same_at_another_port(void **state)
{
	struct profile *profile = profile_new("sandbox");

	(void)state;
	profile->sandbox = true;
	profile->url = xstrdup("http://127.0.0.1:4711/api");
	struct drafts *drafts = drafts_open(profile, NULL);
	char *id = save_named(drafts, "Harborline AB");
	drafts_close(drafts);
	xreplace(&profile->url, "http://127.0.0.1:4712/api");
	drafts = drafts_open(profile, NULL);
	assert_int_equal(drafts_count(drafts), 1);
	drafts_close(drafts);
	profile_free(profile);
	free(id);
}

static void the_list_says_what_there_is(void **state)
{
	struct drafts *drafts = shop();
	struct draft_list list = { 0 };
	char *id = save_named(drafts, "Harborline AB");

	(void)state;
	drafts_list(drafts, &list);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.rows[0].id, id);
	assert_string_equal(list.rows[0].resource, "customers");
	assert_string_equal(list.rows[0].key, "HRB-1042");
	assert_string_equal(list.rows[0].title, "Harborline AB");
	assert_int_equal(list.rows[0].change_count, 1);
	assert_true(list.rows[0].ours);
	assert_false(list.rows[0].live);
	assert_int_equal(drafts_count(drafts), 0); /* of those that nobody has open */
	draft_list_finish(&list);

	draft_release(drafts, id);
	drafts_list(drafts, &list);
	assert_false(list.rows[0].ours);
	assert_int_equal(drafts_count(drafts), 1);
	draft_list_finish(&list);
	free(id);
	drafts_close(drafts);
}

static void saving_again_replaces_the_own_one(void **state)
{
	struct drafts *drafts = shop();
	struct edit *edit = edit_of_harborline();
	char *id = NULL;

	type(edit, "companyName", "First");
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	char *first = xstrdup(id);
	type(edit, "companyName", "Second");
	assert_true(draft_save(drafts, &customers, edit, &id, NULL));
	assert_string_equal(id, first);
	assert_int_equal(folder_count(*state, ".json"), 1);
	draft_release(drafts, id);
	struct draft_list list = { 0 };
	drafts_list(drafts, &list);
	assert_text_take(take_name(drafts, list.rows[0].id), "Second");
	draft_list_finish(&list);
	edit_free(edit);
	free(first);
	free(id);
	drafts_close(drafts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_comes_back_is_what_was_there),
		IN_FOLDER(a_record_of_the_greatest_depth_comes_back),
		IN_FOLDER(a_new_record_stays_one),
		IN_FOLDER(the_file_is_for_its_owner_and_for_people),
		IN_FOLDER(a_link_is_replaced_and_never_followed),
		IN_FOLDER(a_failure_leaves_the_draft_before_it),
		IN_FOLDER(without_a_folder_it_says_so),
		IN_FOLDER(what_cannot_be_read_is_named_and_left_alone),
		IN_FOLDER(a_draft_is_of_one_kind_of_record),
		IN_FOLDER(a_draft_belongs_to_one_service),
		IN_FOLDER(nor_to_another_organization),
		IN_FOLDER(nor_to_another_tenant_or_service),
		IN_FOLDER(the_sandbox_is_the_same_at_another_port),
		IN_FOLDER(the_list_says_what_there_is),
		IN_FOLDER(saving_again_replaces_the_own_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
