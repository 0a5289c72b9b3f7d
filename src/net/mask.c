/* SPDX-License-Identifier: ISC */
#include "net/mask.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/url.h"

/* How the names of secrets end, without case and without anything but letters and digits. TokenType
 * and ExpiresIn are none. */
static const char *const secret_endings[] = { "token",  "secret", "password",      "passwd",
					      "apikey", "cookie", "authorization", "credentials" };

static const char hidden[] = MASK_TEXT;

static bool ends_as(const char *name, size_t len, const char *ending)
{
	size_t left = strlen(ending);

	while (left && len) {
		unsigned char c = (unsigned char)name[--len];
		if (isalnum(c) && tolower(c) != ending[--left])
			return false;
	}
	return !left;
}

static bool is_secret_name(const char *name, size_t len)
{
	if (memchr(name, '\\', len))
		return true; /* nobody needs to spell a name with escapes, unless to hide it */
	for (size_t i = 0; i < sizeof(secret_endings) / sizeof(*secret_endings); i++)
		if (ends_as(name, len, secret_endings[i]))
			return true;
	return false;
}

static bool is_base64url(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '_';
}

/* Bytes of the JSON web token that text begins with, 0 if it is none. Its header is an object, and
 * {" is eyJ in base64; what was cut off may be the rest. */
static size_t token_len(const char *text, size_t len)
{
	size_t n = 0;

	if (len < 3 || memcmp(text, "eyJ", 3) != 0)
		return 0;
	while (n < len && (is_base64url(text[n]) || text[n] == '.'))
		n++;
	return n >= 12 ? n : 0;
}

static void copy_without_tokens(FILE *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t token =
			i > 0 && is_base64url(text[i - 1]) ? 0 : token_len(text + i, len - i);
		if (token) {
			fputs(hidden, out);
			i += token;
		} else {
			fputc(text[i++], out);
		}
	}
}

/* Where the string ends that begins with the quote at text[at]: behind its closing quote, or len.
 */
static size_t string_end(const char *text, size_t at, size_t len)
{
	for (size_t i = at + 1; i < len; i++) {
		if (text[i] == '\\')
			i++;
		else if (text[i] == '"')
			return i + 1;
	}
	return len;
}

static size_t skip_space(const char *text, size_t at, size_t len)
{
	while (at < len && strchr(" \t\r\n", text[at]) && text[at])
		at++;
	return at;
}

/* Where the value at text[at] ends if it is a string or a number; at itself if it is neither. */
static size_t scalar_end(const char *text, size_t at, size_t len)
{
	if (at == len || text[at] == '{' || text[at] == '[')
		return at;
	if (text[at] == '"')
		return string_end(text, at, len);
	while (at < len && !strchr(",}] \t\r\n", text[at]))
		at++;
	return at;
}

char *mask_body(const char *text, size_t len, size_t *out_len)
{
	char *masked;
	size_t masked_len, at = 0;
	FILE *out = xmemstream(&masked, &masked_len);

	while (at < len) {
		const char *quote = memchr(text + at, '"', len - at);
		size_t name = quote ? (size_t)(quote - text) : len;
		size_t end = quote ? string_end(text, name, len) : len;
		size_t colon = skip_space(text, end, len);

		copy_without_tokens(out, text + at, end - at);
		at = end;
		if (colon == len || text[colon] != ':' ||
		    !is_secret_name(text + name + 1, end - name - 2))
			continue;
		size_t value = skip_space(text, colon + 1, len);
		size_t value_end = scalar_end(text, value, len);
		fwrite(text + end, 1, value - end, out);
		if (value_end > value)
			fprintf(out, "\"%s\"", hidden);
		at = value_end;
	}
	fclose(out);
	*out_len = masked_len;
	return masked;
}

/* filters%5B0%5D%5Bfield%5D is none; one that is still encoded when decoded wants to hide. */
static bool is_secret_parameter(const char *name, size_t len)
{
	char *encoded = xstrndup(name, len);
	char *decoded = url_decoded(encoded);
	bool secret = strchr(decoded, '%') || is_secret_name(decoded, strlen(decoded));

	free(decoded);
	free(encoded);
	return secret;
}

static void mask_parameter(FILE *out, const char *text, size_t len)
{
	const char *equals = memchr(text, '=', len);
	size_t name = equals ? (size_t)(equals - text) : len;

	if (equals && is_secret_parameter(text, name))
		fprintf(out, "%.*s=%s", (int)name, text, hidden);
	else
		copy_without_tokens(out, text, len);
}

char *mask_url(const char *url)
{
	char *masked;
	size_t len;
	FILE *out = xmemstream(&masked, &len);
	const char *authority = strstr(url, "://");
	const char *rest = authority ? authority + 3 : url;
	const char *end = rest + strcspn(rest, "/?#");
	const char *at = memrchr(rest, '@', (size_t)(end - rest));

	fwrite(url, 1, (size_t)(rest - url), out);
	if (at)
		rest = at + 1;
	end += strcspn(end, "?");
	copy_without_tokens(out, rest, (size_t)(end - rest));
	while (*end) { /* at the ? or & before a parameter */
		size_t parameter = strcspn(end + 1, "&");
		fputc(*end, out);
		mask_parameter(out, end + 1, parameter);
		end += 1 + parameter;
	}
	fclose(out);
	return masked;
}

char *mask_header(const char *line)
{
	const char *colon = strchr(line, ':');
	size_t name = colon ? (size_t)(colon - line) : 0;
	size_t len;
	char *masked;

	if (!colon || !is_secret_name(line, name))
		return mask_body(line, strlen(line), &len);
	const char *value = colon + 1 + strspn(colon + 1, " ");
	const char *space = strchr(value, ' '); /* the scheme is no secret: Bearer */
	masked = xasprintf("%.*s: %.*s%s", (int)name, line, space ? (int)(space + 1 - value) : 0,
			   value, hidden);
	return masked;
}
