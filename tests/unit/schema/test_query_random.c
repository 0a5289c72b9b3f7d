/* Whatever query there can be prints as one line and reads back as the same query.
 * NYMBLE_QUERY_ROUNDS=1000000 tries longer, NYMBLE_QUERY_SEED=7 others. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/error.h"
#include "model/customers.h"
#include "model/flow_customers.h"
#include "model/products.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"

enum { ROUNDS = 20000, CONDITIONS_MAX = 6, PIECES_MAX = 12, PIECE_SIZE = 16 };

struct chance {
	uint64_t seed;
};

static unsigned below(struct chance *chance, unsigned limit)
{
	chance->seed ^= chance->seed << 13;
	chance->seed ^= chance->seed >> 7;
	chance->seed ^= chance->seed << 17;
	return (unsigned)(chance->seed >> 32) % limit;
}

static uint64_t from_environment(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);

	return text ? strtoull(text, NULL, 10) : otherwise;
}

/* What the line itself uses, what it has to escape, and what other scripts have. */
static void write_text(struct chance *chance, char *out)
{
	static const char pieces[][PIECE_SIZE] = {
		"a", "Z", "0", " ", "  ", ":", "=", "-", "\"", "\\", "\\n", "\n", "\r", "\t", ",", "%", "&",
		"sort=", "search=", "companyName:", "\x01", "\x7f", "é", "日本", "e\u0301", "\u202e", "👩\u200d🚀",
	};
	unsigned count = below(chance, PIECES_MAX);

	for (*out = '\0'; count > 0; count--)
		strcat(out, pieces[below(chance, CASES(pieces))]);
}

static void add_condition(struct chance *chance, struct query *query)
{
	const struct schema *schema = resource_criteria(query_resource(query));
	const struct field *field = &schema->fields[below(chance, (unsigned)schema->field_count)];
	enum filter_op op = (enum filter_op)below(chance, OP_COUNT);
	char value[PIECES_MAX * PIECE_SIZE];

	write_text(chance, value);
	if (field->kind == &kind_bool)
		strcpy(value, below(chance, 2) ? "true" : "false");
	else if (field->kind == &kind_time)
		strcpy(value, "2026-01-31T00:00:00Z");
	else if (field->kind == &kind_mobile)
		strcpy(value, below(chance, 2) ? "+4755501220" : "5550");
	else if (field->kind->checked)
		strcpy(value, below(chance, 2) ? "12" : "-3");
	if (query_ops(query, field) & (1U << op)) /* search fields have rules of their own */
		assert_true(query_add(query, field, op, value, NULL) || query_resource(query)->criteria);
}

static struct query *random_query(struct chance *chance)
{
	static const struct resource *const resources[] = { &nymble_customers, &nymble_products, &flow_customers };
	const struct resource *resource = resources[below(chance, CASES(resources))];
	const struct schema *schema = resource->schema;
	struct query *query = query_new(resource);
	char text[PIECES_MAX * PIECE_SIZE];

	for (unsigned count = below(chance, CONDITIONS_MAX + 1); count > 0; count--)
		add_condition(chance, query);
	if (below(chance, 2)) /* a list of values is refused: then there is no order */
		query_set_sort(query, &schema->fields[below(chance, (unsigned)schema->field_count)],
			       below(chance, 2), NULL);
	write_text(chance, text);
	if (below(chance, 2))
		query_set_search(query, text);
	if (!query_check(query, NULL))
		query_set_search(query, NULL);
	return query;
}

static void every_query_reads_back(void **state)
{
	struct chance chance = { from_environment("NYMBLE_QUERY_SEED", 0x853c49e6748fea9b) };
	uint64_t rounds = from_environment("NYMBLE_QUERY_ROUNDS", ROUNDS);

	(void)state;
	for (uint64_t round = 0; round < rounds; round++) {
		struct error err = { 0 };
		struct query *query = random_query(&chance);
		char *line = query_print(query);
		struct query *again = query_parse(query_resource(query), line, &err);

		if (!again)
			fail_msg("%s: %s", line, err.message);
		if (strpbrk(line, "\r\n"))
			fail_msg("more than one line: %s", line);
		if (!query_equal(query, again))
			fail_msg("%s", line);
		assert_text_take(query_print(again), line);
		free(line);
		query_free(again);
		query_free(query);
	}
	print_message("# %llu queries\n", (unsigned long long)rounds);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_query_reads_back) };

	return cmocka_run_group_tests_name("query_random", tests, NULL, NULL);
}
