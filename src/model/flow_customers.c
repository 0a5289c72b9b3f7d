/* SPDX-License-Identifier: ISC */
#include "model/flow_customers.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/query.h"
#include "schema/resource.h"

/* Names: flow.openapi.yaml, CustomerResponse; what can be written: CustomerFields; aliases: its
 * x-reader-aliases differ in case alone. */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_CSV, IN_BODY = IN_RECORD | IN_CSV };

static const struct choices types = { .values = VALUES(FLOW_COMPANY, FLOW_PRIVATE) }; /* F4 */
static const struct choices countries = { .source = "countries" };
static const struct choices stores = { .source = "stores", .open = true };

/* Texts that the sources show; any other may be typed. */
static const struct choices origins = { .values = VALUES("BACKOFFICE", "POS", "WEB"), .open = true };

static const struct when company = { .field = "customerType", .value = FLOW_COMPANY };
static const struct when person = { .field = "customerType", .value = FLOW_COMPANY, .otherwise = true };

enum { TAB_ACCOUNT, TAB_ADDRESSES, TAB_CONTACTS, TAB_CREDIT, TAB_CONSENTS, TAB_GROUPS, TAB_EXTENSIONS };

static const struct tab customer_tabs[] = {
	[TAB_ACCOUNT] = { N_("Account") },
	[TAB_ADDRESSES] = { N_("Addresses") },
	[TAB_CONTACTS] = { N_("Contacts") },
	[TAB_CREDIT] = { N_("Credit") },
	[TAB_CONSENTS] = { N_("Consents") },
	[TAB_GROUPS] = { N_("Groups") },
	[TAB_EXTENSIONS] = { N_("Extensions") },
};

static const struct field customer_fields[] = {
	{ .name = "customerUid", .label = N_("Uid"), .kind = &kind_uid, .width_cols = 10, .in = IN_ALL,
	  .write = WRITE_NEW },
	{ .name = "displayName", .label = N_("Name"), .kind = &kind_text, .width_cols = 22, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "customerType", .label = N_("Type"), .kind = &kind_customer_type, .choices = &types,
	  .width_cols = 14, .in = IN_ALL },
	{ .name = "companyName", .label = N_("Company name"), .kind = &kind_text, .width_cols = 22, .in = IN_BODY,
	  .required_when = &company },
	{ .name = "firstname", .label = N_("First name"), .kind = &kind_text, .width_cols = 14, .in = IN_BODY,
	  .required_when = &person },
	{ .name = "lastname", .label = N_("Last name"), .kind = &kind_text, .width_cols = 16, .in = IN_BODY,
	  .required_when = &person },
	{ .name = "address", .label = N_("Address"), .kind = &kind_text, .width_cols = 22, .in = IN_BODY },
	{ .name = "postalCode", .label = N_("Postal code"), .kind = &kind_text, .width_cols = 11, .in = IN_BODY },
	{ .name = "city", .label = N_("City"), .kind = &kind_text, .width_cols = 12, .in = IN_ALL },
	{ .name = "countryCode", .label = N_("Country"), .kind = &kind_country, .choices = &countries,
	  .width_cols = 7, .in = IN_BODY, .never_empty = true },
	{ .name = "mobile", .label = N_("Mobile"), .kind = &kind_mobile, .width_cols = 13, .in = IN_ALL },
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_email, .width_cols = 28, .in = IN_ALL },
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL },
	{ .name = "vatNumber", .label = N_("VAT number"), .kind = &kind_text, .width_cols = 12, .in = IN_ALL },
	{ .name = "ledgerNumber", .label = N_("Ledger number"), .kind = &kind_digits, .width_cols = 13, .in = IN_ALL,
	  .own = true },
	{ .name = "loyaltyId", .label = N_("Loyalty id"), .kind = &kind_text, .width_cols = 14, .in = IN_ALL,
	  .own = true },
	{ .name = "origin", .label = N_("Origin"), .kind = &kind_text, .choices = &origins, .width_cols = 10,
	  .in = IN_ALL },
	{ .name = "defaultStoreUid", .label = N_("Store"), .kind = &kind_uid, .choices = &stores,
	  .width_cols = 14, .in = IN_ALL, .never_empty = true },
	{ .name = "internalNote", .label = N_("Internal note"), .kind = &kind_text, .width_cols = 24, .in = IN_BODY },
	{ .name = "createdAt", .label = N_("Created"), .kind = &kind_time, .width_cols = 16, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "lastModifiedAt", .label = N_("Changed"), .kind = &kind_time, .width_cols = 16, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "addresses", .label = N_("Addresses"), .kind = &kind_list, .items = &flow_address_schema,
	  .tab = TAB_ADDRESSES, .in = IN_RECORD, .write = WRITE_NEVER },
	{ .name = "contacts", .label = N_("Contacts"), .kind = &kind_list, .items = &flow_contact_schema,
	  .tab = TAB_CONTACTS, .in = IN_RECORD, .write = WRITE_NEVER },
	{ .name = "paymentTerms", .label = N_("Payment days"), .kind = &kind_integer, .width_cols = 6,
	  .tab = TAB_CREDIT, .in = IN_BODY, .least = "0" },
	{ .name = "pricelistUid", .label = N_("Price list"), .kind = &kind_uid, .width_cols = 14,
	  .tab = TAB_CREDIT, .in = IN_BODY },
	{ .name = "ehf.enabled", .inside = "ehf", .aliases = ALIASES("ehfEnabled"), .label = N_("E-invoices"),
	  .kind = &kind_bool, .width_cols = 6, .tab = TAB_CREDIT, .in = IN_BODY }, /* F12 */
	/* F16: the unit is not stated, so what came is shown beside what we make of it. */
	{ .name = "credit.limitAmount", .inside = "credit", .label = N_("Credit limit"), .kind = &kind_decimal,
	  .width_cols = 14, .tab = TAB_CREDIT, .in = IN_RECORD, .write = WRITE_NEVER, .derived = true },
	{ .name = "credit.limit", .inside = "credit", .label = N_("Limit, as sent"), .kind = &kind_text,
	  .width_cols = 12, .tab = TAB_CREDIT, .in = IN_BODY, .write = WRITE_NEVER },
	{ .name = "credit.balanceAmount", .inside = "credit", .label = N_("Balance"), .kind = &kind_decimal,
	  .width_cols = 14, .tab = TAB_CREDIT, .in = IN_RECORD, .write = WRITE_NEVER, .derived = true },
	{ .name = "credit.balance", .inside = "credit", .label = N_("Balance, as sent"), .kind = &kind_text,
	  .width_cols = 12, .tab = TAB_CREDIT, .in = IN_BODY, .write = WRITE_NEVER },
	{ .name = "accountManager.displayName", .inside = "accountManager", .label = N_("Account manager"),
	  .kind = &kind_text, .width_cols = 20, .tab = TAB_CREDIT, .in = IN_BODY, .write = WRITE_NEVER },
	{ .name = "accountManager.userCode", .inside = "accountManager", .label = N_("User code"),
	  .kind = &kind_text, .width_cols = 10, .tab = TAB_CREDIT, .in = IN_BODY, .write = WRITE_NEVER },
	{ .name = "accountManager.tenantUserUid", .inside = "accountManager", .label = N_("User uid"),
	  .kind = &kind_uid, .width_cols = 12, .tab = TAB_CREDIT, .in = IN_BODY, .write = WRITE_NEVER },
	{ .name = "consents", .label = N_("Consents"), .kind = &kind_list, .items = &flow_consent_schema,
	  .tab = TAB_CONSENTS, .in = IN_RECORD, .write = WRITE_NEVER },
	{ .name = "customerGroups", .written = "customerGroupUids", .label = N_("Groups"), .kind = &kind_list,
	  .items = &flow_group_entry_schema, .tab = TAB_GROUPS, .in = IN_BODY }, /* F13 */
	{ .name = "extensions", .label = N_("Extensions"), .kind = &kind_list, .items = &flow_extension_schema,
	  .tab = TAB_EXTENSIONS, .in = IN_RECORD, .write = WRITE_NEVER },
};

const struct schema flow_customer_schema = {
	FIELDS(customer_fields), TABS(customer_tabs), .key = "customerUid", .title = "displayName",
	.external_id = "externalId",
};

/* CustomerSearch, and the list's customerExternalId, which is another call. */
static const struct field criteria_fields[] = {
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_text, .in = IN_FILTER, .ops = 1 << OP_CONTAINS },
	{ .name = "mobile", .label = N_("Mobile"), .kind = &kind_mobile, .in = IN_FILTER, .ops = 1 << OP_CONTAINS },
	{ .name = "vatNumber", .label = N_("VAT number"), .kind = &kind_text, .in = IN_FILTER, .ops = 1 << OP_CONTAINS },
	{ .name = "storeUid", .label = N_("Store"), .kind = &kind_uid, .choices = &stores, .in = IN_FILTER,
	  .ops = 1 << OP_EQUALS },
	{ .name = "createdAt", .aliases = ALIASES("createdSince"),
	  .label = N_("Created since"), .kind = &kind_time, .in = IN_FILTER,
	  .ops = 1 << OP_GTE, .says_op = true }, /* F18 */
	{ .name = "exactMatch", .label = N_("Whole values only"), .kind = &kind_bool, .in = IN_FILTER,
	  .ops = 1 << OP_EQUALS },
	{ .name = "externalId", .label = N_("External id"), .kind = &kind_text, .in = IN_FILTER,
	  .ops = 1 << OP_EQUALS },
};

const struct schema flow_customer_criteria = { FIELDS(criteria_fields) };

static const struct field store_argument = {
	.name = "storeUid", .label = N_("Store"), .kind = &kind_uid, .choices = &stores, .required = true,
};

static const struct action customer_actions[] = {
	{ .name = "export-personal-data", .label = N_("Write all stored data to a file"),
	  .question = N_("Write all that is stored about %s to a file?"),
	  .consequence = N_("The file holds personal data and is readable by you alone. Nothing changes in the service."),
	  .done = N_("All that is stored about %s is in the file."), .file_name = N_("customer-%s.json") },
	{ .name = "add-two-invoice", .label = N_("Add TWO_INVOICE"), .question = N_("Add TWO_INVOICE to %s?"),
	  .consequence = N_("The customer can buy on invoice in the chosen store's organization."),
	  .done = N_("%s has TWO_INVOICE now."), .already = N_("%s has TWO_INVOICE already."),
	  .list = "extensions", .entry_member = "extensionCode", .entry_value = "TWO_INVOICE", .value = true,
	  .argument = &store_argument },
	{ .name = "remove-two-invoice", .label = N_("Remove TWO_INVOICE"), .question = N_("Remove TWO_INVOICE from %s?"),
	  .consequence = N_("The customer cannot buy on invoice any more in the chosen store's organization."),
	  .done = N_("%s has no TWO_INVOICE any more."), .already = N_("%s has no TWO_INVOICE."),
	  .list = "extensions", .entry_member = "extensionCode", .entry_value = "TWO_INVOICE", .value = false,
	  .argument = &store_argument },
	{ .name = "delete", .label = N_("Delete"), .question = N_("Delete %s?"),
	  .consequence = N_("The customer goes for good, with addresses, contacts and consents."),
	  .done = N_("%s is deleted."), .removes = true },
};

const struct resource flow_customers = {
	.name = "customers",
	.label = N_("Customers"),
	.schema = &flow_customer_schema,
	.can_create = true,
	.can_update = true,
	.whole_rows = true,
	.filter_ops = OPS_ALL,
	.filter_example = "email:contains:harbour createdAt:gte:2026-01-31",
	.criteria = &flow_customer_criteria,
	.alone = "externalId",
	.in_store = N_("In store %s"),
	ACTIONS(customer_actions),
	.count_one = N_("%s customer"),
	.count_many = N_("%s customers"),
	.none_yet = N_("No customers yet."),
	.no_match = N_("No customer matches %s."),
	.gone = N_("Customer %s is gone."),
	.new_title = N_("New customer"),
	.missing = N_("There is no customer %s, or your login may not see it."),
};
