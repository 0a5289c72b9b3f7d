/* The Flow Retail part of a file: there when it is asked for, once, whoever asks, and in files that were
 * made without it. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/announce.h"
#include "sandbox/collection.h"
#include "sandbox/flow_people.h"
#include "sandbox/sample.h"
#include "sandbox/sample_flow.h"
#include "sandbox/selection.h"
#include "sandbox/store_flow.h"
#include "sandbox/store_records.h"

static unsigned fills; /* how often records were filled in */

static bool count_fill(struct store *store, const struct store_size *size, struct error *err)
{
	fills++;
	return sample_flow.records(store, size, err);
}

static bool fail_fill(struct store *store, const struct store_size *size, struct error *err)
{
	return sample_flow.records(store, size, err) &&
	       error_set(err, ERROR_SYSTEM, "No more room");
}

static bool count_people(struct store *store, struct error *err)
{
	return sample_flow.people(store, err);
}

static const struct store_flow counted = { count_people, count_fill };
static const struct store_flow failing = { count_people, fail_fill };

struct file {
	char path[64];
};

static int setup(void **state)
{
	struct file *file = xcalloc(1, sizeof(*file));

	snprintf(file->path, sizeof(file->path), "/tmp/nymble-flow-%d.db", (int)getpid());
	fills = 0;
	*state = file;
	return 0;
}

static int teardown(void **state)
{
	struct file *file = *state;

	unlink(file->path);
	free(file);
	return 0;
}

static struct store *open_with(const struct file *file, const struct store_flow *flow,
			       struct error *err)
{
	*err = (struct error){ .code = ERROR_NONE };
	return store_open(&(struct store_options){ .path = file->path,
						   .size = { 90, 2, 5 },
						   .fill = sample_fill,
						   .flow = flow },
			  err);
}

static struct store *open_flow(const struct file *file)
{
	struct error err;
	struct store *store = open_with(file, &counted, &err);

	assert_string_equal(err.message, "");
	return store;
}

static void ignore_row(void *data, const char *row, size_t len)
{
	(void)data;
	(void)row;
	(void)len;
}

static int64_t customers_of(struct store *store, int64_t tenant)
{
	struct selection selection;
	struct error err = { .code = ERROR_NONE };
	int64_t total;

	selection_init(&selection, &flow_customers_collection, tenant);
	assert_true(store_page(store, &selection, &total, ignore_row, NULL, &err));
	selection_finish(&selection);
	store_rest(store);
	return total;
}

static void make_ready(struct store *store)
{
	struct error err = { .code = ERROR_NONE };

	assert_true(store_flow_ready(store, &err));
	assert_true(store_settle(store, &err));
}

static void records_come_with_the_first_who_asks(void **state)
{
	struct store *store = open_flow(*state);
	struct error err;

	assert_int_equal(fills, 0);
	assert_int_equal(flow_people(store, &err)->tenant_count, 2);
	assert_int_equal(fills, 0);
	make_ready(store);
	make_ready(store);
	assert_int_equal(fills, 1);
	assert_int_equal(customers_of(store, 1), 90);
	assert_int_equal(customers_of(store, 2), 12); /* an eighth, rounded up */
	store_close(store);

	store = open_flow(*state);
	make_ready(store);
	assert_int_equal(fills, 1);
	assert_int_equal(customers_of(store, 1), 90);
	store_close(store);
}

static void a_file_made_without_it_gets_it(void **state)
{
	struct error err;
	struct store *store = open_with(*state, NULL, &err);

	assert_string_equal(err.message, "");
	store_close(store);
	store = open_flow(*state);
	make_ready(store);
	assert_int_equal(customers_of(store, 1), 90);
	store_close(store);
}

static void two_on_one_file_fill_once(void **state)
{
	struct store *one = open_flow(*state), *other = open_flow(*state);
	uint64_t version;
	struct error err;

	assert_true(store_version(one, &version, &err)); /* sees the file as it is now */
	make_ready(other);
	make_ready(one);
	assert_int_equal(fills, 1);
	assert_int_equal(customers_of(one, 1), 90);
	store_close(other);
	store_close(one);
}

static void a_fill_that_fails_leaves_nothing(void **state)
{
	struct error err;
	struct store *store = open_with(*state, &failing, &err);

	assert_false(store_flow_ready(store, &err));
	assert_string_equal(err.message, "No more room");
	assert_false(store_flow_ready(store, &err)); /* not taken for done */
	assert_true(store_settle(store, &err));
	store_close(store);
	store = open_flow(*state);
	make_ready(store);
	assert_int_equal(customers_of(store, 1), 90);
	store_close(store);
}

/* What is announced is what programs log in with. */
static void integrations_are_announced_first(void **state)
{
	struct store *store = open_flow(*state);
	struct error err;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	assert_true(announce_logins(store, out, &err));
	fclose(out);
	const char *first = strstr(text, "nymble-sandbox: flow-login ");
	assert_non_null(first);
	assert_int_equal(strncmp(first,
				 "nymble-sandbox: flow-login tenant=tnt-nordlys "
				 "integration-token=sandbox-flow-integration-nordlys "
				 "permissions=TENANT.ACCESS,TENANT.BACKOFFICE\n",
				 strcspn(first, "\n") + 1),
			 0);
	assert_non_null(strstr(text, "user-code=131 password=sandbox-secret "
				     "permissions=TENANT.ACCESS\n"));
	assert_non_null(strstr(text, " status=INACTIVE\n"));
	assert_int_equal(fills, 0);
	free(text);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(records_come_with_the_first_who_asks, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_file_made_without_it_gets_it, setup, teardown),
		cmocka_unit_test_setup_teardown(two_on_one_file_fill_once, setup, teardown),
		cmocka_unit_test_setup_teardown(a_fill_that_fails_leaves_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(integrations_are_announced_first, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
