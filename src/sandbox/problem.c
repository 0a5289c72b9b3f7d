/* SPDX-License-Identifier: ISC */
#include "sandbox/problem.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/exchange.h"

static void reply_error(struct reply *reply, int status, const char *detail,
			const struct faults *faults)
{
	const struct error_style *style = reply->errors ? reply->errors : &problem_details;
	FILE *out = reply_begin(reply, status, style->content_type);

	style->write(status, detail, faults, out);
	fclose(out);
}

void problem_reply(struct reply *reply, int status, const char *detail)
{
	reply_error(reply, status, detail, NULL);
}

void problem_reply_failure(struct reply *reply, const struct error *err)
{
	fprintf(stderr, "nymble-sandbox: %s\n", err->message);
	problem_reply(reply, 500, NULL);
}

/* More help nobody. */
enum { MAX_FAULTS = 100 };

void faults_add(struct faults *faults, const char *field, const char *message)
{
	if (faults->count == MAX_FAULTS)
		return;
	faults->list = xreallocarray(faults->list, faults->count + 1, sizeof(*faults->list));
	faults->list[faults->count++] = (struct fault){ xstrdup(field), xstrdup(message) };
}

void faults_finish(struct faults *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		free(faults->list[i].field);
		free(faults->list[i].message);
	}
	free(faults->list);
	*faults = (struct faults){ 0 };
}

bool faults_reply(const struct faults *faults, struct reply *reply)
{
	if (faults->count == 0)
		return false;
	reply_error(reply, 400, NULL, faults);
	return true;
}

void problem_reply_fault(struct reply *reply, const char *field, const char *message)
{
	struct faults faults = { 0 };

	faults_add(&faults, field, message);
	faults_reply(&faults, reply);
	faults_finish(&faults);
}
