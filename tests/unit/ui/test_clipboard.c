/* The clipboard's control sequence, byte for byte, and which way it takes. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "ui/clipboard.h"

static char *written(enum clipboard_way way, const char *text, size_t len)
{
	char *bytes;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);
	bool ok = clipboard_write(out, way, text, len);

	fclose(out);
	assert_true(ok || size == 0);
	return bytes;
}

static const struct {
	const char *text, *encoded;
} texts[] = { /* RFC 4648, section 10 */
	{ "", "" },		 { "f", "Zg==" },	  { "fo", "Zm8=" },	     { "foo", "Zm9v" },
	{ "foob", "Zm9vYg==" },	 { "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" }, { "\xff\xfe", "//4=" },
};

static void text_is_base64(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(texts); i++) {
		char wanted[64];
		snprintf(wanted, sizeof(wanted), "\033]52;c;%s\a", texts[i].encoded);
		assert_text_take(written(CLIPBOARD_PLAIN, texts[i].text, strlen(texts[i].text)), wanted);
	}
}

static void tmux_gets_it_twice(void **state)
{
	(void)state;
	assert_text_take(written(CLIPBOARD_TMUX, "foo", 3),
			 "\033]52;c;Zm9v\a\033Ptmux;\033\033]52;c;Zm9v\a\033\\");
}

/* Takes the wrapping off again. */
static void screen_gets_pieces(void **state)
{
	char text[3000], *bytes, *joined = calloc(1, 8000);

	(void)state;
	memset(text, 'x', sizeof(text));
	bytes = written(CLIPBOARD_SCREEN, text, sizeof(text));
	for (const char *at = bytes; *at;) {
		const char *end = strstr(at, "\033\\");
		assert_true(strncmp(at, "\033P", 2) == 0 && end && end - at < 768);
		strncat(joined, at + 2, (size_t)(end - at - 2));
		at = end + 2;
	}
	assert_text_take(written(CLIPBOARD_PLAIN, text, sizeof(text)), joined);
	free(joined);
	free(bytes);
}

static void too_much_is_refused(void **state)
{
	char *text = malloc(CLIPBOARD_MAX + 1);

	(void)state;
	memset(text, 'x', CLIPBOARD_MAX + 1);
	assert_text_take(written(CLIPBOARD_PLAIN, text, CLIPBOARD_MAX + 1), "");
	assert_text_take(written(CLIPBOARD_NONE, text, 1), "");
	char *longest = written(CLIPBOARD_PLAIN, text, CLIPBOARD_MAX);
	assert_true(strlen(longest) > CLIPBOARD_MAX);
	free(longest);
	free(text);
}

static const struct {
	const char *term, *tmux, *sty;
	enum clipboard_way way;
} ways[] = {
	{ "xterm-256color", NULL, NULL, CLIPBOARD_PLAIN },
	{ "xterm-256color", "/tmp/tmux-0/default,1,0", NULL, CLIPBOARD_TMUX },
	{ "tmux-256color", NULL, NULL, CLIPBOARD_TMUX },
	{ "screen-256color", "/tmp/tmux-0/default,1,0", NULL, CLIPBOARD_TMUX },
	{ "screen", NULL, "1.pts-0", CLIPBOARD_SCREEN },
	{ "xterm", NULL, "1.pts-0", CLIPBOARD_SCREEN },
	{ "linux", NULL, NULL, CLIPBOARD_NONE },
	{ "vt100", NULL, NULL, CLIPBOARD_NONE },
	{ "foot", "", "", CLIPBOARD_PLAIN },
};

static void put_variable(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void the_environment_tells_the_way(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(ways); i++) {
		put_variable("TERM", ways[i].term);
		put_variable("TMUX", ways[i].tmux);
		put_variable("STY", ways[i].sty);
		assert_int_equal(clipboard_way(), ways[i].way);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_base64),
		cmocka_unit_test(tmux_gets_it_twice),
		cmocka_unit_test(screen_gets_pieces),
		cmocka_unit_test(too_much_is_refused),
		cmocka_unit_test(the_environment_tells_the_way),
	};
	return cmocka_run_group_tests_name("clipboard", tests, NULL, NULL);
}
