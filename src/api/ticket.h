/* ticket.h - the token in use: the header it travels in (N1), its end, where it is kept. */
/* SPDX-License-Identifier: ISC */
#ifndef API_TICKET_H
#define API_TICKET_H
#include <stdbool.h>
#include <stdint.h>

#include "api/profile.h"

struct token_key;

/* All zeros is an empty ticket. */
struct ticket {
	char *token;         /* NULL: none */
	char *header;        /* the whole line */
	char *tenant;	     /* where it is good for; NULL: not known, or there is no such thing */
	unsigned generation; /* grows with each other token or header */
	bool x_api_key;      /* which header */
	bool header_known;   /* it worked before, here or where the token was kept */
	bool header_swapped; /* with this token the other header was tried too */
	bool accepted;       /* the service took this token */
	bool kept;           /* it came from the token file */
	int64_t expires_at;  /* seconds since 1970; 0: not known */
	int64_t lifetime_s;  /* when it was issued */
};

/* What can stand in a header: visible ASCII, so that no second line can be smuggled in. */
bool ticket_is_token(const char *text);

/* Takes a copy of token into use. The header that is known to work is kept where wanted says auto. */
void ticket_use(struct ticket *ticket, const char *token, enum auth_header wanted);
void ticket_set_expiry(struct ticket *ticket, int64_t expires_at);

/* N1: the first call with a token is repeated once with the other header. False when that was done,
 * or when the token is known to have worked: then it is simply too old. */
bool ticket_swap_header(struct ticket *ticket);

/* Forgets the token, not which header worked, nor the tenant. */
void ticket_drop(struct ticket *ticket);
void ticket_finish(struct ticket *ticket);

/* The token that an earlier run, or another program since, has kept under key; false when there is
 * none but the one that was refused (NULL: none was). */
bool ticket_use_kept(struct ticket *ticket, const struct token_key *key, const char *refused,
		     enum auth_header wanted);
/* kept_s: for how long when its end is not known; 0: then not at all. */
void ticket_keep(const struct ticket *ticket, const struct token_key *key, int kept_s);

/* When a token should be renewed: under 5 minutes are left (contract README), of a short-lived one
 * the last tenth. */
bool ticket_is_due(const struct ticket *ticket, int64_t now);
bool ticket_is_over(const struct ticket *ticket, int64_t now);

#endif
