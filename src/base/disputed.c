/* SPDX-License-Identifier: ISC */
#include "base/disputed.h"

#include <unictype.h>
#include <unistr.h>

#include "base/text.h"

static const struct {
	uint32_t first, last;
	enum drawn drawn;
} classes[] = {
	/* Conjoining Jamo: a syllable of two or three has two columns where it is composed, up to
	 * six where each is drawn by itself. Nearly all that are written today exist as one sign.
	 */
	{ 0x1100, 0x11ff, DRAWN_AS_SYLLABLE },
	/* Joiners: no column in newer terminals, one in older ones. Within a word they choose
	 * between shapes (Persian, Sinhala, Malayalam), and can be missed; between emoji they make
	 * one sign of several, for those who have it. */
	{ 0x200c, 0x200d, DRAWN_WITHOUT },
	/* The frame of a keycap: one column round a digit, or two as an emoji. */
	{ 0x20e3, 0x20e3, DRAWN_AS_BASE },
	/* Hangul fillers: nothing to be seen in two columns, one, or none. */
	{ 0x3164, 0x3164, DRAWN_AS_QUESTION },
	{ 0xffa0, 0xffa0, DRAWN_AS_QUESTION },
	/* Jamo of old Hangul, of which no syllables exist as one sign. */
	{ 0xa960, 0xa97f, DRAWN_AS_QUESTION },
	{ 0xd7b0, 0xd7ff, DRAWN_AS_QUESTION },
	/* Variation selectors. 15 makes the sign before it one column wide and 16 two, in those
	 * terminals that know of it; the others choose a shape, and have a column in some. */
	{ 0xfe00, 0xfe0f, DRAWN_WITHOUT },
	/* Regional letters: a pair is a flag of two columns, or two letters of one or two each. */
	{ 0x1f1e6, 0x1f1ff, DRAWN_AS_LETTERS },
	/* Skin tones: part of the sign before them, or a sign of two columns behind it. */
	{ 0x1f3fb, 0x1f3ff, DRAWN_AS_BASE },
	/* Tags spell the name of a region behind a black flag; text.c lets them pass there alone.
	 */
	{ 0xe0020, 0xe007f, DRAWN_AS_BASE },
	/* Variants of ideographs, in names of people: as 0xfe00. */
	{ 0xe0100, 0xe01ef, DRAWN_WITHOUT },
};

enum { CODES_MAX = 128 }; /* a cluster is no longer than that (text.c) */

enum drawn disputed_drawn(uint32_t code)
{
	if (code < classes[0].first)
		return DRAWN_AS_IT_IS;
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (code >= classes[i].first && code <= classes[i].last)
			return classes[i].drawn;
	return DRAWN_AS_IT_IS;
}

/* --- writing --------------------------------------------------------------- */

struct cluster {
	uint32_t codes[CODES_MAX];
	size_t count;
};

static void put(FILE *out, uint32_t code)
{
	char bytes[TEXT_CHAR_SIZE];

	text_from_char(code, bytes);
	fputs(bytes, out);
}

/* The arithmetic of the Unicode Standard, section 3.12: a leading consonant and a vowel, or a
 * syllable of both, then perhaps a trailing consonant. */
static void write_syllable(FILE *out, const struct cluster *cluster)
{
	enum { S = 0xac00, L = 0x1100, V = 0x1161, T = 0x11a7, VS = 21, TS = 28, LS = 19 };
	const uint32_t *codes = cluster->codes;
	size_t at = 1;
	uint32_t syllable = codes[0];

	if (cluster->count >= 2 && syllable - L < LS && codes[1] - V < VS) {
		syllable = S + ((codes[0] - L) * VS + codes[1] - V) * TS;
		at = 2;
	}
	bool open = syllable - S < LS * VS * TS && (syllable - S) % TS == 0;
	if (open && at < cluster->count && codes[at] - T - 1 < TS - 1)
		syllable += codes[at++] - T;
	put(out, at == cluster->count && syllable >= S ? syllable : '?');
}

/* Marks stay on letters, not on emoji: there they are parts of what would be joined. */
static void write_without(FILE *out, const struct cluster *cluster)
{
	bool letter = uc_is_alpha(cluster->codes[0]);

	put(out, disputed_drawn(cluster->codes[0]) ? '?' : cluster->codes[0]);
	for (size_t i = 1; letter && i < cluster->count; i++)
		if (!disputed_drawn(cluster->codes[i]))
			put(out, cluster->codes[i]);
}

static void write_base(FILE *out, const struct cluster *cluster)
{
	put(out, disputed_drawn(cluster->codes[0]) ? '?' : cluster->codes[0]);
}

static void write_letters(FILE *out, const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->count; i++)
		if (disputed_drawn(cluster->codes[i]) == DRAWN_AS_LETTERS)
			put(out, 'A' + cluster->codes[i] - 0x1f1e6);
}

static void write_question(FILE *out, const struct cluster *cluster)
{
	(void)cluster;
	put(out, '?');
}

static void (*const writers[])(FILE *out, const struct cluster *cluster) = {
	[DRAWN_AS_SYLLABLE] = write_syllable, [DRAWN_WITHOUT] = write_without,
	[DRAWN_AS_BASE] = write_base,         [DRAWN_AS_LETTERS] = write_letters,
	[DRAWN_AS_QUESTION] = write_question,
};

void disputed_write(FILE *out, const char *text, size_t len)
{
	struct cluster cluster = { .count = 0 };
	enum drawn drawn = DRAWN_AS_IT_IS;
	size_t used;

	for (size_t at = 0; at < len && cluster.count < CODES_MAX; at += used) {
		uint32_t *code = &cluster.codes[cluster.count++];

		used = text_char(text + at, len - at, code);
		if (used == 0)
			break;
		enum drawn this = disputed_drawn(*code);
		drawn = this > drawn ? this : drawn;
	}
	if (drawn == DRAWN_AS_IT_IS)
		fwrite(text, 1, len, out);
	else
		writers[drawn](out, &cluster);
}
