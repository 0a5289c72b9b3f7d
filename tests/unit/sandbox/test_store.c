/* The store's file, and lists of random rows against rows that are looked at one by one. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <inttypes.h>
#include <strings.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/collection.h"
#include "sandbox/selection.h"
#include "sandbox/store_records.h"
#include "schema/field.h"
#include "schema/json.h"

enum { ROWS = 3000, ROUNDS = 400, WRITES = 5 };

/* ---- Random customers, kept here as plain texts too ---- */

enum { NUMBER, NAME, EMAIL, PHONE, PRICING, TERMS, ACTIVE, MEMBERS };
static const char *const members[MEMBERS] = { "customerNumber", "companyName", "companyEmail",
					      "companyPhone",   "pricing",     "terms",
					      "active" };

struct customer {
	int64_t id; /* 0: not there */
	char texts[MEMBERS][32];
};

struct world {
	struct store *store;
	int64_t organization, other;
	struct customer customers[ROWS];
	unsigned chance;
	unsigned last; /* number given last */
};

static unsigned below(struct world *world, unsigned limit)
{
	world->chance = world->chance * 1103515245U + 12345U;
	return (world->chance >> 16) % limit;
}

/* Letters that strcasecmp folds as Unicode does, and signs that SQL and JSON treat in their own
 * way. */
static void random_text(struct world *world, char out[32], unsigned max_len)
{
	static const char *const letters[] = { "a", "A",  "b",        "B",           "c", "C",
					       "d", "D",  " ",        "x",           "y", "z",
					       "%", "\"", "\xc3\xa5", "\xe5\xb1\xb1" };

	*out = '\0';
	for (unsigned len = below(world, max_len + 1); len > 0 && strlen(out) < 28; len--)
		strcat(out, letters[below(world, CASES(letters))]);
}

static void make(struct world *world, struct customer *customer)
{
	static const char *const tiers[] = { "Retail", "Wholesale", "retail" }, *const terms[] = {
		"", "NET30", "Net30", "COD"
	};

	if (!customer->id)
		snprintf(customer->texts[NUMBER], 32, "%c-%05u", "hH"[below(world, 2)],
			 ++world->last * 7919 % 100000);
	random_text(world, customer->texts[NAME], 20);
	random_text(world, customer->texts[EMAIL], 5);
	random_text(world, customer->texts[PHONE], 2);
	snprintf(customer->texts[PRICING], 32, "%s", tiers[below(world, 3)]);
	snprintf(customer->texts[TERMS], 32, "%s", terms[below(world, 4)]);
	snprintf(customer->texts[ACTIVE], 32, "%s", below(world, 4) ? "true" : "false");
}

static char *document_of(const struct customer *customer)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (int i = 0; i < MEMBERS; i++)
		if (i == ACTIVE)
			fprintf(out, ",\"active\":%s", customer->texts[i]);
		else if (*customer->texts[i] || i == NUMBER) { /* empty ones are left out */
			fprintf(out, "%c\"%s\":", i ? ',' : '{', members[i]);
			json_write_string(customer->texts[i], out);
		}
	fputs(",\"addresses\":[]}", out);
	fclose(out);
	return text;
}

static bool fill(struct store *store, const struct store_size *size, struct error *err)
{
	int64_t id;

	(void)size;
	return store_insert_organization(store, "one", "USD",
					 "{\"Organization\":{\"OrganizationId\":\"1\"}}", &id,
					 err) &&
	       store_insert_organization(store, "two", "USD",
					 "{\"Organization\":{\"OrganizationId\":\"2\"}}", &id, err);
}

static void write_customer(struct world *world, int64_t organization, struct customer *customer)
{
	struct error err;
	char *document = document_of(customer);

	assert_true(store_write(world->store, &customers_collection, organization, &customer->id,
				document, &err));
	free(document);
}

static struct world *new_world(void)
{
	struct world *world = xcalloc(1, sizeof(*world));
	struct error err = { .code = ERROR_NONE };

	world->chance = 7;
	world->store = store_open(
		&(struct store_options){ ":memory:", { -1, -1, -1 }, false, fill }, &err);
	assert_string_equal(err.message, "");
	world->organization = store_organization_named(world->store, "one")->id;
	world->other = store_organization_named(world->store, "two")->id;
	assert_true(store_begin(world->store, &err));
	for (size_t i = 0; i < ROWS; i++) {
		struct customer stranger = { 0 };
		make(world, &world->customers[i]);
		write_customer(world, world->organization, &world->customers[i]);
		if (i % 10 == 0) { /* of the other organization, never to be seen */
			make(world, &stranger);
			write_customer(world, world->other, &stranger);
		}
	}
	assert_true(store_commit(world->store, &err));
	return world;
}

static void free_world(struct world *world)
{
	store_close(world->store);
	free(world);
}

/* ---- What a list must be ---- */

static bool has_part(const char *text, const char *part)
{
	for (; strlen(text) >= strlen(part); text++)
		if (strncasecmp(text, part, strlen(part)) == 0)
			return true;
	return false;
}

static bool clause_fits(enum filter_op op, const char *text, const char *value)
{
	size_t text_len = strlen(text), len = strlen(value);
	int order = strcasecmp(text, value);

	switch (op) {
	case OP_STARTS_WITH:
		return strncasecmp(text, value, len) == 0;
	case OP_CONTAINS:
		return has_part(text, value);
	case OP_NOT_CONTAINS:
		return !has_part(text, value);
	case OP_ENDS_WITH:
		return text_len >= len && strcasecmp(text + text_len - len, value) == 0;
	case OP_EQUALS:
		return order == 0;
	case OP_NOT_EQUALS:
		return order != 0;
	case OP_GT:
		return order > 0;
	case OP_GTE:
		return order >= 0;
	case OP_LT:
		return order < 0;
	default:
		return order <= 0;
	}
}

static int member_of(const struct field *field)
{
	int i = 0;

	while (strcmp(members[i], field->name) != 0)
		i++;
	return i;
}

static bool fits(const struct selection *selection, const struct customer *customer)
{
	for (size_t i = 0; i < selection->clause_count; i++) {
		const struct clause *clause = &selection->clauses[i];
		if (!clause_fits(clause->op, customer->texts[member_of(clause->field)],
				 clause->value))
			return false;
	}
	return customer->id != 0;
}

static int compare_rows(const void *a, const void *b, void *data)
{
	const struct selection *selection = data;
	const struct customer *const *x = a, *const *y = b;
	int member = member_of(selection->sort),
	    order = strcasecmp((*x)->texts[member], (*y)->texts[member]);

	order = order ? order : strcasecmp((*x)->texts[NUMBER], (*y)->texts[NUMBER]);
	return selection->descending ? -order : order;
}

/* ---- A list against it ---- */

struct expectation {
	const struct customer *rows[ROWS];
	size_t count, at;
	const char *what;
};

static void expect_row(void *data, const char *row, size_t len)
{
	struct expectation *expectation = data;
	char start[80];

	assert_true(expectation->at < expectation->count);
	snprintf(start, sizeof(start), "{\"customerNumber\":\"%s\"",
		 expectation->rows[expectation->at]->texts[NUMBER]);
	if (len < strlen(start) || memcmp(row, start, strlen(start)) != 0)
		fail_msg("%s: row %zu is %.60s, not %s", expectation->what, expectation->at, row,
			 start);
	assert_null(memmem(row, len, "addresses", 9));
	expectation->at++;
}

static void check_page(struct world *world, struct selection *selection)
{
	struct expectation expectation = { .count = 0 };
	struct error err;
	int64_t total;

	for (size_t i = 0; i < ROWS; i++)
		if (fits(selection, &world->customers[i]))
			expectation.rows[expectation.count++] = &world->customers[i];
	qsort_r(expectation.rows, expectation.count, sizeof(expectation.rows[0]), compare_rows,
		selection);
	int64_t pages = (int64_t)expectation.count / selection->page_size + 2;
	selection->page = 1 + below(world, (unsigned)pages);
	char *key = selection_page_key(selection);
	expectation.what = key;
	size_t end = (size_t)(selection->page * selection->page_size);
	expectation.at = (size_t)((selection->page - 1) * selection->page_size);
	if (end > expectation.count)
		end = expectation.count;
	assert_true(store_page(world->store, selection, &total, expect_row, &expectation, &err));
	if (total != (int64_t)expectation.count || (expectation.at != end && expectation.at < end))
		fail_msg("%s: %" PRId64 " rows to row %zu, not %zu to row %zu", key, total,
			 expectation.at, expectation.count, end);
	free(key);
}

static bool is_inside_letter(const char *text)
{
	return ((unsigned char)*text & 0xc0) == 0x80;
}

/* A part of text, often its end, of whole letters. */
static void random_part(struct world *world, const char *text, char out[32])
{
	size_t start = below(world, (unsigned)strlen(text) + 1);

	while (is_inside_letter(text + start))
		start++;
	snprintf(out, 32, "%s", text + start);
	size_t end = strlen(out);
	if (below(world, 2) && end > 6)
		end = below(world, 6);
	while (is_inside_letter(out + end))
		end++;
	out[end] = '\0';
}

static void random_selection(struct world *world, struct selection *selection)
{
	static const int sorts[] = { NUMBER, NAME, EMAIL, PHONE, PRICING, TERMS, ACTIVE };
	char value[32];

	selection_init(selection, &customers_collection, world->organization);
	selection->sort = schema_field(customers_collection.schema,
				       members[sorts[below(world, CASES(sorts))]]);
	selection->descending = below(world, 2);
	selection->page_size = below(world, 4) ? 25 : 7;
	for (unsigned i = below(world, 3); i > 0; i--) {
		int member = (int)below(world, MEMBERS);
		const struct customer *like = &world->customers[below(world, ROWS)];
		enum filter_op op = (enum filter_op)below(world, OP_COUNT);
		random_part(world, like->texts[member], value);
		if (member == ACTIVE) {
			snprintf(value, sizeof(value), "%s", like->texts[member]);
			op = below(world, 2) ? OP_EQUALS : OP_NOT_EQUALS;
		}
		selection_add(selection, schema_field(customers_collection.schema, members[member]),
			      op, value);
	}
}

/* Changes, deletes or makes anew; sometimes takes it back. */
static void random_write(struct world *world)
{
	struct customer *customer = &world->customers[below(world, ROWS)], before = *customer;
	struct error err;

	assert_true(store_begin(world->store, &err));
	if (customer->id && below(world, 3) == 0) {
		assert_true(store_delete(world->store, &customers_collection, world->organization,
					 customer->id, &err));
		customer->id = 0;
	} else {
		make(world, customer);
		write_customer(world, world->organization, customer);
	}
	if (below(world, 5) == 0) {
		store_rollback(world->store);
		*customer = before;
		return;
	}
	assert_true(store_commit(world->store, &err));
}

static void lists_are_what_looking_at_each_row_gives(void **state)
{
	enum { KEPT = 12 };
	struct world *world = new_world();
	struct selection kept[KEPT];

	(void)state;
	for (size_t i = 0; i < KEPT; i++)
		random_selection(world, &kept[i]);
	for (int round = 0; round < ROUNDS; round++) {
		/* The same ones again and again: their totals and anchors are corrected, not
		 * counted. */
		struct selection *selection = &kept[below(world, KEPT)];
		if (below(world, 8) == 0) {
			selection_finish(selection);
			random_selection(world, selection);
		}
		check_page(world, selection);
		for (unsigned writes = below(world, 2) ? below(world, WRITES) : 0; writes > 0;
		     writes--)
			random_write(world);
		if (below(world, 3) == 0) {
			struct error err;
			store_rest(world->store);
			assert_true(store_settle(world->store, &err));
		}
	}
	for (size_t i = 0; i < KEPT; i++)
		selection_finish(&kept[i]);
	free_world(world);
}

/* ---- The file ---- */

static char *new_path(void)
{
	char folder[] = "/tmp/nymble-store-XXXXXX";

	assert_non_null(mkdtemp(folder));
	return xasprintf("%s/sandbox.db", folder);
}

static void remove_path(char *path)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < CASES(ends); i++) {
		char *file = xasprintf("%s%s", path, ends[i]);
		unlink(file);
		free(file);
	}
	*strrchr(path, '/') = '\0';
	assert_int_equal(rmdir(path), 0);
	free(path);
}

/* "" when it opens, else what is said, from behind the path. */
static void check_open(const char *path, struct store_size size, bool reset, const char *expected)
{
	struct error err = { .code = ERROR_NONE };
	struct store *store = store_open(&(struct store_options){ path, size, reset, fill }, &err);
	const char *said = strncmp(err.message, path, strlen(path)) == 0
				   ? err.message + strlen(path)
				   : err.message;

	assert_string_equal(said, expected);
	assert_true(!*expected == (store != NULL));
	store_close(store);
}

static void a_file_keeps_its_size(void **state)
{
	char *path = new_path();

	(void)state;
	check_open(path, (struct store_size){ 10, 20, 3 }, false, "");
	check_open(path, (struct store_size){ -1, -1, -1 }, false, "");
	check_open(path, (struct store_size){ 10, -1, 3 }, false, "");
	check_open(path, (struct store_size){ 11, -1, -1 }, false,
		   " was made with 10 customers, 20 products and seed 3, not 11, 20 and 3; --reset "
		   "makes it anew, "
		   "--db names another file");
	check_open(path, (struct store_size){ 11, 20, 3 }, true, "");
	check_open(path, (struct store_size){ 11, 20, 3 }, false, "");
	remove_path(path);
}

static void other_files_are_left_alone(void **state)
{
	char *path = new_path();
	FILE *file = fopen(path, "w");

	(void)state;
	assert_non_null(file);
	fputs("this is somebody's letter, and long enough to be read as the head of a database "
	      "file",
	      file);
	for (int i = 0; i < 100; i++)
		fputs(" and more", file);
	fclose(file);
	check_open(path, (struct store_size){ -1, -1, -1 }, false,
		   ": The database says: file is not a database");
	check_open(path, (struct store_size){ -1, -1, -1 }, true,
		   ": The database says: file is not a database");
	file = fopen(path, "r");
	assert_int_equal(fgetc(file), 't');
	fclose(file);
	remove_path(path);
}

static void a_file_in_use_is_not_reset(void **state)
{
	char *path = new_path();
	struct error err = { .code = ERROR_NONE };
	struct store *store =
		store_open(&(struct store_options){ path, { 1, 1, 1 }, false, fill }, &err);

	(void)state;
	assert_non_null(store);
	check_open(path, (struct store_size){ -1, -1, -1 }, true,
		   " is in use by another sandbox; end that one first");
	store_close(store);
	check_open(path, (struct store_size){ -1, -1, -1 }, true, "");
	remove_path(path);
}

static void two_processes_see_each_others_writes(void **state)
{
	char *path = new_path();
	struct error err = { .code = ERROR_NONE };
	const struct store_options options = { path, { 1, 1, 1 }, false, fill };
	struct store *one = store_open(&options, &err), *two = store_open(&options, &err);
	struct selection selection;
	uint64_t before, after;
	int64_t total, id = 0;

	(void)state;
	assert_string_equal(err.message, "");
	assert_string_equal(store_signing_key(one), store_signing_key(two));
	selection_init(&selection, &customers_collection, 1);
	assert_true(store_page(two, &selection, &total, NULL, NULL, &err));
	assert_int_equal(total, 0);
	assert_true(store_version(two, &before, &err));
	store_rest(two);
	assert_true(store_begin(one, &err));
	assert_true(store_write(one, &customers_collection, 1, &id, "{\"customerNumber\":\"A\"}",
				&err));
	assert_true(store_commit(one, &err));
	assert_false(store_is_settled(one));
	assert_true(store_version(two, &after, &err));
	assert_int_equal(before, after);
	store_rest(two);
	assert_true(store_settle(one, &err));
	assert_true(store_version(two, &after, &err));
	assert_true(before != after);
	selection.page = 2; /* no row to be given */
	assert_true(store_page(two, &selection, &total, NULL, NULL, &err));
	assert_int_equal(total, 1);
	selection_finish(&selection);
	store_close(one);
	store_close(two);
	remove_path(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_what_looking_at_each_row_gives),
		cmocka_unit_test(a_file_keeps_its_size),
		cmocka_unit_test(other_files_are_left_alone),
		cmocka_unit_test(a_file_in_use_is_not_reset),
		cmocka_unit_test(two_processes_see_each_others_writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
