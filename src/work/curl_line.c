/* SPDX-License-Identifier: ISC */
#include "work/curl_line.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "net/mask.h"

static const char content_type[] = "Content-Type:";

/* Nothing but a single quote ends it, and nothing in it means anything. */
static void put_quoted(FILE *out, const char *text, size_t len)
{
	fputc('\'', out);
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\'')
			fputs("'\\''", out);
		else
			fputc(text[i], out);
	}
	fputc('\'', out);
}

/* In double quotes, as the variable is to be seen by the shell. */
static void put_with_token(FILE *out, const char *text, size_t len)
{
	fputc('"', out);
	for (size_t i = 0; i < len; i++) {
		if (strchr("\"\\$`", text[i]))
			fputc('\\', out);
		fputc(text[i], out);
	}
	fputs("$TOKEN\"", out);
}

static void put_header(FILE *out, const char *line, size_t len)
{
	const char *mask = memmem(line, len, MASK_TEXT, strlen(MASK_TEXT));

	fputs(" -H ", out);
	if (mask)
		put_with_token(out, line, (size_t)(mask - line));
	else
		put_quoted(out, line, len);
}

/* Returns whether there is one that says what the body is. */
static bool put_headers(FILE *out, const char *headers)
{
	bool typed = false;

	while (*headers) {
		size_t len = strcspn(headers, "\n");

		put_header(out, headers, len);
		typed = typed || strncasecmp(headers, content_type, strlen(content_type)) == 0;
		headers += len + (headers[len] == '\n');
	}
	return typed;
}

/* A POST or PUT without a body says so, as ours do; curl's own type would be a form's. */
static void put_body(FILE *out, const struct curl_call *call, bool typed)
{
	bool empty = !call->body &&
		     (strcmp(call->method, "POST") == 0 || strcmp(call->method, "PUT") == 0);

	if (!call->body && !empty)
		return;
	if (!typed)
		fprintf(out, " -H '%s'", content_type);
	fputs(" --data-raw ", out);
	put_quoted(out, empty ? "" : call->body, empty ? 0 : strlen(call->body));
}

char *curl_line(const struct curl_call *call)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputs("curl", out);
	if (strpbrk(call->url, "[]{}"))
		fputs(" -g", out); /* curl would take them for a pattern of addresses */
	if (strcmp(call->method, "GET") != 0)
		fprintf(out, " -X %s", call->method);
	bool typed = put_headers(out, call->headers);
	put_body(out, call, typed);
	fputc(' ', out);
	put_quoted(out, call->url, strlen(call->url));
	fclose(out);
	return text;
}
