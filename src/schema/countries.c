/* SPDX-License-Identifier: ISC */
#include "schema/countries.h"

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "base/text_list.h"
#include "schema/json.h"

/* The domain that iso-codes installs its translations under. */
static const char domain[] = "iso_3166-1";

/* The codes as of iso-codes 4.15, one behind the other, for systems without it. */
static const char known_codes[] =
	"ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBY"
	"BZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFK"
	"FMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIR"
	"ISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMK"
	"MLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPM"
	"PNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTF"
	"TGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

struct countries {
	struct country *rows;
	size_t count;
	struct text_list names; /* as the file has them, in its order; translations stay in their catalogue */
};

static bool is_code(const char *text)
{
	return text && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2 && !text[2];
}

static void add(struct countries *countries, const char *code, const char *name)
{
	size_t i = countries->count++;

	countries->rows = xreallocarray(countries->rows, countries->count, sizeof(*countries->rows));
	countries->rows[i] = (struct country){ .code = { code[0], code[1] } };
	text_list_add(&countries->names, name);
}

/* The name that is used in daily life, where the file has one besides the official. */
static void add_entry(struct countries *countries, const struct json *entry)
{
	const char *code = json_member_text(entry, "alpha_2");
	const char *name = json_member_text(entry, "common_name");

	if (!name)
		name = json_member_text(entry, "name");
	if (is_code(code))
		add(countries, code, name ? name : "");
}

static void read_file(struct countries *countries, const char *path)
{
	char *text = NULL;
	size_t size = 0;
	FILE *file = fopen(path, "re");

	if (!file)
		return;
	ssize_t len = getdelim(&text, &size, '\0', file); /* as a text has no NUL: all of it */
	fclose(file);
	struct json *tree = len > 0 ? json_parse(text, (size_t)len, NULL) : NULL;
	const struct json *list = json_member(tree, "3166-1");
	for (const struct json *entry = json_first(list); entry; entry = json_next(entry))
		add_entry(countries, entry);
	json_free(tree);
	free(text);
	alloc_give_back();
}

static void add_known_codes(struct countries *countries)
{
	for (const char *code = known_codes; *code; code += 2)
		add(countries, code, "");
}

static void name_rows(struct countries *countries)
{
	for (size_t i = 0; i < countries->count; i++) {
		const char *name = text_list_at(&countries->names, i);
		countries->rows[i].name = *name ? dgettext(domain, name) : name;
	}
}

/* strcoll reads the locale's character set, and names are UTF-8. */
static int by_name(const void *a, const void *b)
{
	const struct country *x = a, *y = b;
	int order = text_locale_is_utf8() ? strcoll(x->name, y->name) : strcmp(x->name, y->name);

	return order ? order : strcmp(x->code, y->code);
}

struct countries *countries_read(const char *path)
{
	struct countries *countries = xcalloc(1, sizeof(*countries));

	bindtextdomain(domain, ISO_CODES_LOCALEDIR);
	bind_textdomain_codeset(domain, "UTF-8");
	read_file(countries, path ? path : ISO_CODES_DATADIR "/json/iso_3166-1.json");
	if (countries->count == 0)
		add_known_codes(countries);
	name_rows(countries);
	qsort(countries->rows, countries->count, sizeof(*countries->rows), by_name);
	return countries;
}

void countries_free(struct countries *countries)
{
	if (!countries)
		return;
	text_list_finish(&countries->names);
	free(countries->rows);
	free(countries);
}

size_t countries_count(const struct countries *countries)
{
	return countries->count;
}

const struct country *countries_at(const struct countries *countries, size_t i)
{
	return &countries->rows[i];
}

const char *countries_name(const struct countries *countries, const char *code)
{
	for (size_t i = 0; i < countries->count; i++)
		if (text_casecmp(countries->rows[i].code, code) == 0)
			return *countries->rows[i].name ? countries->rows[i].name : NULL;
	return NULL;
}
