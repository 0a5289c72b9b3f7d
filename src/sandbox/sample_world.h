/* sample_world.h - the countries of the sample data: how companies and people are called there, and
 * how places, postal codes and telephone numbers look. Telephone numbers are from the ranges that
 * regulators keep for fiction where there is one (555-01xx, Ofcom, ACMA, PTS, BNetzA, ARCEP). */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_SAMPLE_WORLD_H
#define SANDBOX_SAMPLE_WORLD_H
#include <stddef.h>

struct sample_list {
	const char *const *items;
	size_t count;
};

#define SAMPLE_COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define SAMPLE_LIST(...)                                                                           \
	{                                                                                          \
		(const char *const[]){ __VA_ARGS__ },                                              \
			SAMPLE_COUNT(((const char *const[]){ __VA_ARGS__ }))                       \
	}

/* Words may end in a bar and how they are read in Latin letters ("山海|sankai"), for e-mail
 * addresses and numbers; without it the letters are transcribed one by one (sample_text.h). */
struct sample_culture {
	/* titles may be empty, beginnings with endings too. */
	struct sample_list titles, first_names, last_names;

	/* What a company is called: one of words, a beginning with an ending, or a last name in one
	 * of the family styles (* is the name). */
	struct sample_list words, beginnings, endings, families;
	struct sample_list trades;     /* what it does; follows the name */
	struct sample_list long_names; /* whole names, * is the name: no column holds them */
	const char *gap;               /* between name and trade */
};

/* postal and phone are patterns of sample_random_pattern. */
struct sample_city {
	const char *name;
	const char *state; /* "" where addresses have none */
	const char *postal;
	const char *phone;
};

struct sample_country {
	const char *code; /* ISO 3166-1 alpha-2 */
	unsigned share;   /* of the SAMPLE_SHARES of all countries together */
	const struct sample_culture *culture;
	/* Legal forms: behind the name, or round it where a * stands for it. */
	struct sample_list forms;
	struct sample_list streets;      /* patterns */
	struct sample_list second_lines; /* patterns; may be empty */
	const struct sample_city *cities;
	size_t city_count;
};

#define SAMPLE_CITIES(table) .cities = (table), .city_count = SAMPLE_COUNT(table)

enum { SAMPLE_SHARES = 64 };

/* Of every SAMPLE_SHARES customers, where the one of that share lives, and which one it is of those
 * that are named in the same culture. */
struct sample_share {
	const struct sample_country *country;
	unsigned rank, of;
};
struct sample_share sample_world_share(unsigned share);

extern const struct sample_country sample_north_america[2];
extern const struct sample_country sample_britain_australia[2];
extern const struct sample_country sample_nordic[4];
extern const struct sample_country sample_europe[4];
extern const struct sample_country sample_east[6];

extern const struct sample_culture sample_english, sample_swedish, sample_norwegian, sample_danish,
	sample_finnish, sample_german, sample_french, sample_dutch, sample_spanish, sample_greek,
	sample_bulgarian, sample_ukrainian, sample_japanese, sample_chinese, sample_korean;

#endif
