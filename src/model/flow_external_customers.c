/* SPDX-License-Identifier: ISC */
#include "model/flow_customers.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

/* Names: flow.openapi.yaml, CustomerExternal: as the customers' (F6: a register may say more). */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_CSV, IN_BODY = IN_RECORD | IN_CSV };

static const struct field external_fields[] = {
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .width_cols = 12, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "companyName", .label = N_("Company name"), .kind = &kind_text, .width_cols = 22, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "firstname", .label = N_("First name"), .kind = &kind_text, .width_cols = 11, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "lastname", .label = N_("Last name"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "city", .label = N_("City"), .kind = &kind_text, .width_cols = 12, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "vatNumber", .label = N_("VAT number"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "customerType", .label = N_("Type"), .kind = &kind_customer_type, .width_cols = 14, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "address", .label = N_("Address"), .kind = &kind_text, .width_cols = 20, .in = IN_BODY,
	  .write = WRITE_NEVER },
	{ .name = "postalCode", .label = N_("Postal code"), .kind = &kind_text, .width_cols = 11, .in = IN_BODY,
	  .write = WRITE_NEVER },
	{ .name = "countryCode", .label = N_("Country"), .kind = &kind_country, .width_cols = 7, .in = IN_BODY,
	  .write = WRITE_NEVER },
	{ .name = "mobile", .label = N_("Mobile"), .kind = &kind_mobile, .width_cols = 15, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_email, .width_cols = 28, .in = IN_ALL,
	  .write = WRITE_NEVER },
};

static const struct tab external_tabs[] = { { N_("Register") } };

/* The register's key may be missing; a person is known by both names. */
const struct schema flow_external_schema = {
	FIELDS(external_fields), TABS(external_tabs), .key = "externalId", .title = "companyName",
	.summary = VALUES("companyName", "firstname lastname"),
};

const struct resource flow_external_customers = {
	.name = "external-customers",
	.label = N_("External register"),
	.schema = &flow_external_schema,
	.whole_rows = true,
	.needs_search = true,
	.taken_over_as = &flow_customers,
	.count_one = N_("%s entry of the register"),
	.count_many = N_("%s entries of the register"),
	.none_yet = N_("The register has no such entry."),
	.no_match = N_("No entry of the register matches %s."),
	.gone = N_("Entry %s of the register is gone."),
	.missing = N_("There is no entry %s in the register, or your login may not see it."),
};
