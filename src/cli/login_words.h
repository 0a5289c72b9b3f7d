/* login_words.h - what a verb says that cannot log in, because nobody is there to type. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_LOGIN_WORDS_H
#define CLI_LOGIN_WORDS_H

struct profile;

/* Which variables of the environment the profile's login still needs, as a sentence; NULL: none. The caller
 * frees. */
char *login_words_missing(const struct profile *profile);

#endif
