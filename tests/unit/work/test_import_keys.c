/* Rows of a file for a service that gives keys itself: found by key, by external id, or new; with members
 * inside objects, and lists in one cell. */
/* SPDX-License-Identifier: ISC */
#include "work/import_fixture.h"

#include "base/atomic_file.h"
#include "schema/json.h"
#include "work/job.h"
#include "work/report.h"

#define CUSTOMERS "/tenants/tnt-1/customers"
#define LIST CUSTOMERS "?"
#define BATCH CUSTOMERS "/batch"
#define PAGING(count) "\"paging\":{\"pageNumber\":1,\"pageSize\":100,\"pageCount\":1,\"totalCount\":" count "}"
#define GROUPS                                                                                     \
	ANSWER("GET", "/customer-groups", 0, 200,                                                  \
	       "{\"items\":[{\"customerGroupUid\":\"cg-1\",\"name\":\"Trade accounts\"},"           \
	       "{\"customerGroupUid\":\"cg-2\",\"name\":\"Club\"}]," PAGING("2") "}")

#define NORDLYS                                                                                    \
	"{\"customerUid\":\"c-1\",\"externalId\":\"e-1\",\"customerType\":\"COMPANY\","             \
	"\"companyName\":\"Nordlys AS\",\"city\":\"Oslo\",\"ehf\":{\"enabled\":true,\"id\":7},"     \
	"\"customerGroups\":[{\"customerGroupUid\":\"cg-1\",\"name\":\"Trade accounts\"}],"         \
	"\"credit\":{\"limit\":5000000}}"
#define PERSON(key, id, city)                                                                      \
	"{\"customerUid\":\"" key "\",\"externalId\":\"" id "\",\"firstname\":\"Eva\","             \
	"\"lastname\":\"Lund\",\"city\":\"" city "\"}"

/* Of five that are looked at in one page. */
static const struct step five[] = {
	ANSWER("GET", LIST, 0, 200,
	       "{\"items\":[" NORDLYS "," PERSON("c-2", "e-2", "Moss") "," PERSON("c-3", "e-3", "Moss") ","
	       PERSON("c-4", "e-4", "Moss") "]," PAGING("4") "}"),
	GROUPS,
};

static void assert_key(const struct imported *imported, size_t i, const char *key)
{
	struct import_row row;

	import_row_read(imported->import, i, &row);
	assert_string_equal(row.key, key);
	import_row_finish(&row);
}

/* Who has an external id is found in the pages, and what a row of them lacks, the record lacks. */
static void rows_are_found_by_external_id(void **state)
{
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(five),
		   "externalId,city,firstname,lastname\n"
		   "e-2,Bergen,,\ne-3,Moss,,\ne-8,Voss,Ola,Moe\n,Hamar,Kari,Moe\ne-9,Voss,,Moe\n");
	assert_summary(&imported, "2 new, 1 changed, 1 same, 1 wrong");
	assert_row(&imported, 0, IMPORT_CHANGED, "City: Moss -> Bergen");
	assert_row(&imported, 2, IMPORT_NEW, "Ola Moe");
	assert_row(&imported, 3, IMPORT_NEW, "Kari Moe");
	assert_row(&imported, 4, IMPORT_WRONG, "First name: This must be filled in");
	assert_key(&imported, 0, "e-2");
	assert_key(&imported, 3, "");
	assert_int_equal(fault_proxy_requests(imported.fixture.server), 1);

	struct error err = { 0 };
	struct job *job = import_job(imported.import, &err);
	assert_int_equal(job->keys.count, 3);
	assert_string_equal(text_list_at(&job->keys, 0), "c-2"); /* whose key is known by now */
	assert_string_equal(text_list_at(&job->keys, 1), "e-8");
	assert_string_equal(text_list_at(&job->keys, 2), "Kari Moe");
	assert_string_equal(job_record_key(job, 0), "c-2");
	assert_string_equal(job_record_key(job, 1), "");
	import_refused(imported.import, 2, "because");
	assert_row(&imported, 3, IMPORT_WRONG, "because");
	job_free(job);
	finish(&imported);
}

/* Few are looked up one by one. */
static void few_are_looked_up(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "customerExternalId=e-2", 0, 200,
		       "{\"items\":[" PERSON("c-2", "e-2", "Moss") "]," PAGING("1") "}"),
		ANSWER("GET", CUSTOMERS "/c-2", 0, 200, PERSON("c-2", "e-2", "Moss")),
		ANSWER("GET", "customerExternalId=e-8", 0, 200, "{\"items\":[]," PAGING("0") "}"),
		ANSWER("GET", CUSTOMERS "/c-3", 0, 200, PERSON("c-3", "e-3", "Moss")),
	};
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps),
		   "customerUid,externalId,city,firstname,lastname\n"
		   ",e-2,Bergen,,\n,e-8,Voss,Ola,Moe\nc-3,,Voss,,\n");
	assert_summary(&imported, "1 new, 2 changed, 0 same, 0 wrong");
	finish(&imported);
}

static void two_rows_are_not_about_one_record(void **state)
{
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(five),
		   "customerUid,externalId,city\nc-2,,Bergen\n,e-2,Voss\n,e-3,Voss\n,e-3,Oslo\nc-4,,Moss\nc-3,,Voss\n");
	assert_row(&imported, 0, IMPORT_CHANGED, "City: Moss -> Bergen");
	assert_row(&imported, 1, IMPORT_WRONG, "Uid: c-2 is in line 2 already");
	assert_row(&imported, 3, IMPORT_WRONG, "External id: e-3 is in line 4 already");
	assert_row(&imported, 4, IMPORT_SAME, "");
	finish(&imported);
}

/* A key that is not there, and an external id that somebody has: no service renames here. */
static void nobody_gets_another_key(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", CUSTOMERS "/c-9", 0, 404, "{\"message\":\"No\"}"),
		ANSWER("GET", "customerExternalId=e-2", 0, 200,
		       "{\"items\":[" PERSON("c-2", "e-2", "Moss") "]," PAGING("1") "}"),
		ANSWER("GET", CUSTOMERS "/c-2", 0, 200, PERSON("c-2", "e-2", "Moss")),
	};
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps), "customerUid,externalId,firstname,lastname\nc-9,e-2,Ola,Moe\n");
	assert_row(&imported, 0, IMPORT_WRONG, "External id: e-2 belongs to c-2");
	finish(&imported);
}

static void one_of_two_columns_is_needed(void **state)
{
	struct imported imported;
	struct error err = { 0 };

	(void)state;
	open_text_many(&imported, NULL, 0, "firstname,lastname\nOla,Moe\n");
	assert_false(import_compare(imported.import, &err));
	assert_non_null(strstr(err.message, "no column is customerUid or externalId: one of them says which record is meant"));
	finish(&imported);
}

/* What a company has to have, a person has not. */
static void what_is_needed_depends_on_the_type(void **state)
{
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(five),
		   "externalId,customerType,companyName,firstname,lastname\n"
		   "n-1,COMPANY,Fjord AS,,\nn-2,COMPANY,,Ola,Moe\nn-3,,,Ola,Moe\ne-2,COMPANY,,,\nn-5,,Fjord AS,,\n");
	assert_summary(&imported, "2 new, 0 changed, 0 same, 3 wrong");
	assert_row(&imported, 0, IMPORT_NEW, "Fjord AS");
	assert_row(&imported, 1, IMPORT_WRONG, "Company name: This must be filled in");
	assert_row(&imported, 2, IMPORT_NEW, "Ola Moe");
	assert_row(&imported, 3, IMPORT_WRONG, "Company name: This must be filled in");
	finish(&imported);
}

#define LINES "customerUid,ehf.enabled,customerGroups,city\n"

static void members_inside_and_lists_are_cells(void **state)
{
	const struct step steps[] = {
		five[0], GROUPS, ANSWER("GET", CUSTOMERS "/c-1", 0, 200, NORDLYS),
		ANSWER("GET", CUSTOMERS "/c-2", 0, 200, PERSON("c-2", "e-2", "Moss")),
		ANSWER("POST", BATCH, 1, 200,
		       "{\"update\":[{\"index\":0,\"status\":200},{\"index\":1,\"status\":200}]}"),
	};
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps),
		   LINES "c-1,no,,\nc-2,,Club; cg-1,\nc-3,,Clubs,\nc-4,,,Moss\nc-9,yes,,\n");
	assert_row(&imported, 0, IMPORT_CHANGED, "E-invoices: yes -> NO");
	assert_int_equal(import_verdict_at(imported.import, 1), IMPORT_CHANGED);
	write_all(&imported);
	char *body = NULL;
	for (int i = 0; !body && i < fault_proxy_requests(imported.fixture.server); i++) {
		char *request = fault_proxy_request(imported.fixture.server, i);

		body = strncmp(request, "POST ", 5) == 0 ? xstrdup(strstr(request, "\r\n\r\n") + 4) : NULL;
		free(request);
	}
	assert_non_null(body);
	assert_non_null(strstr(body, "{\"ehf\":{\"enabled\":false,\"id\":7},\"customerUid\":\"c-1\"}"));
	assert_non_null(strstr(body, "{\"customerGroupUids\":[\"cg-2\",\"cg-1\"],\"customerUid\":\"c-2\"}"));
	free(body);
	finish(&imported);
}

/* Groups by their uids, in the same order or not there, are no change. */
static void the_same_groups_are_no_change(void **state)
{
	const struct step steps[] = { GROUPS, ANSWER("GET", CUSTOMERS "/c-1", 0, 200, NORDLYS) };
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps), "customerUid,customerGroupUids,ehfEnabled\nc-1,cg-1,true\n");
	assert_summary(&imported, "0 new, 0 changed, 1 same, 0 wrong");
	finish(&imported);
}

/* A name that the service makes: nobody is renamed by it, and that is said. */
static void a_name_that_is_passed_over_is_said(void **state)
{
	const struct step steps[] = { ANSWER("GET", CUSTOMERS "/c-1", 0, 200,
					     "{\"customerUid\":\"c-1\",\"displayName\":\"Nord\"}"),
				      ANSWER("GET", CUSTOMERS "/c-2", 0, 200,
					     "{\"customerUid\":\"c-2\",\"displayName\":\"Syd\"}") };
	const struct {
		const char *lines, *note;
	} cases[] = {
		{ "customerUid,displayName\nc-1,Nytt\nc-2,Syd\n",
		  "1 row has another Name (displayName), which cannot be imported." },
		{ "customerUid,displayName\nc-1,Nord\nc-2,\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct imported imported;

		start_many(&imported, STEPS(steps), cases[i].lines);
		assert_summary(&imported, "0 new, 0 changed, 2 same, 0 wrong");
		assert_text_take(import_note(imported.import), cases[i].note);
		finish(&imported);
	}
}

#define MEMBER(key)                                                                                \
	"{\"customerUid\":\"" key "\",\"firstname\":\"Eva\",\"lastname\":\"Lund\",\"customerGroups\":["    \
	"{\"customerGroupUid\":\"cg-1\"},{\"customerGroupUid\":\"cg-2\"}]}"

static void groups_have_no_order(void **state)
{
	const struct step steps[] = { GROUPS, ANSWER("GET", CUSTOMERS "/c-1", 0, 200, MEMBER("c-1")) };
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps), "customerUid,customerGroupUids\nc-1,cg-2;cg-1\n");
	assert_summary(&imported, "0 new, 0 changed, 1 same, 0 wrong");
	finish(&imported);
}

/* An empty cell is no word, unless that is asked for: then it empties the set. */
static void an_empty_cell_of_groups_empties_if_asked(void **state)
{
	const struct step steps[] = { GROUPS, ANSWER("GET", CUSTOMERS "/c-1", 0, 200, MEMBER("c-1")),
				      ANSWER("GET", CUSTOMERS "/c-2", 0, 200, PERSON("c-2", "e-2", "Moss")) };
	const char lines[] = "customerUid,customerGroupUids\nc-1,\nc-2,\n";
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps), lines);
	assert_summary(&imported, "0 new, 0 changed, 2 same, 0 wrong");
	finish(&imported);
	open_text_many(&imported, STEPS(steps), lines);
	import_set_clear_empty(imported.import, true);
	compare(&imported);
	assert_summary(&imported, "0 new, 1 changed, 1 same, 0 wrong");
	assert_int_equal(import_verdict_at(imported.import, 0), IMPORT_CHANGED);
	finish(&imported);
}

static void json_has_what_the_contract_has(void **state)
{
	const struct step steps[] = { ANSWER("GET", CUSTOMERS "/c-1", 0, 200, NORDLYS),
				      ANSWER("GET", CUSTOMERS "/c-2", 0, 200, PERSON("c-2", "e-2", "Moss")) };
	struct imported imported;

	(void)state;
	start_many(&imported, STEPS(steps),
		   "[" NORDLYS ",\n{\"customerUid\":\"c-2\",\"ehf\":{\"enabled\":true},\"city\":null},\n"
		   "{\"firstname\":\"Ola\",\"lastname\":\"Moe\",\"customerGroupUids\":[\"cg-1\"]}]");
	assert_summary(&imported, "1 new, 1 changed, 1 same, 0 wrong");
	assert_row(&imported, 1, IMPORT_CHANGED, "E-invoices: - -> yes");
	finish(&imported);
}

/* A report is a file for an import again: what has no key yet must not get its external id as one. */
static void a_report_names_no_key_that_is_none(void **state)
{
	const struct step steps[] = {
		ANSWER("GET", "customerExternalId=n-1", 0, 200, "{\"items\":[]," PAGING("0") "}"),
		ANSWER("POST", BATCH, 0, 207,
		       "{\"upsert\":[{\"index\":0,\"status\":409,\"error\":{\"message\":\"Not now\"}}]}"),
	};
	struct imported imported;
	struct error err = { 0 };
	size_t len;

	(void)state;
	start_many(&imported, STEPS(steps), "externalId,firstname,lastname\nn-1,Ola,Moe\n");
	assert_row(&imported, 0, IMPORT_NEW, "Ola Moe");
	write_all(&imported);
	assert_counts(&imported, 0, 1);
	assert_true(report_write(imported.batch, REPORT_NOT_DONE, imported.path, &err));
	char *text = atomic_file_read(imported.path, 4000, &len, &err);
	assert_int_equal(strncmp(text, "customerUid,customerType,", 25), 0);
	assert_non_null(strstr(text, "\n,"));
	assert_non_null(strstr(text, ",n-1,"));
	assert_non_null(strstr(text, "Not now"));
	free(text);
	finish(&imported);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_found_by_external_id),
		cmocka_unit_test(few_are_looked_up),
		cmocka_unit_test(two_rows_are_not_about_one_record),
		cmocka_unit_test(nobody_gets_another_key),
		cmocka_unit_test(one_of_two_columns_is_needed),
		cmocka_unit_test(what_is_needed_depends_on_the_type),
		cmocka_unit_test(members_inside_and_lists_are_cells),
		cmocka_unit_test(the_same_groups_are_no_change),
		cmocka_unit_test(a_name_that_is_passed_over_is_said),
		cmocka_unit_test(groups_have_no_order),
		cmocka_unit_test(an_empty_cell_of_groups_empties_if_asked),
		cmocka_unit_test(json_has_what_the_contract_has),
		cmocka_unit_test(a_report_names_no_key_that_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
