/* SPDX-License-Identifier: ISC */
#include "sandbox/problem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "sandbox/exchange.h"
#include "schema/json.h"

struct fault {
	char *field;
	char *message;
};

static const struct {
	int status;
	const char *type;
	const char *title;
} kinds[] = {
	{ 400, "rfc9110#section-15.5.1", "Bad Request" },
	{ 401, "rfc9110#section-15.5.2", "Unauthorized" },
	{ 403, "rfc9110#section-15.5.4", "Forbidden" },
	{ 404, "rfc9110#section-15.5.5", "Not Found" },
	{ 405, "rfc9110#section-15.5.6", "Method Not Allowed" },
	{ 409, "rfc9110#section-15.5.10", "Conflict" },
	{ 413, "rfc9110#section-15.5.14", "Content Too Large" },
	{ 429, "rfc6585#section-4", "Too Many Requests" },
	{ 500, "rfc9110#section-15.6.1", "An error occurred while processing your request" },
};

static FILE *begin(struct reply *reply, int status, const char *title)
{
	size_t i = 0;
	FILE *out = reply_begin(reply, status, "application/problem+json");

	while (i + 1 < sizeof(kinds) / sizeof(kinds[0]) && kinds[i].status != status)
		i++;
	fprintf(out, "{\"type\":\"https://tools.ietf.org/html/%s\",\"title\":", kinds[i].type);
	json_write_string(title ? title : kinds[i].title, out);
	fprintf(out, ",\"status\":%d", status);
	return out;
}

void problem_reply(struct reply *reply, int status, const char *detail)
{
	FILE *out = begin(reply, status, NULL);

	if (detail) {
		fputs(",\"detail\":", out);
		json_write_string(detail, out);
	}
	fputc('}', out);
	fclose(out);
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
	struct fault fault = { xstrdup(field), xstrdup(message) };

	for (char *at = fault.field; *at; at++)
		if ((at == fault.field || at[-1] == '.') && *at >= 'a' && *at <= 'z')
			*at = (char)(*at - 32);
	faults->list = xreallocarray(faults->list, faults->count + 1, sizeof(*faults->list));
	faults->list[faults->count++] = fault;
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

static bool is_repeated(const struct faults *faults, size_t i)
{
	for (size_t before = 0; before < i; before++)
		if (strcmp(faults->list[before].field, faults->list[i].field) == 0)
			return true;
	return false;
}

/* "CompanyEmail":["...","..."] */
static void write_field(const struct faults *faults, size_t first, FILE *out)
{
	char before = '[';

	json_write_string(faults->list[first].field, out);
	fputc(':', out);
	for (size_t i = first; i < faults->count; i++) {
		if (strcmp(faults->list[first].field, faults->list[i].field) != 0)
			continue;
		fputc(before, out);
		json_write_string(faults->list[i].message, out);
		before = ',';
	}
	fputc(']', out);
}

bool faults_reply(const struct faults *faults, struct reply *reply)
{
	char before = '{';

	if (faults->count == 0)
		return false;
	FILE *out = begin(reply, 400, "One or more validation errors occurred");
	fputs(",\"errors\":", out);
	for (size_t i = 0; i < faults->count; i++) {
		if (is_repeated(faults, i))
			continue;
		fputc(before, out);
		write_field(faults, i, out);
		before = ',';
	}
	fputs("}}", out);
	fclose(out);
	return true;
}

void problem_reply_fault(struct reply *reply, const char *field, const char *message)
{
	struct faults faults = { 0 };

	faults_add(&faults, field, message);
	faults_reply(&faults, reply);
	faults_finish(&faults);
}
