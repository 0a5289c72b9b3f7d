/* SPDX-License-Identifier: ISC */
#include "base/yes_no.h"

#include <langinfo.h>
#include <regex.h>
#include <stdint.h>
#include <string.h>

/* Whether text begins as the locale's expression for yes (or no) says: "^[+1jJyY]". */
static bool matches(nl_item item, const char *text)
{
	regex_t expression;

	if (regcomp(&expression, nl_langinfo(item), REG_EXTENDED | REG_NOSUB) != 0)
		return false;
	bool found = regexec(&expression, text, 0, NULL, 0) == 0;
	regfree(&expression);
	return found;
}

/* The first letter of that expression, which is what people know; in its own script. */
static void letter_of(nl_item item, char out[TEXT_CHAR_SIZE])
{
	const char *at = nl_langinfo(item);
	uint32_t code;
	size_t used;

	for (; (used = text_char(at, strlen(at), &code)) > 0; at += used) {
		text_from_char(code, out);
		if (!strchr("^[]()|+-01", out[0]) && matches(item, out))
			return;
	}
	strcpy(out, item == YESEXPR ? "y" : "n");
}

bool text_says_yes(const char *text)
{
	return matches(YESEXPR, text);
}

bool text_says_no(const char *text)
{
	return matches(NOEXPR, text);
}

void yes_no_letters(char yes[TEXT_CHAR_SIZE], char no[TEXT_CHAR_SIZE])
{
	letter_of(YESEXPR, yes);
	letter_of(NOEXPR, no);
}
