/* flow_rules.h - what the contract demands of a customer that is sent (flow.openapi.yaml,
 * CustomerFields, CustomerCreate), as far as it can be said without other records. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_FLOW_RULES_H
#define SANDBOX_FLOW_RULES_H

struct faults;
struct json;

/* Takes out of body what no caller may write: the service's own members, and those that the
 * contract does not have, which it allows and says nothing of. Of two of one name the last one
 * stays. */
void flow_rules_reduce(struct json *body);

/* Each member of a body by itself. */
void flow_rules_check_members(const struct json *body, struct faults *faults);

/* What the members of customer say together, as far as body, which became part of it, is about
 * them: the names of a company or a person (F5), the postal code of a country. A new one is its own
 * body. */
void flow_rules_check_whole(const struct json *customer, const struct json *body,
			    struct faults *faults);

/* A Uid that a request has to name: its text, or NULL with a fault. Borrowed. */
const char *flow_rules_uid(const struct json *object, const char *member, struct faults *faults);

#endif
