/* One page of a list, read from every spelling that documents know and from answers that are wrong.
 */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/dialect.h"
#include "api/page_read.h"
#include "model/customers.h"
#include "schema/json.h"

enum { SIZE = 2 };

static const struct {
	const char *answer;
	int asked;
	bool ok;
	const char *rows;
	int number;
	int64_t total, pages;
} pages[] = {
	/* every spelling of the envelope (nymble.openapi.yaml, PageInfo) */
	{ "{\"data\":[{\"customerNumber\":\"A\"}],\"totalRecords\":5,\"currentPage\":1,"
	  "\"totalPages\":3}",
	  1, true, "[{\"customerNumber\":\"A\"}]", 1, 5, 3 },
	{ "{\"Items\":[{\"CustomerNumber\":\"A\"}],\"TotalCount\":5,\"PageNumber\":1,\"PageCount\":"
	  "3}",
	  1, true, "[{\"customerNumber\":\"A\"}]", 1, 5, 3 },
	{ "{\"results\":[],\"total\":\"4\",\"page\":9}", 3, true, "[]", 3, 4, 2 },
	/* what is missing is derived, or not known */
	{ "{\"data\":[{},{}]}", 1, true, "[{},{}]", 1, -1, -1 },
	{ "{\"data\":[{}]}", 3, true, "[{}]", 3, 5, 3 },
	{ "{\"data\":[]}", 1, true, "[]", 1, 0, 0 },
	{ "{\"data\":[{},{}],\"totalRecords\":7}", 1, true, "[{},{}]", 1, 7, 4 },
	{ "{\"data\":null}", 1, true, "[]", 1, 0, 0 },
	{ "{\"totalRecords\":0}", 1, true, "[]", 1, 0, 0 },
	/* totals that lie */
	{ "{\"data\":[{},{}],\"totalRecords\":1}", 2, true, "[{},{}]", 2, 4, 2 },
	{ "{\"data\":[{},{}],\"totalRecords\":-3}", 1, true, "[{},{}]", 1, -1, -1 },
	{ "{\"data\":[{},{}],\"totalRecords\":9223372036854775807}", 1, true, "[{},{}]", 1, -1,
	  -1 },
	{ "{\"data\":[{},{}],\"totalRecords\":1e400,\"currentPage\":[]}", 1, true, "[{},{}]", 1, -1,
	  -1 },
	/* a page that calls itself something else is the one asked for, unless it lies behind the
	   end */
	{ "{\"data\":[{},{}],\"totalRecords\":9,\"currentPage\":0}", 3, true, "[{},{}]", 3, 9, 5 },
	{ "{\"data\":[{},{}],\"totalRecords\":9,\"currentPage\":1}", 3, true, "[{},{}]", 3, 9, 5 },
	{ "{\"data\":[{}],\"totalRecords\":3,\"currentPage\":2}", 7, true, "[{}]", 2, 3, 2 },
	/* rows that are none, and more than asked for */
	{ "{\"data\":[null,{},7,\"x\",[]],\"total\":3}", 1, true, "[{}]", 1, 3, 2 },
	{ "{\"data\":[{\"a\":1},{\"a\":2},{\"a\":3}],\"total\":3}", 1, true,
	  "[{\"a\":1},{\"a\":2}]", 1, 3, 2 },
	/* a bare array (N26): the whole list when it is longer than a page */
	{ "[{\"a\":1},{\"a\":2},{\"a\":3}]", 1, true, "[{\"a\":1},{\"a\":2}]", 1, 3, 2 },
	{ "[{\"a\":1},{\"a\":2},{\"a\":3}]", 2, true, "[{\"a\":3}]", 2, 3, 2 },
	{ "[{}]", 1, true, "[{}]", 1, 1, 1 },
	{ "[{},{}]", 1, true, "[{},{}]", 1, -1, -1 },
	{ "[]", 1, true, "[]", 1, 0, 0 },
	/* no list at all */
	{ "{}", 1, false, NULL, 0, 0, 0 },
	{ "{\"message\":\"hello\"}", 1, false, NULL, 0, 0, 0 },
	{ "{\"data\":{}}", 1, false, NULL, 0, 0, 0 },
	{ "\"text\"", 1, false, NULL, 0, 0, 0 },
	{ "null", 1, false, NULL, 0, 0, 0 },
};

static void pages_are_read_from_whatever_comes(void **state)
{
	const struct dialect_resource *resource =
		dialect_resource(&nymble_dialect, &nymble_customers);

	(void)state;
	for (size_t i = 0; i < CASES(pages); i++) {
		struct page page;
		struct json *tree = json_parse(pages[i].answer, strlen(pages[i].answer), NULL);
		bool ok = page_read(&nymble_dialect, resource, tree, pages[i].asked, SIZE, &page);
		if (ok != pages[i].ok)
			fail_msg("%s", pages[i].answer);
		if (ok) {
			char *rows = page.rows ? json_print(page.rows) : strdup("[]");
			if (strcmp(rows, pages[i].rows) != 0 || page.number != pages[i].number ||
			    page.total != pages[i].total || page.pages != pages[i].pages)
				fail_msg("%s: rows %s number %d total %lld pages %lld",
					 pages[i].answer, rows, page.number, (long long)page.total,
					 (long long)page.pages);
			assert_int_equal(page.row_count, json_size(page.rows));
			free(rows);
		}
		json_free(tree);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pages_are_read_from_whatever_comes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
