/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "sandbox/problem.h"
#include "schema/json.h"

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

static bool is_repeated(const struct faults *faults, size_t i)
{
	for (size_t before = 0; before < i; before++)
		if (strcmp(faults->list[before].field, faults->list[i].field) == 0)
			return true;
	return false;
}

/* Each part begins with a capital: "Addresses[0].Country". */
static void write_name(const char *field, FILE *out)
{
	char *name = xstrdup(field);

	for (char *at = name; *at; at++)
		if ((at == name || at[-1] == '.') && *at >= 'a' && *at <= 'z')
			*at = (char)(*at - 32);
	json_write_string(name, out);
	free(name);
}

/* "CompanyEmail":["...","..."] */
static void write_field(const struct faults *faults, size_t first, FILE *out)
{
	char before = '[';

	write_name(faults->list[first].field, out);
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

static void write_faults(const struct faults *faults, FILE *out)
{
	char before = '{';

	fputs(",\"errors\":", out);
	for (size_t i = 0; i < faults->count; i++) {
		if (is_repeated(faults, i))
			continue;
		fputc(before, out);
		write_field(faults, i, out);
		before = ',';
	}
	fputc('}', out);
}

static void write_details(int status, const char *detail, const struct faults *faults, FILE *out)
{
	bool wrong = faults && faults->count > 0;
	size_t i = 0;

	while (i + 1 < sizeof(kinds) / sizeof(kinds[0]) && kinds[i].status != status)
		i++;
	fprintf(out, "{\"type\":\"https://tools.ietf.org/html/%s\",\"title\":", kinds[i].type);
	json_write_string(wrong ? "One or more validation errors occurred" : kinds[i].title, out);
	fprintf(out, ",\"status\":%d", status);
	if (detail) {
		fputs(",\"detail\":", out);
		json_write_string(detail, out);
	}
	if (wrong)
		write_faults(faults, out);
	fputc('}', out);
}

const struct error_style problem_details = { "application/problem+json", write_details };
