/* SPDX-License-Identifier: ISC */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <uniconv.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/alloc.h"
#include "base/disputed.h"

/* A cluster longer than this (stacked combining marks) is split: looking for its end stays cheap. */
enum { CLUSTER_WINDOW = 128 };

static const uint8_t *u8(const char *text)
{
	return (const uint8_t *)text;
}

bool text_is_ascii(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)bytes[i] < 0x20 || (unsigned char)bytes[i] > 0x7e)
			return false;
	return true;
}

bool text_is_utf8(const char *bytes, size_t len)
{
	return u8_check(u8(bytes), len) == NULL;
}

size_t text_char(const char *text, size_t len, uint32_t *code)
{
	ucs4_t c;
	int bytes = len ? u8_mbtoucr(&c, u8(text), len) : 0;

	if (bytes < 1)
		return 0;
	*code = c;
	return (size_t)bytes;
}

void text_from_char(uint32_t code, char out[TEXT_CHAR_SIZE])
{
	uint8_t bytes[TEXT_CHAR_SIZE];
	int len = u8_uctomb(bytes, code, TEXT_CHAR_SIZE - 1);

	if (len < 1)
		bytes[0] = '?';
	memcpy(out, bytes, TEXT_CHAR_SIZE);
	out[len < 1 ? 1 : len] = '\0';
}

/* What a terminal could act on or a reader could not see. */
static bool is_dangerous(ucs4_t c)
{
	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return true;
	if (c < 0x300)
		return c == 0xad; /* soft hyphen: width disputed, and invisible */
	return c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f && c != 0x200d && c != 0x200c) ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfff0 && c <= 0xfffb) || (c & 0xfffe) == 0xfffe || (c >= 0xe0000 && c <= 0xe0fff);
}

static void put_mark(FILE *out, ucs4_t c)
{
	if (c < 0x20 || c == 0x7f)
		fprintf(out, "^%c", (int)(c ^ 0x40));
	else
		fprintf(out, "<U+%04X>", (unsigned)c);
}

static bool is_tag(ucs4_t c)
{
	return c >= 0xe0020 && c <= 0xe007f;
}

static bool is_ideograph_variant(ucs4_t c)
{
	return c >= 0xe0100 && c <= 0xe01ef;
}

/* Bytes of the run at text that is valid UTF-8 without dangerous characters. */
static size_t safe_run(const uint8_t *text, size_t len)
{
	enum { BLACK_FLAG = 0x1f3f4 };
	bool in_flag = false; /* what could hide text belongs to it there */
	size_t i = 0;

	while (i < len) {
		ucs4_t c;
		int bytes = u8_mbtoucr(&c, text + i, len - i);
		if (bytes < 1)
			break;
		in_flag = c == BLACK_FLAG || (in_flag && is_tag(c));
		if (is_dangerous(c) && !in_flag && !is_ideograph_variant(c))
			break;
		i += (size_t)bytes;
	}
	return i;
}

char *text_clean(const char *bytes, size_t len)
{
	char *clean;
	size_t clean_len;

	if (text_is_ascii(bytes, len))
		return xstrndup(bytes, len);
	FILE *out = xmemstream(&clean, &clean_len);
	for (size_t i = 0; i < len;) {
		size_t run = safe_run(u8(bytes) + i, len - i);
		for (size_t end = i + run; i < end;) {
			size_t cluster = text_cluster(bytes + i, end - i);
			disputed_write(out, bytes + i, cluster);
			i += cluster;
		}
		if (i == len)
			break;
		ucs4_t c;
		int one = u8_mbtoucr(&c, u8(bytes) + i, len - i);
		if (one < 1)
			fprintf(out, "<%02X>", (unsigned char)bytes[i]);
		else
			put_mark(out, c);
		i += one < 1 ? 1 : (size_t)one;
	}
	fclose(out);
	return clean;
}

static void put_json_escape(FILE *out, ucs4_t c)
{
	if (c > 0xffff)
		fprintf(out, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (c >> 10)), (unsigned)(0xdc00 + (c & 0x3ff)));
	else
		fprintf(out, "\\u%04x", (unsigned)c);
}

void text_write_json(FILE *out, const char *json, size_t len, bool only_ascii)
{
	size_t written = 0;

	for (size_t i = 0; i < len;) {
		ucs4_t c;
		int bytes = u8_mbtouc(&c, u8(json) + i, len - i);
		if (c >= 0x7f && (only_ascii || is_dangerous(c))) {
			fwrite(json + written, 1, i - written, out);
			put_json_escape(out, c);
			written = i + (size_t)bytes;
		}
		i += (size_t)bytes;
	}
	fwrite(json + written, 1, len - written, out);
}

bool text_is_clean(const char *bytes, size_t len)
{
	if (text_is_ascii(bytes, len))
		return true;
	char *clean = text_clean(bytes, len);
	bool same = strlen(clean) == len && memcmp(clean, bytes, len) == 0;
	free(clean);
	return same;
}

size_t text_cluster(const char *text, size_t len)
{
	char breaks[CLUSTER_WINDOW];

	if (len == 0)
		return 0;
	if (len == 1 || ((unsigned char)text[0] < 0x80 && (unsigned char)text[1] < 0x80 && text[0] != '\r'))
		return 1;
	size_t window = len < CLUSTER_WINDOW ? len : CLUSTER_WINDOW;
	while (window < len && window > 1 && ((unsigned char)text[window] & 0xc0) == 0x80)
		window--; /* no half character at the end of the window */
	u8_grapheme_breaks(u8(text), window, breaks);
	for (size_t i = 1; i < window; i++)
		if (breaks[i])
			return i;
	return window;
}

size_t text_last_cluster(const char *text, size_t len)
{
	char breaks[CLUSTER_WINDOW];

	if (len == 0)
		return 0;
	size_t start = len > CLUSTER_WINDOW ? len - CLUSTER_WINDOW : 0;
	while (start > 0 && start < len && ((unsigned char)text[start] & 0xc0) == 0x80)
		start++;
	u8_grapheme_breaks(u8(text) + start, len - start, breaks);
	for (size_t i = len - start; i-- > 1;)
		if (breaks[i])
			return len - start - i;
	return len - start;
}

static int cluster_width(const char *text, size_t len)
{
	if (len == 1)
		return 1;
	int width = u8_width(u8(text), len, "UTF-8");
	return width < 0 ? 0 : width;
}

int text_width(const char *text, size_t len)
{
	if (text_is_ascii(text, len))
		return (int)len;
	return cluster_width(text, len);
}

size_t text_prefix(const char *text, size_t len, int max_cols, int *cols)
{
	size_t at = 0;
	int used = 0;

	while (at < len) {
		size_t cluster = text_cluster(text + at, len - at);
		int width = cluster_width(text + at, cluster);
		if (used + width > max_cols)
			break;
		used += width;
		at += cluster;
	}
	*cols = used;
	return at;
}

char *text_fit(const char *clean, int width_cols, enum text_align align)
{
	size_t len = strlen(clean);
	int cols;
	size_t bytes = text_prefix(clean, len, width_cols, &cols);
	bool cut = bytes < len;

	if (width_cols <= 0)
		return xstrdup("");
	if (cut)
		bytes = text_prefix(clean, len, width_cols - 1, &cols);
	int padding = width_cols - cols - cut;
	return xasprintf("%*s%.*s%s%*s", align == TEXT_RIGHT ? padding : 0, "", (int)bytes, clean,
			 cut ? "~" : "", align == TEXT_RIGHT ? 0 : padding, "");
}

bool text_locale_is_utf8(void)
{
	const char *charset = locale_charset();

	return strcasecmp(charset, "UTF-8") == 0;
}

/* Each cluster by itself: what the locale lacks becomes as many ? as it had columns, so that columns
 * stay where they are (converting the whole would write AE for a ligature). */
char *text_to_locale(const char *clean)
{
	size_t len = strlen(clean);
	const char *charset = locale_charset();
	char *text;
	size_t text_len;

	if (text_locale_is_utf8() || text_is_ascii(clean, len))
		return xstrdup(clean);
	FILE *out = xmemstream(&text, &text_len);
	for (size_t at = 0; at < len;) {
		size_t cluster = text_cluster(clean + at, len - at), converted_len;
		char *converted = u8_conv_to_encoding(charset, iconveh_error, u8(clean) + at, cluster, NULL,
						      NULL, &converted_len);
		if (converted)
			fwrite(converted, 1, converted_len, out);
		else
			for (int cols = cluster_width(clean + at, cluster); cols > 0; cols--)
				fputc('?', out);
		free(converted);
		at += cluster;
	}
	fclose(out);
	return text;
}

char *text_from_locale(const char *bytes)
{
	if (text_locale_is_utf8() || text_is_ascii(bytes, strlen(bytes)))
		return text_is_utf8(bytes, strlen(bytes)) ? xstrdup(bytes) : NULL;
	uint8_t *text = u8_strconv_from_encoding(bytes, locale_charset(), iconveh_error);
	/* The C locale has no letters beyond ASCII: UTF-8 given there is meant as UTF-8. */
	if (!text)
		return text_is_utf8(bytes, strlen(bytes)) ? xstrdup(bytes) : NULL;
	return (char *)text;
}

int text_casecmp(const char *a, const char *b)
{
	while (*a && *b) {
		int x = *a >= 'A' && *a <= 'Z' ? *a + 32 : *a;
		int y = *b >= 'A' && *b <= 'Z' ? *b + 32 : *b;
		if (x != y)
			return (unsigned char)x - (unsigned char)y;
		a++;
		b++;
	}
	return (unsigned char)*a - (unsigned char)*b;
}

char *text_fold(const char *text, size_t len)
{
	size_t ascii = 0, fold_len;
	char *fold = xmalloc(len + 1);

	for (; ascii < len && !(text[ascii] & 0x80); ascii++)
		fold[ascii] = (char)(text[ascii] >= 'A' && text[ascii] <= 'Z' ? text[ascii] + 32 : text[ascii]);
	fold[ascii] = '\0';
	if (ascii == len)
		return fold;
	free(fold);
	uint8_t *unicode = u8_casefold(u8(text), len, NULL, NULL, NULL, &fold_len);
	if (!unicode)
		return xstrndup(text, len); /* no UTF-8: compared as it is */
	fold = xstrndup((const char *)unicode, fold_len);
	free(unicode);
	return fold;
}

bool text_contains(const char *haystack, const char *needle)
{
	char *where = text_fold(haystack, strlen(haystack)), *what = text_fold(needle, strlen(needle));
	bool found = strstr(where, what) != NULL;

	free(where);
	free(what);
	return found;
}

char *text_trimmed(const char *text)
{
	static const char blanks[] = " \t\r\n";
	size_t len;

	text += strspn(text, blanks);
	len = strlen(text);
	while (len > 0 && strchr(blanks, text[len - 1]))
		len--;
	return xstrndup(text, len);
}

char *text_joined(const char *const *texts)
{
	char *joined;
	size_t len;
	FILE *out = xmemstream(&joined, &len);

	for (size_t i = 0; texts[i]; i++)
		fprintf(out, "%s%s", i ? ", " : "", texts[i]);
	fclose(out);
	return joined;
}
