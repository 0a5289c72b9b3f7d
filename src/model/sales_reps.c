/* SPDX-License-Identifier: ISC */
#include "model/sales_reps.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

/* Names: nymble.openapi.yaml, SalesRep; alias: its x-reader-aliases. The contract can only read them. */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_CSV };

static const struct field sales_rep_fields[] = {
	{ .name = "repNumber", .label = N_("Number"), .kind = &kind_text, .sort = "RepNumber", .width_cols = 10,
	  .in = IN_ALL, .write = WRITE_NEVER },
	{ .name = "firstName", .label = N_("First name"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "lastName", .label = N_("Last name"), .kind = &kind_text, .width_cols = 16, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_text, .width_cols = 30, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "phoneNumber", .aliases = ALIASES("phone"), .label = N_("Phone"), .kind = &kind_text,
	  .width_cols = 17, .in = IN_ALL, .write = WRITE_NEVER },
	{ .name = "active", .label = N_("Active"), .kind = &kind_bool, .width_cols = 6, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "salesRepId", .label = N_("Person id"), .kind = &kind_text, .width_cols = 16, .in = IN_RECORD,
	  .write = WRITE_NEVER },
	{ .name = "organizationSalesRepId", .label = N_("Assignment id"), .kind = &kind_text, .width_cols = 16,
	  .in = IN_RECORD, .write = WRITE_NEVER },
	{ .name = "organizationId", .label = N_("Organization"), .kind = &kind_text, .width_cols = 16,
	  .in = IN_RECORD, .write = WRITE_NEVER },
};

const struct schema nymble_sales_rep_schema = { FIELDS(sales_rep_fields), .key = "repNumber", .title = "lastName" };

const struct resource nymble_sales_reps = {
	.name = "sales-reps",
	.label = N_("Sales reps"),
	.schema = &nymble_sales_rep_schema,
	.count_one = N_("%s sales rep"),
	.count_many = N_("%s sales reps"),
	.none_yet = N_("No sales reps yet."),
	.no_match = N_("No sales rep matches %s."),
	.gone = N_("Sales rep %s is gone."),
	.missing = N_("There is no sales rep %s, or your login may not see it."),
};
