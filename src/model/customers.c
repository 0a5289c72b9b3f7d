/* SPDX-License-Identifier: ISC */
#include "model/customers.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"

/* Names: nymble.openapi.yaml, Customer; aliases: its x-reader-aliases (N3, N4). */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_FILTER | IN_CSV };

static const struct choices tiers = { .source = "price-tiers" };	      /* N28 */
static const struct choices reps = { .source = "sales-reps", .open = true }; /* may be refused (403) */
static const struct choices countries = { .source = "countries" };

/* Texts that the sources show (N14, N7); any other may be typed. */
static const struct choices terms = { .values = VALUES("NET30", "NET60", "COD"), .open = true };
static const struct choices contact_types = {
	.values = VALUES("Purchasing", "Accounts Payable", "Receiving", "Primary", "Billing", "Shipping"),
	.open = true,
};
static const struct choices address_types = { .values = VALUES("Billing", "Shipping") }; /* N8 */

static const struct field address_fields[] = {
	{ .name = "addressType", .label = N_("Type"), .kind = &kind_text, .choices = &address_types,
	  .width_cols = 9, .required = true },
	{ .name = "isPrimary", .aliases = ALIASES("default"), .label = N_("Primary"), .kind = &kind_bool, .width_cols = 7 },
	{ .name = "line1", .aliases = ALIASES("address1"), .label = N_("Line 1"), .kind = &kind_text, .width_cols = 26 },
	{ .name = "line2", .aliases = ALIASES("address2"), .label = N_("Line 2"), .kind = &kind_text, .width_cols = 16 },
	{ .name = "postalCode", .aliases = ALIASES("zipPostalCode", "zip"), .label = N_("Postal code"), .kind = &kind_text, .width_cols = 11 },
	{ .name = "city", .label = N_("City"), .kind = &kind_text, .width_cols = 16 },
	{ .name = "state", .aliases = ALIASES("stateProvince"), .label = N_("State"), .kind = &kind_text, .width_cols = 6 },
	{ .name = "country", .label = N_("Country"), .kind = &kind_country, .choices = &countries, .width_cols = 7 },
	{ .name = "phone", .label = N_("Phone"), .kind = &kind_phone, .width_cols = 16 },
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .width_cols = 14 },
	{ .name = "code", .label = N_("Code"), .kind = &kind_text, .width_cols = 8, /* N5: the guide's alone */
	  .write = WRITE_IF_THERE },
};

/* One primary for each type, and one of each type at least (N12, lifecycle rules). */
const struct schema nymble_address_schema = {
	FIELDS(address_fields), .title = "line1", .external_id = "externalId",
	.summary = VALUES("addressType", "line1", "city"),
	.primary = "isPrimary", .group = "addressType",
	.wanted_groups = VALUES("Billing", "Shipping"), .no_group = N_("There is no %s address"),
	.entry_label = N_("address"), .add_label = N_("Add an address"), .nth_label = N_("Address %s"),
};

static const struct field contact_fields[] = {
	{ .name = "contactType", .label = N_("Type"), .kind = &kind_text, .choices = &contact_types, .width_cols = 16 },
	{ .name = "isPrimary", .label = N_("Primary"), .kind = &kind_bool, .width_cols = 7 },
	{ .name = "title", .label = N_("Title"), .kind = &kind_text, .width_cols = 5 },
	{ .name = "firstName", .label = N_("First name"), .kind = &kind_text, .width_cols = 14 },
	{ .name = "lastName", .label = N_("Last name"), .kind = &kind_text, .width_cols = 16 },
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_email, .width_cols = 28 },
	{ .name = "phone", .label = N_("Phone"), .kind = &kind_phone, .width_cols = 16 },
	{ .name = "fax", .label = N_("Fax"), .kind = &kind_phone, .width_cols = 16 },
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .width_cols = 14 },
};

const struct schema nymble_contact_schema = {
	FIELDS(contact_fields), .title = "lastName", .external_id = "externalId",
	.summary = VALUES("contactType", "firstName lastName", "email"),
	.primary = "isPrimary",
	.entry_label = N_("contact"), .add_label = N_("Add a contact"), .nth_label = N_("Contact %s"),
};

enum { TAB_ACCOUNT, TAB_ADDRESSES, TAB_CONTACTS, TAB_ATTRIBUTES };

static const struct tab customer_tabs[] = {
	[TAB_ACCOUNT] = { N_("Account") },
	[TAB_ADDRESSES] = { N_("Addresses") },
	[TAB_CONTACTS] = { N_("Contacts") },
	[TAB_ATTRIBUTES] = { N_("Attributes") },
};

static const struct field customer_fields[] = {
	{ .name = "customerNumber", .label = N_("Number"), .kind = &kind_text, .sort = "CustomerNumber",
	  .width_cols = 10, .in = IN_ALL, .write = WRITE_NEW, .required = true },
	{ .name = "companyName", .aliases = ALIASES("name"), .label = N_("Company name"), .kind = &kind_text,
	  .sort = "Name", .width_cols = 27, .in = IN_ALL, .required = true },
	{ .name = "pricing", .label = N_("Price tier"), .kind = &kind_text, .choices = &tiers, .width_cols = 12,
	  .in = IN_ALL, .required = true },
	{ .name = "repNumber", .label = N_("Rep"), .kind = &kind_text, .choices = &reps, .width_cols = 7, .in = IN_ALL },
	{ .name = "terms", .label = N_("Terms"), .kind = &kind_text, .choices = &terms, .width_cols = 8, .in = IN_ALL },
	{ .name = "active", .label = N_("Active"), .kind = &kind_bool, .width_cols = 6, .in = IN_ALL,
	  .write = WRITE_NEW_OR_ACTION },
	{ .name = "companyEmail", .label = N_("E-mail"), .kind = &kind_email, .sort = "CompanyEmail",
	  .width_cols = 30, .in = IN_ALL, .required = true },
	{ .name = "companyPhone", .label = N_("Phone"), .kind = &kind_phone, .width_cols = 17, .in = IN_ALL },
	{ .name = "currencyCode", .label = N_("Currency"), .kind = &kind_text, .width_cols = 8,
	  .in = IN_ALL, .write = WRITE_NEVER }, /* N16 */
	{ .name = "companyFax", .label = N_("Fax"), .kind = &kind_phone, .width_cols = 17, .in = IN_ALL },
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .width_cols = 16, .in = IN_ALL },
	{ .name = "organizationId", .label = N_("Organization"), .kind = &kind_text, .width_cols = 16,
	  .in = IN_RECORD, .write = WRITE_NEVER },
	{ .name = "addresses", .label = N_("Addresses"), .kind = &kind_list, .items = &nymble_address_schema,
	  .tab = TAB_ADDRESSES, .in = IN_RECORD },
	{ .name = "contacts", .label = N_("Contacts"), .kind = &kind_list, .items = &nymble_contact_schema,
	  .tab = TAB_CONTACTS, .in = IN_RECORD },
	{ .name = "customerAttributes", .label = N_("Attributes"), .kind = &kind_map, .tab = TAB_ATTRIBUTES,
	  .in = IN_RECORD },
};

const struct schema nymble_customer_schema = {
	FIELDS(customer_fields), TABS(customer_tabs), .key = "customerNumber", .title = "companyName", .state = "active",
	.external_id = "externalId",
};

static const struct action customer_actions[] = {
	{ .name = "activate", .label = N_("Activate"), .question = N_("Activate %s?"),
	  .consequence = N_("Their users can log in and order again."),
	  .done = N_("%s is active again."), .already = N_("%s is active already."),
	  .member = "active", .value = true },
	{ .name = "deactivate", .label = N_("Deactivate"), .question = N_("Deactivate %s?"),
	  .consequence = N_("Their users are logged out and cannot order. Data stays; x can activate again."),
	  .done = N_("%s is not active any more."), .already = N_("%s is already not active."),
	  .member = "active", .value = false },
	{ .name = "delete", .label = N_("Delete"), .question = N_("Delete %s?"),
	  .consequence = N_("The account, its addresses and its contacts go for good. Orders stay."), /* N11 */
	  .done = N_("%s is deleted."), .removes = true, .instead = "deactivate" },
};

const struct resource nymble_customers = {
	.name = "customers",
	.label = N_("Customers"),
	.schema = &nymble_customer_schema,
	.can_create = true,
	.can_update = true,
	.filter_ops = OPS_ALL,
	.filter_example = "companyName:contains:harbour active:equals:yes",
	.currency = "currencyCode",
	.search_field = "companyName", /* the service has no search call for customers */
	ACTIONS(customer_actions),
	.state_yes = N_("ACTIVE"),
	.state_no = N_("NOT ACTIVE"),
	.count_one = N_("%s customer"),
	.count_many = N_("%s customers"),
	.none_yet = N_("No customers yet."),
	.no_match = N_("No customer matches %s."),
	.gone = N_("Customer %s is gone."),
	.new_title = N_("New customer"),
	.missing = N_("There is no customer %s, or your login may not see it."),
};
