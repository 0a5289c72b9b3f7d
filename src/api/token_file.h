/* token_file.h - a token kept between two starts: mode 0600, in the runtime folder, until shortly
 * before it expires. One file for each profile, address and who logs in. */
/* SPDX-License-Identifier: ISC */
#ifndef API_TOKEN_FILE_H
#define API_TOKEN_FILE_H
#include <stdbool.h>
#include <stdint.h>

#include "api/profile.h"
#include "base/sha256.h"

struct error;

/* Whose token: all of it has to match. Texts may be NULL. */
struct token_key {
	const char *profile, *url, *org_code, *client_id;
	enum login_kind login;
	const char *user_code;
	const char *tenant;	     /* the one that the profile says */
	char mark[SHA256_TEXT_SIZE]; /* of the token that this one was got for; "": it was not given at start */
};

struct stored_token {
	char *token;        /* wiped by token_finish */
	char *tenant;	    /* where it is good for; NULL: there is no such thing */
	int64_t expires_at; /* seconds since 1970 */
	bool end_unknown;   /* expires_at is ours, to be tried no longer */
	int64_t lifetime_s; /* when it was issued */
	bool x_api_key;     /* the header that worked (N1), when header_known */
	bool header_known;
};

/* False when there is none, it is damaged or for another key, or it expires within a minute. */
bool token_file_read(const struct token_key *key, struct stored_token *out);
bool token_file_write(const struct token_key *key, const struct stored_token *token,
		      struct error *err);
/* Removes the file if it holds this token: another program may have stored a newer one. */
void token_file_remove(const struct token_key *key, const char *token);

void token_finish(struct stored_token *token);

#endif
