/* What travels of a list or a record of Flow Retail where that is not what is in the tables. */
/* SPDX-License-Identifier: ISC */
#include "api/dialect.h"

#include <inttypes.h>
#include <string.h>

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/url.h"
#include "model/flow_customers.h"
#include "schema/field.h"
#include "schema/json.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"

/* --- what is asked --------------------------------------------------------------------------- */

/* The one condition that a list without a search answers: our name, the service's. */
static bool is_list_condition(const struct condition *condition)
{
	return strcmp(condition->field->name, "externalId") == 0;
}

void flow_write_list(FILE *out, const struct query *query, const char *search_field, int page,
		     int page_size, const struct profile *profile)
{
	const struct field *sort = query_sort(query);
	const struct condition *condition;

	(void)search_field;
	(void)profile;
	fprintf(out, "?pageNumber=%d&pageSize=%d", page, page_size);
	if (sort) { /* F11: the member's name */
		fputs("&sortBy=", out);
		url_write_encoded(out, sort->sort ? sort->sort : sort->name);
		fprintf(out, "&sortDirection=%s", query_descending(query) ? "DESC" : "ASC");
	}
	for (size_t i = 0; (condition = query_at(query, i)); i++)
		if (is_list_condition(condition)) {
			fputs("&customerExternalId=", out);
			url_write_encoded(out, condition->value);
		}
}

/* F3: a scope is never sent. */
struct json *flow_list_body(const struct query *query)
{
	struct json *body = json_new_object();
	const struct condition *condition;

	if (query_search(query))
		json_put_take(body, "query", json_new_string(query_search(query)));
	for (size_t i = 0; (condition = query_at(query, i)); i++)
		if (condition->field->kind == &kind_bool)
			json_put_take(body, condition->field->name,
				      json_new_bool(strcmp(condition->value, "true") == 0));
		else if (!is_list_condition(condition))
			json_put_take(body, condition->field->name, json_new_string(condition->value));
	return body;
}

/* --- records that come ----------------------------------------------------------------------- */

/* F16: the raw number counts parts of a currency's main unit. What is not exact in ten-thousandths is left
 * out: the raw number is there. */
static void put_amount(struct json *credit, const char *raw, const char *name, int64_t scale)
{
	const char *text = json_member_text(credit, raw);
	struct decimal amount;
	char number[DECIMAL_TEXT_SIZE];

	if (!text || scale <= 0 || !decimal_from_number(text, &amount) || amount.value % scale != 0)
		return;
	decimal_format((struct decimal){ amount.value / scale }, number);
	json_put_take(credit, name, json_new_number(number));
}

/* F4: whatever is no company is a private person, and sent back as the service calls one. */
static void take_type_over(struct json *customer, char **seen)
{
	const char *type = json_text(json_member_exact(customer, "customerType"));

	if (!type || !*type || strcmp(type, FLOW_COMPANY) == 0)
		return;
	if (seen)
		xreplace(seen, type);
	json_put_take(customer, "customerType", json_new_string(FLOW_PRIVATE));
}

void flow_take_over(const struct schema *schema, struct json *object, const struct profile *profile,
		    struct dialect_notes *notes)
{
	if (schema != &flow_customer_schema && schema != &flow_external_schema)
		return;
	take_type_over(object, schema == &flow_customer_schema ? &notes->private_type : NULL);
	const struct json *member = json_member(object, "credit");
	if (json_type(member) == JSON_OBJECT) {
		struct json *credit = json_edit(object, member);
		put_amount(credit, "limit", "limitAmount", profile->amount_scale);
		put_amount(credit, "balance", "balanceAmount", profile->amount_scale);
	}
}

/* --- records that go ------------------------------------------------------------------------- */

/* F4: what a private person is called is not documented, so a new one says nothing: it is the default. */
void flow_hand_over(struct json *body, bool fresh, const struct profile *profile,
		    const struct dialect_notes *notes)
{
	const struct json *type = json_member_exact(body, "customerType");
	const char *text = json_text(type);

	if (!text || strcmp(text, FLOW_COMPANY) == 0)
		return;
	if (fresh) {
		json_remove(body, type);
		return;
	}
	const char *literal = notes->private_type ? notes->private_type : profile->private_customer_type;
	json_put_take(body, "customerType", json_new_string(literal ? literal : FLOW_PRIVATE));
}
