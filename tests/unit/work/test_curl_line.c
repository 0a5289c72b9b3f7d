/* The line that y copies: a shell has to read back from it what was sent, whatever a key or a body holds. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "work/curl_line.h"

#include <unistd.h>

#include "base/alloc.h"

#define BEARER "Authorization: Bearer ***\nAccept: application/json\n"

static const struct {
	struct curl_call call;
	const char *line;
} lines[] = {
	{ { "GET", "https://api.example/api/customers/HRB-1042", BEARER, NULL },
	  "curl -H \"Authorization: Bearer $TOKEN\" -H 'Accept: application/json' "
	  "'https://api.example/api/customers/HRB-1042'" },
	{ { "GET", "https://api.example/a", "x-api-key: ***\n", NULL },
	  "curl -H \"x-api-key: $TOKEN\" 'https://api.example/a'" },
	{ { "DELETE", "https://api.example/a?f[0]=b", "", NULL },
	  "curl -g -X DELETE 'https://api.example/a?f[0]=b'" },
	{ { "PUT", "https://api.example/a", "Content-Type: application/json\n", "{\"a\":\"O'Neill\"}" },
	  "curl -X PUT -H 'Content-Type: application/json' --data-raw '{\"a\":\"O'\\''Neill\"}' "
	  "'https://api.example/a'" },
	{ { "POST", "https://api.example/a/activate", "", NULL }, /* Content-Length: 0, no type */
	  "curl -X POST -H 'Content-Type:' --data-raw '' 'https://api.example/a/activate'" },
};

static void lines_are_as_people_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(lines); i++)
		assert_text_take(curl_line(&lines[i].call), lines[i].line);
}

/* What sh makes of a line: its words, in brackets, by a curl that prints them. */
static char *words_of(const char *line)
{
	static const char curl[] = "TOKEN='to ken'; curl() { printf '[%s]' \"$@\"; }; ";
	char *script = xasprintf("%s%s", curl, line), *words = xcalloc(1, 4096);
	int out[2];

	assert_int_equal(pipe(out), 0);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(out[1], STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", script, (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	for (size_t len = 0; len < 4095;) {
		ssize_t got = read(out[0], words + len, 4095 - len);
		if (got <= 0)
			break;
		len += (size_t)got;
	}
	close(out[0]);
	free(script);
	return words;
}

static const char *const texts[] = {
	"plain", "", "'", "''", "O'Neill & Sons", "$(id)`id`$HOME", "\"\\\"", "a\nb\\", "*?[a-z] ~ #",
	"; rm -rf /; '", "!x!!", "@/etc/passwd", "-o", "Håkansson 港湾", "\\'", "%s%n",
};

static void a_shell_reads_back_what_was_sent(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(texts); i++) {
		const struct curl_call call = { "PUT", texts[i], "X-A: $(id)'\nX-Key: \"$`\\***\n", texts[i] };
		char *line = curl_line(&call);
		char *wanted = xasprintf("%s[-X][PUT][-H][X-A: $(id)'][-H][X-Key: \"$`\\to ken]"
					 "[-H][Content-Type:][--data-raw][%s][%s]",
					 strpbrk(texts[i], "[]{}") ? "[-g]" : "", texts[i], texts[i]);

		assert_text_take(words_of(line), wanted);
		free(wanted);
		free(line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_as_people_write_them),
		cmocka_unit_test(a_shell_reads_back_what_was_sent),
	};
	return cmocka_run_group_tests_name("curl_line", tests, NULL, NULL);
}
