/* Every word of the configuration, every mistake with its place, and who overrules whom. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/error.h"
#include "store/config.h"

static char *write_file(const char *text, size_t len)
{
	char *path = strdup("test-config-XXXXXX");
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_true(write(fd, text, len) == (ssize_t)len);
	close(fd);
	return path;
}

static bool load_bytes(const char *text, size_t len, struct config *config, struct error *err)
{
	char *path = write_file(text, len);
	bool loaded = config_load(path, config, err);
	size_t path_len = strlen(path);

	/* Tests name the file F. */
	if (!loaded && strncmp(err->message, path, path_len) == 0)
		memmove(err->message + 1, err->message + path_len,
			strlen(err->message + path_len) + 1);
	if (!loaded)
		err->message[0] = 'F';
	unlink(path);
	free(path);
	return loaded;
}

static struct config loaded(const char *text)
{
	struct config config;
	struct error err;

	if (!load_bytes(text, strlen(text), &config, &err))
		fail_msg("%s", err.message);
	return config;
}

static void every_word_of_a_profile_is_read(void **state)
{
	struct config config =
		loaded("# a comment \" with a quote\n"
		       "profile shop { // and another\n"
		       "	api = nymble  url = https://api.example\n"
		       "	org-code = acme  client-id = \"id with spaces\"\n"
		       "	login = api-key  auth-header = x-api-key  filter-style = json\n"
		       "	key-style = guide  create-method = post\n"
		       "	product-search-path = /api/find  product-search-param = q\n"
		       "	price-update-method = POST  price-update-path = /api/prices  "
		       "price-update-shape = array\n"
		       "	price-tiers = { Retail, \"Trade, large\" }\n"
		       "	secret-command = \"pass show shop # not a comment\"\n"
		       "	ca-file = /etc/ca.pem  view = mine  read-only = yes  test = on\n"
		       "}\n"
		       "/* long\n comment */ profile empty { }\n");
	const struct profile *shop = config.profiles[0];

	(void)state;
	assert_int_equal(config.profile_count, 2);
	assert_string_equal(shop->name, "shop");
	assert_string_equal(shop->api, "nymble");
	assert_string_equal(shop->url, "https://api.example");
	assert_string_equal(shop->org_code, "acme");
	assert_string_equal(shop->client_id, "id with spaces");
	assert_int_equal(shop->login, LOGIN_API_KEY);
	assert_int_equal(shop->auth_header, AUTH_X_API_KEY);
	assert_int_equal(shop->filter_style, FILTER_JSON);
	assert_int_equal(shop->create_method, CREATE_POST);
	assert_int_equal(shop->key_style, KEYS_GUIDE);
	assert_string_equal(shop->product_search_path, "/api/find");
	assert_string_equal(shop->product_search_param, "q");
	assert_int_equal(shop->price_update_method, PRICE_UPDATE_POST);
	assert_string_equal(shop->price_update_path, "/api/prices");
	assert_int_equal(shop->price_update_shape, PRICE_UPDATE_ARRAY);
	assert_string_equal(shop->price_tiers[0], "Retail");
	assert_string_equal(shop->price_tiers[1], "Trade, large");
	assert_null(shop->price_tiers[2]);
	assert_string_equal(shop->secret_command, "pass show shop # not a comment");
	assert_string_equal(shop->ca_file, "/etc/ca.pem");
	assert_string_equal(shop->view, "mine");
	assert_true(shop->read_only && shop->test);
	assert_string_equal(config.profiles[1]->name, "empty");
	assert_false(config.profiles[1]->read_only);
	config_finish(&config);
}

static const struct {
	const char *word;
	enum login_kind kind;
} auths[] = { { "integration", LOGIN_TOKEN }, { "Device", LOGIN_DEVICE }, { "user", LOGIN_USER } };

/* The word that says so may be the last. */
static void every_word_of_the_second_service_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(auths); i++) {
		char *text = xasprintf("profile shop {\n"
				       "	flow-auth = %s  user-code = 12  private-customer-type = PRIV\n"
				       "	amount-scale = 1000  tenant = T1  store = S1\n"
				       "	device-token-command = 'pass device'\n	api = Flow\n}\n",
				       auths[i].word);
		struct config config = loaded(text);
		const struct profile *shop = config.profiles[0];

		assert_string_equal(shop->api, "flow");
		assert_int_equal(profile_login(shop), auths[i].kind);
		assert_string_equal(shop->user_code, "12");
		assert_string_equal(shop->private_customer_type, "PRIV");
		assert_int_equal(shop->amount_scale, 1000);
		assert_string_equal(shop->tenant, "T1");
		assert_string_equal(shop->store, "S1");
		assert_string_equal(shop->device_token_command, "pass device");
		config_finish(&config);
		free(text);
	}
}

static void words_outside_of_profiles_are_read(void **state)
{
	struct config config = loaded("theme = Mono\nescape-delay = 40\nmouse = true\n"
				      "bind(list, \"Ctrl-n\", down)\n\nbind(record, x, 'open')\n");

	(void)state;
	assert_string_equal(config.theme, "Mono");
	assert_non_null(strstr(config.theme_where, ":1"));
	assert_int_equal(config.escape_delay_ms, 40);
	assert_true(config.mouse);
	assert_int_equal(config.binding_count, 2);
	assert_string_equal(config.bindings[0].screen, "list");
	assert_string_equal(config.bindings[0].key, "Ctrl-n");
	assert_string_equal(config.bindings[0].command, "down");
	assert_non_null(strstr(config.bindings[1].where, ":6"));
	config_finish(&config);
}

static void an_empty_file_has_the_defaults(void **state)
{
	struct config config = loaded("");

	(void)state;
	assert_int_equal(config.profile_count, 0);
	assert_int_equal(config.escape_delay_ms, -1);
	assert_null(config.theme);
	config_finish(&config);
}

static const struct {
	const char *text, *message;
} mistakes[] = {
	{ "profile a {\n  ulr = x\n}", "F:2: ulr: no such word in a profile, did you mean url?" },
	{ "profile a {\n  xyzzy = x\n}", "F:2: xyzzy: no such word in a profile" },
	{ "thmee = dark", "F:1: thmee: no such word, did you mean theme?" },
	{ "# one\n# two\nurl = https://api.example",
	  "F:3: url: this word belongs into profile NAME { }" },
	{ "/* one\n two */ profle a {\n}", "F:2: profle: no such word, did you mean profile?" },
	{ "profile a { theme = dark }", "F:1: theme: no such word in a profile" },
	{ "profile a {\n\nread-only = perhaps }",
	  "F:3: read-only is perhaps, but takes true or false" },
	{ "\ntheme = \"\"", "F:2: theme is empty: give it a value or leave it out" },
	{ "mouse = 1", "F:1: mouse is 1, but takes true or false" },
	{ "profile a { login = password }",
	  "F:1: login: password is none of: credentials, token, api-key" },
	{ "profile a { auth-header = basic }",
	  "F:1: auth-header: basic is none of: auto, bearer, x-api-key" },
	{ "profile a { filter-style = xml }", "F:1: filter-style: xml is none of: indexed, json" },
	{ "profile a { create-method = get }", "F:1: create-method: get is none of: put, post" },
	{ "profile a { price-update-method = patch }", "F:1: price-update-method: patch is none of: put, post" },
	{ "profile a { price-update-shape = list }", "F:1: price-update-shape: list is none of: object, array" },
	{ "profile a { key-style = snake }",
	  "F:1: key-style: snake is none of: reference, guide" },
	{ "profile a { api = rest }", "F:1: api is rest, but takes one of: nymble, flow" },
	{ "profile a { amount-scale = 1.5 }",
	  "F:1: amount-scale is 1.5, but takes a number from 1 to 1000000" },
	{ "profile a { amount-scale = 0 }",
	  "F:1: amount-scale is 0, but takes a number from 1 to 1000000" },
	{ "profile a { flow-auth = password }",
	  "F:1: flow-auth: password is none of: integration, device, user" },
	{ "profile a {\n  tenant = T1\n  url = https://a.example\n}",
	  "F:2: tenant: this word needs api = flow, and the profile has api = nymble" },
	{ "profile b { api = flow  tenant = T1 }\nprofile a {\n  org-code = x\n  api = flow\n}",
	  "F:3: org-code: this word needs api = nymble, and the profile has api = flow" },
	{ "profile a {\n  api = flow\n  login = token\n}",
	  "F:3: login: this word needs api = nymble, and the profile has api = flow" },
	{ "profile a {\n  api = flow\n  price-tiers = { A,\n B }\n}",
	  "F:4: price-tiers: this word needs api = nymble, and the profile has api = flow" },
	{ "escape-delay = 5000", "F:1: escape-delay is 5000, but takes a number from 0 to 1000" },
	{ "profile a { org-code = \"\" }",
	  "F:1: org-code is empty: give it a value or leave it out" },
	{ "profile a { url = http://api.example }", "F:1: " },
	{ "profile a { url = example }", "F:1: " },
	{ "profile a {\n url https://api.example\n}",
	  "F:2: url: write = between the word and its value" },
	{ "profile a { url = }", "F:1: } is not expected here" },
	{ "profile a { url += https://a }", "F:1: url takes one value: write = instead of +=" },
	{ "\nprofile a {\n  price-tiers = { A }\n", "F:2: the { that stands here is not closed" },
	{ "theme =\n", "F:2: the file ends here, but a value is missing" },
	{ "profile a { }\n}", "F:2: this } closes nothing" },
	{ "profile { }", "F:1: profile: write a name and { behind it, such as: profile shop {" },
	{ "profile a\nurl = x",
	  "F:2: profile: write a name and { behind it, such as: profile shop {" },
	{ "profile \"\" { }", "F:1: a profile needs a name, such as: profile shop {" },
	{ "profile a { }\nprofile a { }", "F:2: there is a profile a already" },
	{ "bind list x y", "F:1: bind: write bind(SCREEN, \"KEY\", COMMAND)" },
	{ "bind(list, x)", "F:1: bind: write bind(SCREEN, \"KEY\", COMMAND)" },
	{ "\n\ntheme = \"dark\nmouse = true", "F:3: the quote that begins here is not closed" },
	{ "\n/* for ever", "F:2: the comment that begins here is not closed" },
	{ "theme = \"\\999\"", "F:1: " },
	{ "\"\" = x", "F:1: this cannot be read" },
	{ "\" \" = x", "F:1: this cannot be read" },
	{ "theme = \"d\xff\"", "F:1: the file is not written in UTF-8" },
};

static void a_mistake_names_its_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(mistakes); i++) {
		struct config config;
		struct error err = { 0 };

		if (load_bytes(mistakes[i].text, strlen(mistakes[i].text), &config, &err))
			fail_msg("%s: was read", mistakes[i].text);
		if (strncmp(err.message, mistakes[i].message, strlen(mistakes[i].message)) != 0)
			fail_msg("%s:\n%s, not\n%s", mistakes[i].text, err.message,
				 mistakes[i].message);
		assert_int_equal(config.profile_count, 0);
		assert_int_equal(config.binding_count, 0);
	}
}

static void a_nul_byte_is_found_on_its_line(void **state)
{
	struct config config;
	struct error err;

	(void)state;
	assert_false(load_bytes("theme = dark\n\0\n", 15, &config, &err));
	assert_string_equal(err.message, "F:2: a NUL byte: this is no text file");
}

static void only_the_usual_file_may_be_missing(void **state)
{
	struct config config;
	struct error err;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	assert_true(config_load(NULL, &config, &err));
	assert_int_equal(config.profile_count, 0);
	config_finish(&config);
	assert_false(config_load("/nonexistent/config", &config, &err));
	assert_non_null(strstr(err.message, "/nonexistent/config"));
	assert_false(config_load("/", &config, &err));
	assert_non_null(strstr(err.message, "not a text file"));
}

static int clear_environment(void **state)
{
	static const char *const variables[] = {
		"FLOW_TENANT", "FLOW_USER_CODE", "FLOW_TOKEN", "FLOW_PASSWORD", "FLOW_DEVICE_TOKEN",
		"NYMBLE_PROFILE",   "NYMBLE_URL",     "NYMBLE_API",           "NYMBLE_ORG_CODE",
		"NYMBLE_CLIENT_ID", "NYMBLE_CA_FILE", "NYMBLE_CLIENT_SECRET", "NYMBLE_TOKEN",
		"NYMBLE_API_KEY",
	};

	(void)state;
	for (size_t i = 0; i < CASES(variables); i++)
		unsetenv(variables[i]);
	return 0;
}

static struct profile *chosen(const char *text, const struct config_choice *choice)
{
	struct config config = loaded(text);
	struct error err;
	struct profile *profile = config_choose_profile(&config, choice, &err);

	config_finish(&config);
	if (!profile)
		fail_msg("%s", err.message);
	return profile;
}

static const char two_profiles[] =
	"profile a { url = https://a.example org-code = orga }\n"
	"profile b { url = https://b.example org-code = orgb login = token }\n";

static void option_overrules_environment_overrules_profile(void **state)
{
	struct config_choice choice = { 0 };
	struct profile *profile = chosen(two_profiles, &choice);

	(void)state;
	assert_string_equal(profile->name, "a");
	profile_free(profile);

	setenv("NYMBLE_PROFILE", "b", 1);
	profile = chosen(two_profiles, &choice);
	assert_string_equal(profile->url, "https://b.example");
	assert_string_equal(profile->org_code, "orgb");
	profile_free(profile);

	setenv("NYMBLE_URL", "http://127.0.0.1:4010", 1);
	setenv("NYMBLE_ORG_CODE", "orgc", 1);
	choice.profile = "a";
	choice.read_only = true;
	profile = chosen(two_profiles, &choice);
	assert_string_equal(profile->name, "a");
	assert_string_equal(profile->url, "http://127.0.0.1:4010");
	assert_string_equal(profile->org_code, "orgc");
	assert_true(profile->read_only);
	profile_free(profile);

	choice.url = "https://c.example";
	profile = chosen(two_profiles, &choice);
	assert_string_equal(profile->url, "https://c.example");
	profile_free(profile);
}

static void without_a_profile_the_server_gives_the_name(void **state)
{
	struct config_choice choice = { .url = "http://127.0.0.1:4010/base" };
	struct profile *profile = chosen("", &choice);

	(void)state;
	assert_string_equal(profile->name, "127.0.0.1:4010");
	profile_free(profile);
	choice.url = NULL;
	profile = chosen("", &choice);
	assert_null(profile->url);
	assert_true(profile_is_production(profile));
	assert_true(*profile->name);
	profile_free(profile);
}

static void secrets_leave_the_environment(void **state)
{
	struct config_choice choice = { 0 };

	(void)state;
	setenv("NYMBLE_CLIENT_SECRET", "hush", 1);
	setenv("FLOW_PASSWORD", "hush too", 1);
	struct profile *profile = chosen("", &choice);

	assert_string_equal(profile->client_secret, "hush");
	assert_int_equal(profile->login, LOGIN_CREDENTIALS);
	assert_null(getenv("NYMBLE_CLIENT_SECRET"));
	assert_null(getenv("FLOW_PASSWORD"));
	profile_free(profile);
}

static void a_secret_says_how_to_log_in(void **state)
{
	struct config_choice choice = { .profile = "a" };

	(void)state;
	setenv("NYMBLE_API_KEY", "key", 1);
	struct profile *profile = chosen(two_profiles, &choice);

	assert_int_equal(profile->login, LOGIN_API_KEY);
	profile_free(profile);

	setenv("NYMBLE_API_KEY", "key", 1);
	setenv("NYMBLE_TOKEN", "token", 1);
	profile = chosen(two_profiles, &choice);
	assert_int_equal(profile->login, LOGIN_TOKEN);
	assert_string_equal(profile->token, "token");
	profile_free(profile);

	setenv("NYMBLE_API_KEY", "key", 1);
	setenv("NYMBLE_CLIENT_SECRET", "secret", 1); /* for the profile's own way */
	profile = chosen(two_profiles, &choice);
	assert_int_equal(profile->login, LOGIN_CREDENTIALS);
	profile_free(profile);
}

static const char flow_profiles[] = "profile till { api = flow  flow-auth = user }\n"
				    "profile web { api = flow }\n"
				    "profile shop { org-code = acme }\n";

static void the_environment_of_another_service_is_not_for_it(void **state)
{
	struct config_choice choice = { .profile = "web" };

	(void)state;
	setenv("NYMBLE_TOKEN", "hush", 1);
	setenv("NYMBLE_ORG_CODE", "harborline", 1);
	setenv("FLOW_TENANT", "T1", 1);
	struct profile *profile = chosen(flow_profiles, &choice);
	assert_null(profile->token);
	assert_null(profile->org_code);
	assert_string_equal(profile->tenant, "T1");
	assert_null(getenv("NYMBLE_TOKEN"));
	profile_free(profile);

	choice.profile = "shop";
	setenv("FLOW_TOKEN", "hush", 1);
	setenv("FLOW_USER_CODE", "118", 1);
	profile = chosen(flow_profiles, &choice);
	assert_string_equal(profile->org_code, "harborline");
	assert_null(profile->token);
	assert_null(profile->user_token);
	assert_null(profile->user_code);
	assert_null(profile->tenant);
	assert_null(getenv("FLOW_TOKEN"));
	profile_free(profile);
}

static void one_variable_is_the_token_that_the_profile_wants(void **state)
{
	struct config_choice choice = { .profile = "web" };

	(void)state;
	setenv("FLOW_TOKEN", "t1", 1);
	struct profile *profile = chosen(flow_profiles, &choice);
	assert_int_equal(profile->login, LOGIN_TOKEN);
	assert_string_equal(profile->token, "t1");
	profile_free(profile);

	choice.profile = "till";
	setenv("FLOW_TOKEN", "t2", 1);
	profile = chosen(flow_profiles, &choice);
	assert_int_equal(profile->login, LOGIN_USER);
	assert_string_equal(profile->user_token, "t2");
	profile_free(profile);
}

static void a_password_logs_in_with_the_device(void **state)
{
	struct config_choice choice = { .profile = "web", .tenant = "T2", .store = "S2" };

	(void)state;
	setenv("FLOW_TENANT", "T1", 1);
	setenv("FLOW_DEVICE_TOKEN", "d1", 1);
	setenv("FLOW_USER_CODE", "118", 1);
	setenv("FLOW_PASSWORD", "p1", 1);
	struct profile *profile = chosen(flow_profiles, &choice);
	assert_int_equal(profile->login, LOGIN_DEVICE);
	assert_string_equal(profile->device_token, "d1");
	assert_string_equal(profile->user_code, "118");
	assert_string_equal(profile->password, "p1");
	assert_string_equal(profile->tenant, "T2"); /* the option goes first */
	assert_string_equal(profile->store, "S2");
	assert_null(getenv("FLOW_DEVICE_TOKEN"));
	assert_null(getenv("FLOW_PASSWORD"));
	profile_free(profile);
}

static void the_sandbox_takes_no_secret_and_its_own_name(void **state)
{
	struct config_choice choice = { .sandbox = true, .api = "flow", .store = "S1" };

	(void)state;
	setenv("FLOW_TOKEN", "hush", 1);
	setenv("NYMBLE_URL", "", 1);
	struct profile *profile = chosen(flow_profiles, &choice);
	assert_string_equal(profile->name, "sandbox-flow");
	assert_string_equal(profile->api, "flow");
	assert_string_equal(profile->store, "S1");
	assert_true(profile->sandbox);
	assert_null(profile->token);
	assert_null(getenv("FLOW_TOKEN"));
	profile_free(profile);
	choice.api = NULL;
	profile = chosen("", &choice);
	assert_string_equal(profile->name, "sandbox");
	assert_string_equal(profile->api, "nymble");
	profile_free(profile);
}

static void wrong_choices_are_refused(void **state)
{
	struct config config = loaded(two_profiles);
	struct config_choice choice = { .profile = "c" };
	struct error err;

	(void)state;
	setenv("NYMBLE_TOKEN", "hush", 1);
	assert_null(config_choose_profile(&config, &choice, &err));
	assert_non_null(strstr(err.message, "no profile c (there are a, b)"));
	assert_null(getenv("NYMBLE_TOKEN"));
	choice = (struct config_choice){ .url = "http://api.example" };
	assert_null(config_choose_profile(&config, &choice, &err));
	assert_int_equal(strncmp(err.message, "--url: ", 7), 0);
	setenv("NYMBLE_URL", "gopher://api.example", 1);
	choice.url = NULL;
	assert_null(config_choose_profile(&config, &choice, &err));
	assert_int_equal(strncmp(err.message, "NYMBLE_URL: ", 12), 0);
	config_finish(&config);
}

static void an_empty_url_is_not_the_production_service(void **state)
{
	struct config config = loaded("");
	struct config_choice choice = { 0 };
	struct error err;

	(void)state;
	setenv("NYMBLE_URL", "", 1);
	assert_null(config_choose_profile(&config, &choice, &err));
	assert_non_null(strstr(err.message, "NYMBLE_URL is set but empty; expected an address"));
	choice.profile = "c";
	assert_null(config_choose_profile(&config, &choice, &err));
	assert_string_equal(err.message, "The configuration has no profile c, and no other");
	config_finish(&config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_of_a_profile_is_read),
		cmocka_unit_test(every_word_of_the_second_service_is_read),
		cmocka_unit_test(words_outside_of_profiles_are_read),
		cmocka_unit_test(an_empty_file_has_the_defaults),
		cmocka_unit_test(a_mistake_names_its_line),
		cmocka_unit_test(a_nul_byte_is_found_on_its_line),
		cmocka_unit_test(only_the_usual_file_may_be_missing),
		cmocka_unit_test_setup(option_overrules_environment_overrules_profile,
				       clear_environment),
		cmocka_unit_test_setup(without_a_profile_the_server_gives_the_name,
				       clear_environment),
		cmocka_unit_test_setup(secrets_leave_the_environment, clear_environment),
		cmocka_unit_test_setup(a_secret_says_how_to_log_in, clear_environment),
		cmocka_unit_test_setup(the_environment_of_another_service_is_not_for_it,
				       clear_environment),
		cmocka_unit_test_setup(one_variable_is_the_token_that_the_profile_wants,
				       clear_environment),
		cmocka_unit_test_setup(a_password_logs_in_with_the_device, clear_environment),
		cmocka_unit_test_setup(the_sandbox_takes_no_secret_and_its_own_name,
				       clear_environment),
		cmocka_unit_test_setup(wrong_choices_are_refused, clear_environment),
		cmocka_unit_test_setup(an_empty_url_is_not_the_production_service,
				       clear_environment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
