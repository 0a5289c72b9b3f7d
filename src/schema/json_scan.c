/* SPDX-License-Identifier: ISC */
#include "schema/json_scan.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "schema/json.h"

struct scan {
	const char *text, *at, *end;
	FILE *out;
	int depth, values;
	struct error *err;
};

static bool value(struct scan *scan);

static bool fail(struct scan *scan, const char *expected)
{
	size_t line = 1;
	const char *start = scan->text;

	for (const char *c = scan->text; c < scan->at; c++)
		if (*c == '\n') {
			line++;
			start = c + 1;
		}
	return error_set(scan->err, ERROR_INPUT, _("line %zu, column %zu: %s"), line,
			 (size_t)(scan->at - start) + 1, expected);
}

static int peek(const struct scan *scan)
{
	return scan->at < scan->end ? (unsigned char)*scan->at : -1;
}

static void skip_space(struct scan *scan)
{
	while (scan->at < scan->end && strchr(" \t\r\n", *scan->at) && *scan->at)
		scan->at++;
}

static bool is_hex(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_digit(int c)
{
	return c >= '0' && c <= '9';
}

/* Moves behind a string token; *escaped says whether it has an escape in it. */
static bool string_token(struct scan *scan, bool *escaped)
{
	*escaped = false;
	for (scan->at++; peek(scan) != '"'; scan->at++) {
		if (peek(scan) < 0x20)
			return fail(scan, peek(scan) < 0 ? _("a string has no end")
							 : _("a control character must be escaped"));
		if (peek(scan) != '\\')
			continue;
		*escaped = true;
		scan->at++;
		if (peek(scan) == 'u') {
			for (int i = 0; i < 4; i++) {
				scan->at++;
				if (!is_hex(peek(scan)))
					return fail(scan, _("\\u wants four hexadecimal digits"));
			}
		} else if (peek(scan) <= 0 || !strchr("\"\\/bfnrt", peek(scan))) {
			return fail(scan, _("no such escape"));
		}
	}
	scan->at++;
	return true;
}

static void carry(struct scan *scan, const char *token, char kind)
{
	fprintf(scan->out, "\"\\u%04x%c", JSON_CARRIED, kind);
	for (; token < scan->at; token++) {
		if (*token == '"' || *token == '\\')
			fputc('\\', scan->out);
		fputc(*token, scan->out);
	}
	fputc('"', scan->out);
}

static bool string(struct scan *scan)
{
	const char *token = scan->at;
	bool escaped;

	if (!string_token(scan, &escaped))
		return false;
	if (escaped)
		carry(scan, token, JSON_CARRIED_STRING);
	else
		fwrite(token, 1, (size_t)(scan->at - token), scan->out);
	return true;
}

static bool digits(struct scan *scan)
{
	const char *start = scan->at;

	while (is_digit(peek(scan)))
		scan->at++;
	return scan->at > start || fail(scan, _("a digit is expected"));
}

static bool number_token(struct scan *scan)
{
	if (peek(scan) == '-')
		scan->at++;
	if (peek(scan) == '0') {
		scan->at++;
		if (is_digit(peek(scan)))
			return fail(scan, _("a number does not begin with 0"));
	} else if (!digits(scan)) {
		return false;
	}
	if (peek(scan) == '.') {
		scan->at++;
		if (!digits(scan))
			return false;
	}
	if (peek(scan) == 'e' || peek(scan) == 'E') {
		scan->at++;
		if (peek(scan) == '+' || peek(scan) == '-')
			scan->at++;
		return digits(scan);
	}
	return true;
}

static bool number(struct scan *scan)
{
	const char *token = scan->at;

	if (!number_token(scan))
		return false;
	carry(scan, token, JSON_CARRIED_NUMBER);
	return true;
}

static bool word(struct scan *scan, const char *text)
{
	size_t len = strlen(text);

	if ((size_t)(scan->end - scan->at) < len || memcmp(scan->at, text, len) != 0)
		return fail(scan, _("a value is expected"));
	fwrite(text, 1, len, scan->out);
	scan->at += len;
	return true;
}

static bool member(struct scan *scan)
{
	if (peek(scan) != '"')
		return fail(scan, _("a member name in quotes is expected"));
	if (!string(scan))
		return false;
	skip_space(scan);
	if (peek(scan) != ':')
		return fail(scan, _("a colon is expected"));
	fputc(*scan->at++, scan->out);
	return value(scan);
}

/* An array or object: what is between open and close, separated by commas. */
static bool container(struct scan *scan, char close, bool (*element)(struct scan *scan))
{
	if (++scan->depth > JSON_MAX_DEPTH)
		return fail(scan, _("too many levels of nesting"));
	fputc(*scan->at++, scan->out);
	skip_space(scan);
	if (peek(scan) != close) {
		for (;;) {
			skip_space(scan);
			if (!element(scan))
				return false;
			skip_space(scan);
			if (peek(scan) != ',')
				break;
			fputc(*scan->at++, scan->out);
		}
		if (peek(scan) != close)
			return fail(scan, close == '}' ? _("a comma or } is expected") : _("a comma or ] is expected"));
	}
	fputc(*scan->at++, scan->out);
	scan->depth--;
	return true;
}

static bool value(struct scan *scan)
{
	skip_space(scan);
	if (++scan->values > JSON_MAX_VALUES)
		return fail(scan, _("too many values"));
	switch (peek(scan)) {
	case '{':
		return container(scan, '}', member);
	case '[':
		return container(scan, ']', value);
	case '"':
		return string(scan);
	case 't':
		return word(scan, "true");
	case 'f':
		return word(scan, "false");
	case 'n':
		return word(scan, "null");
	default:
		if (peek(scan) == '-' || is_digit(peek(scan)))
			return number(scan);
		return fail(scan, peek(scan) < 0 ? _("the text ends where a value is expected")
						 : _("a value is expected"));
	}
}

char *json_scan_protect(const char *text, size_t len, size_t *protected_len, struct error *err)
{
	char *protected;
	struct scan scan = { .text = text, .at = text, .end = text + len, .err = err };

	if (!text_is_utf8(text, len)) {
		error_set(err, ERROR_INPUT, _("the text is not UTF-8"));
		return NULL;
	}
	scan.out = xmemstream(&protected, protected_len);
	bool ok = value(&scan);
	if (ok) {
		skip_space(&scan);
		if (scan.at < scan.end)
			ok = fail(&scan, _("nothing is expected behind the value"));
	}
	fclose(scan.out);
	if (!ok) {
		free(protected);
		return NULL;
	}
	return protected;
}

bool json_scan_is_number(const char *text)
{
	struct scan scan = { .text = text, .at = text, .end = text + strlen(text) };

	return number_token(&scan) && scan.at == scan.end;
}

static unsigned hex4(const char *text)
{
	char digits4[5] = { text[0], text[1], text[2], text[3], '\0' };

	return (unsigned)strtoul(digits4, NULL, 16);
}

static void put_utf8(FILE *out, unsigned c)
{
	if (c == 0 || (c >= 0xd800 && c < 0xe000))
		c = 0xfffd;
	if (c < 0x80) {
		fputc((int)c, out);
	} else if (c < 0x800) {
		fprintf(out, "%c%c", 0xc0 | (c >> 6), 0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		fprintf(out, "%c%c%c", 0xe0 | (c >> 12), 0x80 | ((c >> 6) & 0x3f), 0x80 | (c & 0x3f));
	} else {
		fprintf(out, "%c%c%c%c", 0xf0 | (c >> 18), 0x80 | ((c >> 12) & 0x3f),
			0x80 | ((c >> 6) & 0x3f), 0x80 | (c & 0x3f));
	}
}

/* Writes what the \u escape at stands for; returns how many characters it takes. */
static size_t put_unicode_escape(FILE *out, const char *at)
{
	unsigned c = hex4(at + 2);

	if (c >= 0xd800 && c < 0xdc00 && at[6] == '\\' && at[7] == 'u') {
		unsigned low = hex4(at + 8);
		if (low >= 0xdc00 && low < 0xe000) {
			put_utf8(out, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
			return 12;
		}
	}
	put_utf8(out, c);
	return 6;
}

char *json_scan_unescape(const char *token)
{
	static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	for (const char *at = token + 1; *at && *at != '"';) {
		if (*at != '\\') {
			fputc(*at++, out);
		} else if (at[1] == 'u') {
			at += put_unicode_escape(out, at);
		} else {
			const char *letter = strchr(letters, at[1]);
			fputc(letter ? meanings[letter - letters] : at[1], out);
			at += 2;
		}
	}
	fclose(out);
	return text;
}
