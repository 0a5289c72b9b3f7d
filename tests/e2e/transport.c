/* transport.c - connections that must not be trusted and answers that must not be taken: refused with the
 * reason, on the screen and by a verb, and without a credential sent where it does not belong. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <sys/stat.h>

#include "base/alloc.h"
#include "support/script.h"
#include "support/story.h"
#include "support/tls.h"

#define TOKEN "NYMBLE_TOKEN=never-send-this-1"

/* Starts it with the token and one variable more (NULL: none), on a terminal that is wide enough for any
 * reason on one line. */
static struct terminal *start(const char *variable, const char *const *arguments)
{
	return story_start(&(struct story_terminal){ .cols = 200, .env = { TOKEN, variable } }, arguments);
}

static void expect_verb(const char *variable, const char *const *arguments, int status, const char *seen)
{
	struct terminal *term = start(variable, arguments);

	assert_int_equal(wait_exit(term), status);
	wait_for(term, seen);
	terminal_finish(term);
}

/* The screen says why and stays usable; the verb says the same and fails. */
static void expect_refusal(const char *url, const char *variable, const char *reason)
{
	struct terminal *term = start(variable, WORDS("--url", url));

	wait_for(term, reason, "r reads again.");
	story_quit(term);
	expect_verb(variable, WORDS("get", "customers", "C1", "--url", url), 1, reason);
}

/* --- answers ------------------------------------------------------------------------------------ */

enum { MIB = 1024 * 1024 };

static char *zeros(size_t len)
{
	char *text = xmalloc(len + 1);

	memset(text, '0', len);
	text[len] = '\0';
	return text;
}

/* 20 MiB in 20 kB. */
static char *bomb(size_t *len)
{
	FILE *pipe = popen("head -c 20971520 /dev/zero | gzip -9", "r");
	char *bytes = xmalloc(MIB);

	assert_non_null(pipe);
	*len = fread(bytes, 1, MIB, pipe);
	assert_int_equal(pclose(pipe), 0);
	return bytes;
}

static const struct {
	struct script_row answer;
	const char *reason;
} refused[] = {
	{ { .status = "302 Found", .head = "Location: https://elsewhere.example/api\r\n" },
	  "redirects to https://elsewhere.example/api; that is not followed" },
	{ { .status = "307 Temporary Redirect", .head = "Location: /api/other?token=abc\r\n" },
	  "/api/other?token=***; that is not followed" },
	{ { .fault = FAULT_CUT, .amount = 30 }, "broke before the answer was complete" },
	{ { .body = "{\"data\":[]}", .fault = FAULT_CUT, .amount = 75 }, "broke before the answer was complete" },
	{ { .fault = FAULT_FLOOD }, "The answer is larger than 16 MiB" },
};

static void refuse(const struct script_row *answer, const char *reason)
{
	struct script *script = script_new(answer, 1);
	char url[64];

	snprintf(url, sizeof(url), "http://127.0.0.1:%d", script_port(script));
	expect_refusal(url, NULL, reason);
	assert_true(script_was_sent(script, "GET /api/customers/C1 "));
	assert_false(script_was_sent(script, "GET /api/other"));
	script_free(script);
}

static void answers_that_are_not_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(refused); i++)
		refuse(&refused[i].answer, refused[i].reason);
}

/* Where the target listens too: it must hear nothing. */
static void a_redirect_takes_no_credentials_along(void **state)
{
	struct script *target = script_new(NULL, 0);
	char head[96], reason[96];

	(void)state;
	snprintf(head, sizeof(head), "Location: http://127.0.0.1:%d/api/customers\r\n", script_port(target));
	snprintf(reason, sizeof(reason), "redirects to http://127.0.0.1:%d/api/customers", script_port(target));
	refuse(&(struct script_row){ .status = "308 Permanent Redirect", .head = head }, reason);
	assert_int_equal(script_requests(target), 0);
	script_free(target);
}

static void answers_that_are_too_large(void **state)
{
	size_t len;
	char *large = zeros(17 * MIB), *packed = bomb(&len);

	(void)state;
	refuse(&(struct script_row){ .body = large }, "The answer is larger than 16 MiB");
	refuse(&(struct script_row){ .body = packed, .body_len = len, .head = "Content-Encoding: gzip\r\n" },
	       "The answer is larger than 16 MiB");
	free(packed);
	free(large);
}

static void plain_http_stays_on_this_machine(void **state)
{
	static const char reason[] = "Plain http is only allowed to this machine; use https for ";

	(void)state;
	expect_verb(NULL, WORDS("--url", "http://example.test"), 2, reason);
	expect_verb(NULL, WORDS("get", "customers", "C1", "--url", "http://127.0.0.1.example.test"), 2,
		    reason);
	expect_verb("NYMBLE_URL=http://example.test", WORDS("list", "customers"), 2, reason);
}

/* --- certificates ------------------------------------------------------------------------------- */

static const struct {
	const char *certificate, *options, *reason;
} distrusted[] = {
	{ "self.pem", "", "is not valid: no authority that this machine trusts signed it" },
	{ "expired.pem", "", "is not valid: it has expired" },
	{ "other.pem", "", "is not valid: it was issued for another name" },
	{ "good.pem", "-no_tls1_2 -no_tls1_3 -cipher ALL:@SECLEVEL=0", "offers no TLS 1.2 or newer" },
};

static void certificates_that_are_not_trusted(void **state)
{
	char *folder = tls_folder(), ca_file[128];

	(void)state;
	snprintf(ca_file, sizeof(ca_file), "NYMBLE_CA_FILE=%s/ca.pem", folder);
	for (size_t i = 0; i < CASES(distrusted); i++) {
		struct tls_server *server =
			tls_start(folder, distrusted[i].certificate, distrusted[i].options);
		char url[64];

		snprintf(url, sizeof(url), "https://localhost:%d", tls_port(server));
		expect_refusal(url, ca_file, distrusted[i].reason);
		char *received = tls_stop(server);
		assert_null(strstr(received, "never-send-this"));
		assert_null(strstr(received, "GET"));
		free(received);
	}
	tls_remove(folder);
}

static void write_file(const char *path, const char *format, const char *a, const char *b)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fprintf(file, format, a, b) > 0);
	assert_int_equal(fclose(file), 0);
}

/* openssl s_server -HTTP gives files as they are, by the address that is asked for. */
static char *folder_with_answer(void)
{
	static const char answer[] = "HTTP/1.0 200 OK\r\n\r\n{\"customerNumber\":\"C1\",\"companyName\":\"%s\"}";
	char *folder = tls_folder(), *api = xasprintf("%s/api", folder), *customers = xasprintf("%s/customers", api),
	     *file = xasprintf("%s/C1", customers);

	assert_int_equal(mkdir(api, 0700) | mkdir(customers, 0700), 0);
	write_file(file, answer, "Behind TLS", NULL);
	free(file);
	free(customers);
	free(api);
	return folder;
}

static void ones_own_authority_is_enough(void **state)
{
	struct story *story = *state;
	char *folder = folder_with_answer(), *ca_file = xasprintf("%s/ca.pem", folder),
	     *variable = xasprintf("NYMBLE_CA_FILE=%s", ca_file), *config = xasprintf("%s/config", story->home);
	struct tls_server *server = tls_start(folder, "good.pem", "-HTTP");
	char url[64];

	snprintf(url, sizeof(url), "https://localhost:%d", tls_port(server));
	write_file(config, "profile shop {\n\turl = \"%s\"\n\tca-file = \"%s\"\n\tlogin = token\n}\n", url,
		   ca_file);
	expect_verb(NULL, WORDS("get", "customers", "C1", "--url", url), 1,
		    "no authority that this machine trusts signed it");
	expect_verb(variable, WORDS("get", "customers", "C1", "--url", url), 0, "Behind TLS");
	expect_verb(NULL, WORDS("get", "customers", "C1", "--config", config, "--profile", "shop"), 0,
		    "Behind TLS");
	free(tls_stop(server));
	free(config);
	free(variable);
	free(ca_file);
	tls_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(answers_that_are_not_taken),
		STORY(a_redirect_takes_no_credentials_along),
		STORY(answers_that_are_too_large),
		STORY(plain_http_stays_on_this_machine),
		STORY(certificates_that_are_not_trusted),
		STORY(ones_own_authority_is_enough),
	};

	if (!tls_is_here()) {
		puts("1..0 # SKIP needs the openssl command");
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
