/* What the lists of a customer of Flow Retail are made of. */
/* SPDX-License-Identifier: ISC */
#include "model/flow_customers.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"

/* Names: flow.openapi.yaml, CustomerAddress, CustomerContact, CustomerExtension, CustomerConsent,
 * CustomerGroupRef. Only the groups can be written. */

static const struct choices groups = { .source = "customer-groups", .open = true }; /* may be refused (403) */

static const struct field address_fields[] = {
	{ .name = "type", .label = N_("Type"), .kind = &kind_address_type, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "displayName", .label = N_("Name"), .kind = &kind_text, .width_cols = 20, .write = WRITE_NEVER },
	{ .name = "address", .label = N_("Address"), .kind = &kind_text, .width_cols = 20, .write = WRITE_NEVER },
	{ .name = "postalCode", .label = N_("Postal code"), .kind = &kind_text, .width_cols = 11, .write = WRITE_NEVER },
	{ .name = "city", .label = N_("City"), .kind = &kind_text, .width_cols = 14, .write = WRITE_NEVER },
	{ .name = "countryCode", .label = N_("Country"), .kind = &kind_country, .width_cols = 7, .write = WRITE_NEVER },
	{ .name = "companyName", .label = N_("Company name"), .kind = &kind_text, .width_cols = 20, .write = WRITE_NEVER },
	{ .name = "firstname", .label = N_("First name"), .kind = &kind_text, .width_cols = 14, .write = WRITE_NEVER },
	{ .name = "lastname", .label = N_("Last name"), .kind = &kind_text, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_email, .width_cols = 28, .write = WRITE_NEVER },
	{ .name = "phone", .label = N_("Phone"), .kind = &kind_phone, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "customerAddressUid", .label = N_("Uid"), .kind = &kind_uid, .width_cols = 12, .write = WRITE_NEVER },
};

const struct schema flow_address_schema = {
	FIELDS(address_fields), .title = "displayName", .summary = VALUES("type", "displayName", "address", "city"),
	.entry_label = N_("address"), .add_label = N_("Add an address"), .nth_label = N_("Address %s"),
};

static const struct field extension_fields[] = {
	{ .name = "extensionCode", .label = N_("Extension"), .kind = &kind_text, .width_cols = 20, .write = WRITE_NEVER },
	{ .name = "organizationUid", .label = N_("Organization"), .kind = &kind_uid, .width_cols = 20, .write = WRITE_NEVER },
};

const struct schema flow_extension_schema = {
	FIELDS(extension_fields), .title = "extensionCode", .summary = VALUES("extensionCode", "organizationUid"),
	.entry_label = N_("extension"), .add_label = N_("Add an extension"), .nth_label = N_("Extension %s"),
};

static const struct field contact_fields[] = {
	{ .name = "displayName", .label = N_("Name"), .kind = &kind_text, .width_cols = 20, .write = WRITE_NEVER },
	{ .name = "firstname", .label = N_("First name"), .kind = &kind_text, .width_cols = 14, .write = WRITE_NEVER },
	{ .name = "lastname", .label = N_("Last name"), .kind = &kind_text, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "email", .label = N_("E-mail"), .kind = &kind_email, .width_cols = 28, .write = WRITE_NEVER },
	{ .name = "mobile", .label = N_("Mobile"), .kind = &kind_mobile, .width_cols = 15, .write = WRITE_NEVER },
	{ .name = "extensions", .label = N_("Extensions"), .kind = &kind_list, .items = &flow_extension_schema,
	  .width_cols = 10, .write = WRITE_NEVER },
	{ .name = "createdAt", .label = N_("Created"), .kind = &kind_time, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "lastModifiedAt", .label = N_("Changed"), .kind = &kind_time, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "customerContactUid", .label = N_("Uid"), .kind = &kind_uid, .width_cols = 12, .write = WRITE_NEVER },
};

const struct schema flow_contact_schema = {
	FIELDS(contact_fields), .title = "displayName", .summary = VALUES("displayName", "email"),
	.entry_label = N_("contact"), .add_label = N_("Add a contact"), .nth_label = N_("Contact %s"),
};

static const struct field consent_fields[] = {
	{ .name = "name", .label = N_("Name"), .kind = &kind_text, .width_cols = 24, .write = WRITE_NEVER },
	{ .name = "status", .label = N_("Given"), .kind = &kind_bool, .width_cols = 6, .write = WRITE_NEVER },
	{ .name = "source", .label = N_("Given at"), .kind = &kind_text, .width_cols = 10, .write = WRITE_NEVER },
	{ .name = "createdAt", .label = N_("Recorded"), .kind = &kind_time, .width_cols = 16, .write = WRITE_NEVER },
	{ .name = "consentUid", .label = N_("Uid"), .kind = &kind_uid, .width_cols = 14, .write = WRITE_NEVER },
};

const struct schema flow_consent_schema = {
	FIELDS(consent_fields), .title = "name", .summary = VALUES("name", "source"),
	.entry_label = N_("consent"), .add_label = N_("Add a consent"), .nth_label = N_("Consent %s"),
};

/* F13: what is sent of a group is its uid, and a service may read it out like that. */
static const struct field group_fields[] = {
	{ .name = "customerGroupUid", .label = N_("Group"), .kind = &kind_uid, .choices = &groups, .width_cols = 20,
	  .required = true },
	{ .name = "name", .label = N_("Name"), .kind = &kind_text, .width_cols = 30, .write = WRITE_NEVER },
};

const struct schema flow_group_entry_schema = {
	FIELDS(group_fields), .title = "name", .summary = VALUES("name", "customerGroupUid"),
	.sent_as = "customerGroupUid", .any_order = true,
	.entry_label = N_("group"), .add_label = N_("Add a group"), .nth_label = N_("Group %s"),
};
