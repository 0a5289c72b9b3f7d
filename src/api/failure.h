/* failure.h - turns what came back into a sentence for the user: problem details, other error
 * bodies, HTML pages, nothing at all. */
/* SPDX-License-Identifier: ISC */
#ifndef API_FAILURE_H
#define API_FAILURE_H
#include "api/client.h"

struct answer;
struct endpoint;
struct error_words;
struct json;

/* What the sentences need to know. */
struct failed_act {
	const struct endpoint *endpoint;
	const struct resource *resource; /* NULL: no record is meant */
	const char *key;                 /* of the record; NULL: none is meant */
	const char *name; /* of a record that has no key yet (key is ""): "New customer" */
	/* The member of the body that held the record as its only entry ("products"), so that a name such as
	 * "products[0].prices[1].tier" means prices[1].tier; NULL: the body was the record. There a 404 is no
	 * word about the record: its key is not in the address. */
	const char *within;
	const char *role;                /* of the token, "" when unknown */
	const struct error_words *words; /* NULL: any that are known */
};

/* Fills failure, which the caller finishes. answer is anything but a success. */
void failure_read(struct failure *failure, const struct answer *answer,
		  const struct failed_act *act);

/* The same for one record of many (client_batch): what the answer says of it, and the status that it gives
 * it. problem may be NULL. */
void failure_read_problem(struct failure *failure, int status, const struct json *problem,
			  const struct failed_act *act);

/* What the service says in its own words; NULL if it says nothing. The caller frees. */
char *failure_words(const struct answer *answer, const struct failed_act *act);

/* The answer was a success, but its body is not what it has to be: why says what it is. */
void failure_unreadable(struct failure *failure, const struct answer *answer,
			const struct failed_act *act, const char *why);

/* A failure of our own: no answer stands behind it. */
void failure_set(struct failure *failure, const struct error *err);

/* True when a message of the service is about this name (case does not matter). */
bool failure_names(const struct failure *failure, const char *name);

void failure_finish(struct failure *failure);

#endif
