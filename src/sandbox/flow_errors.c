/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/alloc.h"
#include "sandbox/problem.h"
#include "schema/json.h"

/* Words and texts of the contract's examples (flow.openapi.yaml, responses), and more like them. */
static const struct {
	int status;
	const char *code;
	const char *message;
} kinds[] = {
	{ 400, "VALIDATION_FAILED", "The request is not valid." },
	{ 401, "UNAUTHORIZED", "Access token is not valid." },
	{ 403, "FORBIDDEN", "This is not allowed." },
	{ 404, "NOT_FOUND", "There is no such record." },
	{ 405, "METHOD_NOT_ALLOWED", "This method is not allowed here." },
	{ 409, "DUPLICATE", "There is such a record already." },
	{ 413, "TOO_LARGE", "The request is too large." },
	{ 429, "TOO_MANY_REQUESTS", "Too many requests." },
	{ 500, "INTERNAL", "Unexpected error." },
};

/* What is wrong first stands in the message, for readers that show no details. */
static void write_message(const char *message, const struct fault *fault, FILE *out)
{
	char *text = fault ? xasprintf("%s: %s", fault->field, fault->message) : xstrdup(message);

	json_write_string(text, out);
	free(text);
}

static void write_fault(const struct fault *fault, FILE *out)
{
	fputs("{\"field\":", out);
	json_write_string(fault->field, out);
	fputs(",\"message\":", out);
	json_write_string(fault->message, out);
	fputc('}', out);
}

static void write_error(int status, const char *detail, const struct faults *faults, FILE *out)
{
	size_t count = faults ? faults->count : 0, i = 0;

	while (i + 1 < sizeof(kinds) / sizeof(kinds[0]) && kinds[i].status != status)
		i++;
	fprintf(out, "{\"status\":%d,\"code\":\"%s\",\"message\":", status, kinds[i].code);
	write_message(detail ? detail : kinds[i].message,
		      detail || count == 0 ? NULL : faults->list, out);
	for (size_t fault = 0; fault < count; fault++) {
		fputs(fault ? "," : ",\"details\":[", out);
		write_fault(&faults->list[fault], out);
	}
	fputs(count > 0 ? "]}" : "}", out);
}

const struct error_style flow_errors = { "application/json", write_error };
