/* SPDX-License-Identifier: ISC */
#include "sandbox/url.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/text.h"

static int hex_digit(char sign)
{
	if (sign >= '0' && sign <= '9')
		return sign - '0';
	if (sign >= 'a' && sign <= 'f')
		return sign - 'a' + 10;
	return sign >= 'A' && sign <= 'F' ? sign - 'A' + 10 : -1;
}

/* Decodes in place. */
static bool decode(char *text, bool plus_is_space, struct error *err)
{
	char *out = text;

	for (const char *in = text; *in; in++) {
		if (*in == '%') {
			int high = hex_digit(in[1]), low = high < 0 ? -1 : hex_digit(in[2]);
			if (low < 0 || high + low == 0)
				return error_set(
					err, ERROR_INPUT,
					"A percent sign needs two hexadecimal digits, not 00.");
			*out++ = (char)(high * 16 + low);
			in += 2;
		} else {
			*out++ = *in == '+' && plus_is_space ? ' ' : *in;
		}
	}
	*out = '\0';
	return text_is_utf8(text, (size_t)(out - text)) ||
	       error_set(err, ERROR_INPUT, "The address must be UTF-8, percent-encoded.");
}

static bool parse_path(struct url *url, char *path, struct error *err)
{
	char *next = path;

	while (next) {
		char *segment = next;
		next = strchr(segment, '/');
		if (next)
			*next++ = '\0';
		if (url->segment_count == URL_MAX_SEGMENTS)
			return error_set(err, ERROR_INPUT, "The path has too many parts.");
		if (!decode(segment, false, err))
			return false;
		url->segments[url->segment_count++] = segment;
	}
	return true;
}

static bool parse_query(struct url *url, char *query, struct error *err)
{
	for (char *next = query; next && *next;) {
		char *name = next;
		next = strchr(name, '&');
		if (next)
			*next++ = '\0';
		if (!*name)
			continue;
		char *value = strchr(name, '=');
		if (value)
			*value++ = '\0';
		else
			value = name + strlen(name);
		if (url->param_count == URL_MAX_PARAMS)
			return error_set(err, ERROR_INPUT, "The query has too many parameters.");
		if (!decode(name, true, err) || !decode(value, true, err))
			return false;
		url->params[url->param_count++] = (struct url_param){ name, value };
	}
	return true;
}

bool url_parse(struct url *url, const char *target, struct error *err)
{
	const char *host = *target == '/' ? NULL : strstr(target, "://");

	*url = (struct url){ 0 };
	if (host)
		target = strchr(host + 3, '/');
	if (!target || *target != '/')
		return error_set(err, ERROR_INPUT, "The address must begin with a slash.");
	url->text = xstrdup(target + 1);
	char *query = strchr(url->text, '?');
	if (query)
		*query++ = '\0';
	return parse_path(url, url->text, err) && parse_query(url, query, err);
}

void url_finish(struct url *url)
{
	free(url->text);
	*url = (struct url){ 0 };
}

const char *url_param(const struct url *url, const char *name)
{
	for (size_t i = 0; i < url->param_count; i++)
		if (text_casecmp(url->params[i].name, name) == 0)
			return url->params[i].value;
	return NULL;
}
