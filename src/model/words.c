/* SPDX-License-Identifier: ISC */
#include "model/words.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

const char *words_label(const struct word *words, const char *literal)
{
	for (; words->literal; words++)
		if (strcmp(words->literal, literal) == 0)
			return _(words->label);
	return NULL;
}

static bool means(const struct word *word, const char *typed)
{
	return text_casecmp(typed, word->literal) == 0 || text_casecmp(typed, word->label) == 0 ||
	       text_casecmp(typed, _(word->label)) == 0 ||
	       (word->also && text_casecmp(typed, word->also) == 0);
}

const char *words_literal(const struct word *words, const char *typed)
{
	char *text = text_trimmed(typed);

	while (words->literal && !means(words, text))
		words++;
	free(text);
	return words->literal;
}
