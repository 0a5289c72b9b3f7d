/* SPDX-License-Identifier: ISC */
#include "model/flow_customer_groups.h"

#include "base/i18n.h"
#include "schema/field.h"
#include "schema/kind.h"
#include "schema/resource.h"

/* Names: flow.openapi.yaml, CustomerGroup. The contract can only read them. */

enum { IN_ALL = IN_LIST | IN_RECORD | IN_CSV };

static const struct field group_fields[] = {
	{ .name = "customerGroupUid", .label = N_("Uid"), .kind = &kind_uid, .width_cols = 16, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "name", .label = N_("Name"), .kind = &kind_text, .width_cols = 30, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "createdAt", .label = N_("Created"), .kind = &kind_time, .width_cols = 16, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "createdBy", .label = N_("Created by"), .kind = &kind_text, .width_cols = 12, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "lastModifiedAt", .label = N_("Changed"), .kind = &kind_time, .width_cols = 16, .in = IN_ALL,
	  .write = WRITE_NEVER },
	{ .name = "lastModifiedBy", .label = N_("Changed by"), .kind = &kind_text, .width_cols = 12, .in = IN_ALL,
	  .write = WRITE_NEVER },
};

const struct schema flow_customer_group_schema = { FIELDS(group_fields), .key = "customerGroupUid", .title = "name" };

const struct resource flow_customer_groups = {
	.name = "customer-groups",
	.label = N_("Customer groups"),
	.schema = &flow_customer_group_schema,
	.whole_rows = true,
	.count_one = N_("%s customer group"),
	.count_many = N_("%s customer groups"),
	.none_yet = N_("No customer groups yet."),
	.no_match = N_("No customer group matches %s."),
	.gone = N_("Customer group %s is gone."),
	.missing = N_("There is no customer group %s, or your login may not see it."),
};
