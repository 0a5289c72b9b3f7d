/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* One letter after another, from the code point that the run begins with; "" is left out. Capitals
 * are brought down to these first. */
static const char *const latin[] = {
	/* U+00DF to U+00FF */
	"ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i",  "i", "i",
	"d",  "n", "o", "o", "o", "o", "o", "",   "o", "u", "u", "u", "u", "y", "th", "y",
};
static const char *const greek[] = {
	/* U+03AC to U+03CE */
	"a", "e", "i", "i", "y", "a", "v", "g", "d", "e",  "z",  "i", "th", "i", "k", "l", "m", "n",
	"x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o", "i",  "y", "o", "y", "o",
};
static const char *const cyrillic[] = {
	/* U+0430 to U+045F */
	"a", "b",  "v",  "g", "d",  "e",  "zh", "z",  "y",  "y",    "k",  "l", "m", "n", "o",  "p",
	"r", "s",  "t",  "u", "f",  "kh", "ts", "ch", "sh", "shch", "a",  "y", "",  "e", "yu", "ya",
	"e", "yo", "dj", "g", "ye", "dz", "i",  "yi", "j",  "lj",   "nj", "c", "k", "i", "u",  "dz",
};

static const struct {
	uint32_t first;
	const char *const *readings;
	size_t count;
} scripts[] = {
	{ 0x00df, latin, sizeof(latin) / sizeof(latin[0]) },
	{ 0x03ac, greek, sizeof(greek) / sizeof(greek[0]) },
	{ 0x0430, cyrillic, sizeof(cyrillic) / sizeof(cyrillic[0]) },
};

static uint32_t lower(uint32_t letter)
{
	static const struct {
		uint32_t first, last, distance;
	} capitals[] = {
		{ 'A', 'Z', 32 },       { 0x00c0, 0x00de, 32 }, { 0x0386, 0x0386, 38 },
		{ 0x0388, 0x038a, 37 }, { 0x038c, 0x038c, 64 }, { 0x038e, 0x038f, 63 },
		{ 0x0391, 0x03ab, 32 }, { 0x0400, 0x040f, 80 }, { 0x0410, 0x042f, 32 },
	};

	for (size_t i = 0; i < sizeof(capitals) / sizeof(capitals[0]); i++)
		if (letter >= capitals[i].first && letter <= capitals[i].last)
			return letter + capitals[i].distance;
	return letter;
}

/* The next letter of our own tables, so well-formed; what lies beyond U+07FF has no reading here.
 */
static const char *next_letter(const char *text, uint32_t *letter)
{
	unsigned char lead = (unsigned char)text[0];

	*letter = lead;
	if (lead < 0x80)
		return text + 1;
	if (lead < 0xe0) {
		*letter = (uint32_t)(lead & 0x1f) << 6 | ((unsigned char)text[1] & 0x3f);
		return text + 2;
	}
	*letter = 0xfffd;
	return text + (lead < 0xf0 ? 3 : 4);
}

static const char *reading(uint32_t letter, char ascii[2])
{
	letter = lower(letter);
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		if (letter >= scripts[i].first && letter - scripts[i].first < scripts[i].count)
			return scripts[i].readings[letter - scripts[i].first];
	bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
	ascii[0] = kept ? (char)letter : '\0';
	ascii[1] = '\0';
	return ascii;
}

size_t sample_written(const char *word)
{
	return strcspn(word, "|");
}

void sample_slug(const char *word, char out[SAMPLE_SLUG_SIZE])
{
	const char *bar = strchr(word, '|');
	size_t len = 0;
	char ascii[2];

	for (const char *rest = bar ? bar + 1 : word; *rest;) {
		uint32_t letter;
		rest = next_letter(rest, &letter);
		const char *latin_letters = reading(letter, ascii);
		size_t more = strlen(latin_letters);
		if (len + more >= SAMPLE_SLUG_SIZE)
			break;
		memcpy(out + len, latin_letters, more);
		len += more;
	}
	out[len] = '\0';
}

void sample_style(const char *style, const char *name, const char *gap, char out[SAMPLE_NAME_SIZE])
{
	size_t before = strcspn(style, "*");

	if (style[before])
		snprintf(out, SAMPLE_NAME_SIZE, "%.*s%s%s", (int)before, style, name,
			 style + before + 1);
	else
		snprintf(out, SAMPLE_NAME_SIZE, "%s%s%s", name, gap, style);
}

void sample_letters(const char *slug, char out[4])
{
	size_t len = 0;

	for (const char *rest = slug; *rest && len < 3; rest++)
		if (*rest >= 'a' && (len == 0 || !strchr("aeiouy", *rest)))
			out[len++] = (char)(*rest - 32);
	while (len < 3)
		out[len++] = 'X';
	out[3] = '\0';
}
