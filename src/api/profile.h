/* profile.h - which service, as whom, and how it wants to be spoken to: what the configuration, the
 * environment and the switches say, and nothing that changes while the program runs. */
/* SPDX-License-Identifier: ISC */
#ifndef API_PROFILE_H
#define API_PROFILE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;

enum login_kind {
	LOGIN_CREDENTIALS, /* organization code, client id and secret are exchanged for a token */
	LOGIN_TOKEN,       /* an access token, used as it is */
	LOGIN_API_KEY,     /* a static key, always sent as x-api-key */
	/* Flow Retail (F1): there LOGIN_TOKEN is the integration token */
	LOGIN_DEVICE, /* user code and password are exchanged for a token, with the device's token */
	LOGIN_USER,   /* a user's token is exchanged for one that is good in one tenant */
	LOGIN_KINDS,
};

/* What a login is made of: members of struct credentials (api/client.h), which the profile may know. */
enum login_value {
	VALUE_ORG_CODE,
	VALUE_CLIENT_ID,
	VALUE_USER_CODE,
	VALUE_DEVICE_TOKEN,
	VALUE_SECRET, /* the client secret, the token, the key or the password */
	LOGIN_VALUES,
};

/* N1: the documents disagree on the header that carries a token. */
enum auth_header { AUTH_AUTO, AUTH_BEARER, AUTH_X_API_KEY };

/* N18: how conditions are written into the address. */
enum filter_style { FILTER_INDEXED, FILTER_JSON };

/* N9: how a record is created. */
enum create_method {
	CREATE_PUT,  /* the collection PUT of the API reference */
	CREATE_POST, /* the guide's, which refuses a key that is taken */
};

/* N3, N4: how names are spelt in what CREATE_POST sends; the contract takes guide nowhere else. */
enum key_style { KEYS_REFERENCE, KEYS_GUIDE };

/* N21: how prices are replaced: the method, and whether the list of products is in an object. */
enum price_update_method { PRICE_UPDATE_PUT, PRICE_UPDATE_POST };
enum price_update_shape { PRICE_UPDATE_OBJECT, PRICE_UPDATE_ARRAY };

/* Plain data. Texts belong to the profile: set them with xreplace. NULL is "not said". */
struct profile {
	char *name; /* "sandbox", "northpoint": what the screen shows */
	char *api;  /* the dialect's word: "nymble", "flow" */
	char *url;  /* what the contract's paths are appended to; NULL: the production service */
	char *org_code;
	char *client_id;
	enum login_kind login; /* as it was said: see profile_login */
	enum auth_header auth_header;
	enum filter_style filter_style;
	enum create_method create_method;
	enum key_style key_style;
	char *product_search_path;  /* N20; NULL: the contract's */
	char *product_search_param; /* N20; NULL: the contract's */
	enum price_update_method price_update_method;
	enum price_update_shape price_update_shape;
	char *price_update_path;    /* N21; NULL: the contract's */
	char **price_tiers;         /* N28: NULL-terminated; NULL: learnt from the service */
	char *tenant, *store;	    /* NULL: the tenant is chosen after login; no store */
	char *user_code;	    /* LOGIN_DEVICE */
	char *private_customer_type; /* F4: NULL: PRIVATE */
	int64_t amount_scale;	    /* F16: what makes one of a currency's main unit: 100 */
	char *device_token_command; /* as secret_command, for the device's token */
	char *secret_command;       /* a shell command whose first line of output is the secret */
	char *ca_file;
	char *view;     /* the saved view to open after login */
	bool read_only; /* nothing is written: the client refuses */
	bool test;      /* no PROD marker */
	bool sandbox;   /* our own sandbox: its tokens are not kept in a file */

	/* Given at start (environment); wiped with the profile. Only the one that login needs
	 * counts. */
	char *client_secret;
	char *token;
	char *api_key;
	char *user_token;   /* LOGIN_USER */
	char *device_token; /* LOGIN_DEVICE, together with */
	char *password;
};

/* A profile of that name with the defaults above (api "nymble", login with credentials). */
struct profile *profile_new(const char *name);
/* The one of our own sandbox for that api: its files are kept apart by its name. An unknown api is what
 * profile_check finds. */
struct profile *profile_new_sandbox(const char *api);
struct profile *profile_copy(const struct profile *profile);
/* Wipes the secrets. NULL is fine. */
void profile_free(struct profile *profile);

/* Replaces a secret: the old text is wiped, text is copied (NULL: none). */
void profile_set_secret(char **place, const char *text);

/* The kind of login in use: the one that was said where the service has it, else the service's first. */
enum login_kind profile_login(const struct profile *profile);

/* Where the profile keeps a value of such a login. The secret ones (login_value_is_secret) are set by
 * profile_set_secret, the others by xreplace. */
char **profile_login_place(struct profile *profile, enum login_kind kind, enum login_value value);
bool login_value_is_secret(enum login_value value);
/* That value; NULL when it was not said. Borrowed. */
const char *profile_login_value(const struct profile *profile, enum login_kind kind,
				enum login_value value);
/* The shell command that prints such a secret; NULL when there is none. Borrowed. */
const char *profile_login_command(const struct profile *profile, enum login_value value);

/* The words of the configuration: "credentials", "token", "api-key"; "auto", "bearer", "x-api-key";
 * "indexed", "json"; "put", "post"; "reference", "guide"; "object", "array". A wrong word is named together
 * with those that are right. */
bool login_kind_parse(const char *word, enum login_kind *out, struct error *err);
/* The first of these words for a kind, flow-auth's for those that login has none for. */
const char *login_kind_word(enum login_kind kind);
/* The same of flow-auth: "integration", "device", "user". */
bool flow_auth_parse(const char *word, enum login_kind *out, struct error *err);
bool auth_header_parse(const char *word, enum auth_header *out, struct error *err);
bool filter_style_parse(const char *word, enum filter_style *out, struct error *err);
bool create_method_parse(const char *word, enum create_method *out, struct error *err);
bool key_style_parse(const char *word, enum key_style *out, struct error *err);
bool price_update_method_parse(const char *word, enum price_update_method *out, struct error *err);
bool price_update_shape_parse(const char *word, enum price_update_shape *out, struct error *err);

/* The address in use: the profile's own, else the dialect's production server. Borrowed. */
const char *profile_url(const struct profile *profile);

/* A profile without a name gets that of its server. */
void profile_name_after_server(struct profile *profile);

/* True when what is done here is done for real: the server is no loopback address and the profile
 * does not say test. The screen then says PROD. */
bool profile_is_production(const struct profile *profile);

/* Whether it names a service or says who we are: else a person is asked how to log in. */
bool profile_says_anything(const struct profile *profile);

/* Whether a client can be made from it: a known api, an address that is https (http: loopback
 * only), tenant and store only where the service has such, and as it writes them (F10). */
bool profile_check(const struct profile *profile, struct error *err);

#endif
