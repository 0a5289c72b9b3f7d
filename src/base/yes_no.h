/* yes_no.h - yes and no in the user's language (the locale's YESEXPR and NOEXPR). */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_YES_NO_H
#define BASE_YES_NO_H
#include <stdbool.h>

#include "base/text.h"

/* Whether text begins as the locale says yes, or no; both are false for what is neither. */
bool text_says_yes(const char *text);
bool text_says_no(const char *text);

/* The letters that people know, in their own script: "y" and "n". */
void yes_no_letters(char yes[TEXT_CHAR_SIZE], char no[TEXT_CHAR_SIZE]);

#endif
