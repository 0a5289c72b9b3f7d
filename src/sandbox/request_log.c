/* SPDX-License-Identifier: ISC */
#include "sandbox/request_log.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"

struct request_log {
	int fd;
};

static const char mask[] = "***";

struct request_log *request_log_open(const char *path, struct error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

	if (fd < 0) {
		error_set_errno(err, errno, _("The log %s cannot be opened"), path);
		return NULL;
	}
	struct request_log *log = xcalloc(1, sizeof(*log));
	log->fd = fd;
	return log;
}

void request_log_close(struct request_log *log)
{
	if (log)
		close(log->fd);
	free(log);
}

static bool is_credential(const char *header)
{
	static const char *const names[] = { "Authorization", "x-api-key", "Cookie",
					     "Proxy-Authorization" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_casecmp(names[i], header) == 0)
			return true;
	return false;
}

/* "Bearer ***": the scheme is of interest, a lone word may be the secret itself. */
static void write_masked_header(const char *value, FILE *out)
{
	size_t scheme = strcspn(value, " ");

	fputc('"', out);
	if (value[scheme] && text_is_clean(value, scheme) && !memchr(value, '"', scheme) &&
	    !memchr(value, '\\', scheme))
		fprintf(out, "%.*s ", (int)scheme, value);
	fprintf(out, "%s\"", mask);
}

/* Bytes that are no UTF-8 are shown as <FF>, NUL as ^@: the line stays JSON. */
static void write_bytes(const char *bytes, size_t len, FILE *out)
{
	if (!bytes || len == 0) {
		fputs("null", out);
	} else if (text_is_utf8(bytes, len) && !memchr(bytes, '\0', len)) {
		char *text = xstrndup(bytes, len);
		json_write_string(text, out);
		free(text);
	} else {
		char *text = text_clean(bytes, len);
		json_write_string(text, out);
		free(text);
	}
}

static void write_headers(const struct logged_exchange *exchange, FILE *out)
{
	fputc('{', out);
	for (size_t i = 0; i < exchange->header_count; i++) {
		const struct logged_header *header = &exchange->headers[i];
		fputs(i ? "," : "", out);
		json_write_string(header->name, out);
		fputc(':', out);
		if (is_credential(header->name))
			write_masked_header(header->value, out);
		else
			write_bytes(header->value, strlen(header->value), out);
	}
	fputc('}', out);
}

/* Logins carry a secret one way and a token the other. */
static void write_masked_body(const char *bytes, size_t len, FILE *out)
{
	static const char *const secrets[] = { "ClientSecret", "password", "AccessToken",
					       "access_token" };
	struct json *tree = len ? json_parse(bytes, len, NULL) : NULL;

	if (len && json_type(tree) != JSON_OBJECT) {
		write_bytes(mask, strlen(mask), out);
	} else if (len) {
		for (size_t i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++) {
			const struct json *member = json_member(tree, secrets[i]);
			if (member)
				json_put_take(tree, json_name(member), json_new_string(mask));
		}
		char *text = json_print(tree);
		json_write_string(text, out);
		free(text);
	} else {
		fputs("null", out);
	}
	json_free(tree);
}

void request_log_write(struct request_log *log, const struct logged_exchange *exchange)
{
	char *line, now[CLOCK_RFC3339_SIZE];
	size_t len;

	if (!log)
		return;
	void (*write_body)(const char *bytes, size_t body_len, FILE *out) =
		exchange->secret ? write_masked_body : write_bytes;
	FILE *out = xmemstream(&line, &len);
	clock_format_rfc3339(clock_unix_s(), now);
	fprintf(out, "{\"time\":\"%s\",\"method\":", now);
	json_write_string(exchange->method, out);
	fputs(",\"target\":", out);
	write_bytes(exchange->target, strlen(exchange->target), out);
	fputs(",\"headers\":", out);
	write_headers(exchange, out);
	fputs(",\"body\":", out);
	write_body(exchange->body, exchange->body_len, out);
	fprintf(out, ",\"status\":%d,\"answer\":", exchange->status);
	write_body(exchange->answer, exchange->answer_len, out);
	fprintf(out, ",\"ms\":%" PRId64 "}\n", exchange->duration_ms);
	fclose(out);
	if (write(log->fd, line, len) < 0)
		perror("nymble-sandbox: log");
	free(line);
}
