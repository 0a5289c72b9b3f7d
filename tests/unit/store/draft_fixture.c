/* SPDX-License-Identifier: ISC */
#include "draft_fixture.h"

#include "unit.h"

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "model/customers.h"
#include "schema/edit.h"
#include "schema/field.h"
#include "schema/record.h"
#include "schema/resource.h"
#include "store/draft.h"

const struct resource customers = { .name = "customers", .schema = &nymble_customer_schema };

struct drafts *drafts_at(const char *name, const char *url)
{
	struct profile *profile = profile_new(name);
	struct error err = { 0 };

	profile->url = xstrdup(url);
	struct drafts *drafts = drafts_open(profile, &err);
	assert_string_equal(err.message, "");
	profile_free(profile);
	return drafts;
}

struct drafts *shop(void)
{
	return drafts_at("shop", "https://api.example");
}

struct edit *edit_of(const char *json)
{
	struct record *record = record_parse(&nymble_customer_schema, json, strlen(json), NULL);

	assert_non_null(record);
	return edit_new_take(record);
}

struct edit *edit_of_harborline(void)
{
	return edit_of("{\"customerNumber\":\"HRB-1042\",\"companyName\":\"Harborline\","
		       "\"pricing\":\"Retail\"}");
}

void type(struct edit *edit, const char *field, const char *text)
{
	assert_true(edit_put_text(edit, (struct place){ 0 },
				  schema_field(&nymble_customer_schema, field), text, NULL));
}

char *save_named(struct drafts *drafts, const char *name)
{
	struct edit *edit = edit_of_harborline();
	struct error err = { 0 };
	char *id = NULL;

	type(edit, "companyName", name);
	if (!draft_save(drafts, &customers, edit, &id, &err))
		fail_msg("%s", err.message);
	edit_free(edit);
	return id;
}

char *take_name(struct drafts *drafts, const char *id)
{
	char *taken = xstrdup(id);
	struct error err = { 0 };
	struct edit *edit = draft_take(drafts, &customers, &taken, &err);

	if (!edit)
		fail_msg("%s", err.message);
	char *name = xstrdup(record_title(edit_now(edit)));
	edit_free(edit);
	free(taken);
	return name;
}
