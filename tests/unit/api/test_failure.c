/* What a service says when it refuses, as a sentence for the user: documented bodies, others, none.
 */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "api/dialect.h"
#include "api/failure.h"
#include "model/customers.h"
#include "net/call.h"
#include "schema/resource.h"

static const struct {
	int status;
	const char *role, *body;
	enum error_code code;
	const char *sentence;
	size_t messages;
} refusals[] = {
	{ 404, "", "", ERROR_MISSING, "There is no customer HRB-9, or your login may not see it.", 0 },
	{ 403, "SalesRep", "", ERROR_FORBIDDEN, "Your role (SalesRep) may not deactivate customers.",
	  0 },
	{ 403, "", "{\"title\":\"Forbidden\",\"status\":403}", ERROR_FORBIDDEN,
	  "This login may not deactivate customers.", 0 },
	{ 403, "SalesRep", "{\"detail\":\"Not your customer.\"}", ERROR_FORBIDDEN,
	  "Your role (SalesRep) may not deactivate customers: Not your customer.", 0 },
	{ 409, "",
	  "{\"title\":\"Conflict\",\"detail\":\"Customer number HRB-9 is already in use.\"}",
	  ERROR_REFUSED,
	  "HRB-9 was not deactivated: Customer number HRB-9 is already in use. (409)", 0 },
	{ 400, "",
	  "{\"title\":\"One or more validation errors occurred\",\"errors\":{\"CompanyEmail\":"
	  "[\"An address is needed.\",\"It is too short.\"],\"Addresses[0].Country\":[\"Two "
	  "letters.\"]}}",
	  ERROR_REFUSED,
	  "HRB-9 was not deactivated: CompanyEmail: An address is needed. CompanyEmail: It is too "
	  "short. "
	  "Addresses[0].Country: Two letters. (400)",
	  3 },
	{ 400, "", "{\"errors\":{\"Pricing\":\"No such tier.\",\"\":[null,\"\",{}]}}",
	  ERROR_REFUSED, "HRB-9 was not deactivated: Pricing: No such tier. (400)", 1 },
	{ 400, "", "{\"errors\":[{\"field\":\"Terms\",\"message\":\"Unknown.\"},\"And more.\"]}",
	  ERROR_REFUSED, "HRB-9 was not deactivated: Terms: Unknown. And more. (400)", 2 },
	{ 500, "", "{\"Message\":\"Out of order\"}", ERROR_REFUSED,
	  "HRB-9 was not deactivated: Out of order (500)", 0 },
	{ 502, "", "<html><body>Bad gateway</body></html>", ERROR_REFUSED,
	  "HRB-9 was not deactivated: the service answered with status 502", 0 },
	{ 418, "", "[1,2]", ERROR_REFUSED,
	  "HRB-9 was not deactivated: the service answered with status 418", 0 },
	{ 409, "", "{\"title\":null,\"errors\":null}", ERROR_REFUSED,
	  "HRB-9 was not deactivated: the service answered with status 409", 0 },
	{ 401, "", "", ERROR_LOGIN,
	  "HRB-9 was not deactivated: the service answered with status 401", 0 },
};

static struct failed_act deactivate(const char *role)
{
	const struct dialect_resource *customers =
		dialect_resource(&nymble_dialect, &nymble_customers);

	return (struct failed_act){
		.endpoint = &dialect_action(customers, "deactivate")->call,
		.resource = &nymble_customers,
		.key = "HRB-9",
		.role = role,
	};
}

static void refusals_are_whole_sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(refusals); i++) {
		struct failed_act act = deactivate(refusals[i].role);
		struct answer answer = { .outcome = ANSWER_HTTP,
					 .status = refusals[i].status,
					 .body = refusals[i].body,
					 .len = strlen(refusals[i].body) };
		struct failure failure;
		failure_read(&failure, &answer, &act);
		assert_string_equal(failure.error.message, refusals[i].sentence);
		assert_int_equal(failure.error.code, refusals[i].code);
		assert_int_equal(failure.status, refusals[i].status);
		assert_int_equal(failure.message_count, refusals[i].messages);
		failure_finish(&failure);
	}
}

static void messages_keep_their_field(void **state)
{
	static const char body[] = "{\"errors\":{\"SortOn\":[\"No such field.\"]}}";
	struct answer answer = {
		.outcome = ANSWER_HTTP, .status = 400, .body = body, .len = strlen(body)
	};
	struct failed_act act = deactivate("");
	struct failure failure;

	(void)state;
	failure_read(&failure, &answer, &act);
	assert_string_equal(failure.messages[0].field, "SortOn");
	assert_string_equal(failure.messages[0].text, "No such field.");
	assert_true(failure_names(&failure, "sortOn"));
	assert_false(failure_names(&failure, "sort"));
	failure_finish(&failure);
}

static void without_an_answer_the_net_says_why(void **state)
{
	struct answer answer = { .outcome = ANSWER_NOT_SENT,
				 .body = "",
				 .error = { ERROR_NETWORK,
					    "Cannot reach api.example (timed out)" } };
	struct failed_act act = deactivate("");
	struct failure failure;

	(void)state;
	failure_read(&failure, &answer, &act);
	assert_string_equal(failure.error.message, "Cannot reach api.example (timed out)");
	assert_int_equal(failure.error.code, ERROR_NETWORK);
	failure_finish(&failure);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refusals_are_whole_sentences),
		cmocka_unit_test(messages_keep_their_field),
		cmocka_unit_test(without_an_answer_the_net_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
