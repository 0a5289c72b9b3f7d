/* body.h - reads the JSON body of a request. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_BODY_H
#define SANDBOX_BODY_H
#include <stdbool.h>

struct faults;
struct json;
struct reply;
struct request;
struct schema;

/* The body as a tree; the caller frees. NULL when it is no JSON: the reply then says so. */
struct json *body_parse(const struct request *request, struct reply *reply);
/* The same for one object. */
struct json *body_parse_object(const struct request *request, struct reply *reply);
/* The same for a record, in the schema's spelling: what is spelled twice is there once, and what
 * only the service may set is left out, in entries of lists too. */
struct json *body_parse_record(const struct request *request, const struct schema *schema,
			       struct reply *reply);
void body_normalise(const struct schema *schema, struct json *object);
/* Whether the same name comes once more in its object: most readers of JSON take the last one. */
bool body_is_overridden(const struct json *member);

/* A text that must be there and not be empty, borrowed; NULL with a fault when it is not. */
const char *body_needed_text(const struct json *body, const char *name, struct faults *faults);

#endif
