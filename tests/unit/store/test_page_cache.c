/* The cache counts what it holds, and what was shown longest ago goes first. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/alloc.h"
#include "model/customers.h"
#include "schema/json.h"
#include "store/page_cache.h"
#include "store/cached_page.h"

/* A page of one row whose text is that long. */
static struct cached_page *page_of(int number, size_t len)
{
	struct json *rows = json_new_array(), *object = json_new_object();
	char *name = xcalloc(1, len + 1);
	struct cached_page *page;

	memset(name, 'x', len);
	json_put_take(object, "note", json_new_string(name));
	json_append_take(rows, object);
	page = cached_page_new(number, &nymble_customer_schema, rows, 1);
	json_free(rows);
	free(name);
	return page;
}

static size_t held(const struct page_cache *cache)
{
	size_t bytes = 0;
	const struct cached_page *page;

	for (size_t i = 0; (page = page_cache_at(cache, i)); i++)
		bytes += page->bytes;
	return bytes;
}

static void the_limit_holds_over_a_million_pages(void **state)
{
	struct page_cache *cache = page_cache_new(100000);

	(void)state;
	for (int i = 1; i <= 1000000; i++) {
		page_cache_put_take(cache, cached_page_new(i, &nymble_customer_schema, NULL, 0), i,
				    i);
		if (i % 1000 == 0)
			page_cache_put_take(cache, page_of(i, 3000), i, i);
		assert_true(page_cache_bytes(cache) <= 100000);
	}
	assert_true(page_cache_bytes(cache) == held(cache));
	assert_null(page_cache_find(cache, 1000000 - PAGE_CACHE_PAGES));
	assert_non_null(page_cache_find(cache, 1000000 - PAGE_CACHE_PAGES + 1));
	page_cache_free(cache);
}

static void what_was_shown_longest_ago_goes_first(void **state)
{
	struct page_cache *cache = page_cache_new(35000);

	(void)state;
	for (int i = 1; i <= 3; i++)
		page_cache_put_take(cache, page_of(i, 10000), i, i);
	page_cache_show(cache, page_cache_find(cache, 1));
	page_cache_put_take(cache, page_of(4, 10000), 4, 4);
	assert_null(page_cache_find(cache, 2));
	assert_true(page_cache_find(cache, 1) && page_cache_find(cache, 3));
	page_cache_free(cache);
}

static void what_the_screen_shows_stays_whatever_its_size(void **state)
{
	struct page_cache *cache = page_cache_new(1000);

	(void)state;
	page_cache_put_take(cache, page_of(1, 5000), 1, 2);
	page_cache_put_take(cache, page_of(2, 5000), 1, 2);
	page_cache_put_take(cache, page_of(3, 5000), 1, 2);
	assert_true(page_cache_find(cache, 1) && page_cache_find(cache, 2));
	page_cache_put_take(cache, page_of(4, 10), 4, 4);
	assert_null(page_cache_find(cache, 1));
	assert_null(page_cache_find(cache, 3));
	page_cache_free(cache);
}

static void a_page_takes_the_place_of_its_older_self(void **state)
{
	struct page_cache *cache = page_cache_new(100000);

	(void)state;
	page_cache_put_take(cache, page_of(7, 10000), 1, 1);
	page_cache_put_take(cache, page_of(7, 20), 1, 1);
	assert_null(page_cache_at(cache, 1));
	assert_true(page_cache_bytes(cache) == held(cache) && held(cache) < 1000);
	page_cache_replace_take(cache, 0, page_of(7, 5000));
	assert_true(page_cache_bytes(cache) == held(cache) && held(cache) > 5000);
	page_cache_drop_behind(cache, 6);
	assert_true(page_cache_bytes(cache) == 0);
	page_cache_free(cache);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_limit_holds_over_a_million_pages),
		cmocka_unit_test(what_was_shown_longest_ago_goes_first),
		cmocka_unit_test(what_the_screen_shows_stays_whatever_its_size),
		cmocka_unit_test(a_page_takes_the_place_of_its_older_self),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
