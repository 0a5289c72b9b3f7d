/* test_keys.c - bytes become keys, names become keys and back. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "ui/keys.h"

enum { START_MS = 5000, ESC_DELAY_MS = 25 };

static void print_mouse(struct mouse_event mouse, FILE *out)
{
	static const char *const buttons[] = {
		[MOUSE_LEFT] = "left", [MOUSE_WHEEL_UP] = "up", [MOUSE_WHEEL_DOWN] = "down"
	};

	fprintf(out, "(%s %d,%d) ", buttons[mouse.button], mouse.row, mouse.col);
}

/* Prints the keys that are ready: "Down x Esc". A paste is printed as <text>, the mouse as (left 0,0). */
static void print_keys(struct key_decoder *decoder, int64_t now_ms, FILE *out)
{
	struct key key;
	char name[KEY_NAME_SIZE];

	while (key_decoder_next(decoder, &key, now_ms)) {
		key_to_name(key.code, name);
		if (key.code == K_PASTE)
			fprintf(out, "<%s> ", key.text);
		else if (key.code == K_MOUSE)
			print_mouse(key_decoder_mouse(decoder), out);
		else
			fprintf(out, "%s ", name);
	}
}

/* What arrives in one piece, with all the time in the world afterwards. */
static const struct {
	const char *bytes, *keys;
} whole[] = {
	{ "", "" },
	{ "ab", "a b " },
	{ "\r", "Enter " },
	{ "\n", "Enter " },
	{ "\t\x7f\x08", "Tab Backspace Backspace " },
	{ "\x02\x1a", "Ctrl-b Ctrl-z " },
	{ "\033", "Esc " },
	{ "\033\033", "Esc Esc " },
	{ "\033s\033\x7f", "Alt-s Alt-Backspace " },
	{ "\033\xc3\xa5", "Esc å " }, /* Alt is for what line editors know */
	{ "\033[A\033OB", "Up Down " }, /* normal and application mode */
	{ "\033\033[A", "Esc Up " },
	{ "\033[1;5C\033[1;2D", "Ctrl-Right Shift-Left " },
	{ "\033[1;3B", "Down " }, /* Alt makes no key of its own */
	{ "\033[5~\033[6~", "PgUp PgDn " },
	{ "\033[H\033[1~\033[7~\033OH", "Home Home Home Home " },
	{ "\033[F\033[4~\033[8~\033OF", "End End End End " },
	{ "\033[2~\033[3~", "Ins Del " },
	{ "\033[Z", "Shift-Tab " },
	{ "\033OP\033[11~\033[[A", "F1 F1 F1 " },
	{ "\033[15~\033[24~", "F5 F12 " },
	{ "\033Ol\033Oq\033OM", ", 1 Enter " }, /* number block: a Nordic one has a comma */
	{ "\033[105;5u\033[27u\033[106u", "Ctrl-i Esc j " },
	{ "\033[155uj", "j " }, /* a control is no text, however it is sent */
	{ "\033[<0;10;10Mx", "x " }, /* a mouse nobody asked for */
	{ "\033[M !!x", "x " },
	{ "\033[?62;c\033[Ix", "x " }, /* answers and reports */
	{ "å港", "å 港 " },
	{ "e\xcc\x81", "e \xcc\x81 " },
	{ "a\xff\xc3(b", "a ( b " }, /* broken UTF-8 types nothing */
	{ "\xc2\x9b"
	  "A",
	  "A " }, /* nor does a C1 control */
	{ "\033[200~one\r\ntwo\tthree\033[201~x", "<one two three> x " },
	{ "\033[200~one\r\rtwo\n\nthree\033[201~", "<one two three> " }, /* tmux sends \n as \r */
	{ "\033[200~a\033[31mb\x07\033[201~", "<a[31mb> " },
	{ "\033[200~\033[201~", "<> " },
};

static void whole_input(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(whole); i++) {
		struct key_decoder *decoder = key_decoder_new(ESC_DELAY_MS);
		char *text;
		size_t len;
		FILE *out = open_memstream(&text, &len);
		key_decoder_feed(decoder, whole[i].bytes, strlen(whole[i].bytes), START_MS);
		print_keys(decoder, START_MS, out);
		print_keys(decoder, START_MS + 1000, out);
		fclose(out);
		assert_text_take(text, whole[i].keys);
		key_decoder_free(decoder);
	}
}

/* The same byte by byte, a millisecond apart: packets may be split anywhere. */
static void split_input(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(whole); i++) {
		struct key_decoder *decoder = key_decoder_new(ESC_DELAY_MS);
		int64_t now = START_MS;
		char *text;
		size_t len;
		FILE *out = open_memstream(&text, &len);
		for (const char *c = whole[i].bytes; *c; c++) {
			key_decoder_feed(decoder, c, 1, ++now);
			print_keys(decoder, now, out);
		}
		print_keys(decoder, now + 1000, out);
		fclose(out);
		assert_text_take(text, whole[i].keys);
		key_decoder_free(decoder);
	}
}

/* Two pieces with a pause between them. */
static const struct {
	const char *first, *second;
	int pause_ms;
	const char *keys;
} paused[] = {
	{ "\033", "[B", 10, "Down " },
	{ "\033", "[B", 60, "Esc " }, /* late: the rest is swallowed */
	{ "\033", "OB", 60, "Esc " },
	{ "\033", "[1;5Bx", 60, "Esc x " },
	{ "\033", "[<0;2;3Mx", 60, "Esc x " },
	{ "\033", "[B", 400, "Esc [ B " }, /* much later: a person typed it */
	{ "\033", "x", 60, "Esc x " },
	{ "\033", "O", 60, "Esc " },
	{ "\033[", "B", 60, "Down " },
	{ "\033[", "x", 60, "" },
	{ "\xc3", "\xa5", 60, "å " },
	{ "\xc3", "a", 400, "a " },
	{ "\033[200~half", " done\033[201~", 1000, "<half done> " },
	{ "\033[200~never ends", "x", 3000, "<never ends> x " },
};

static void pauses(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(paused); i++) {
		struct key_decoder *decoder = key_decoder_new(ESC_DELAY_MS);
		int64_t now = START_MS, second_at = START_MS + paused[i].pause_ms;
		char *text;
		size_t len;
		FILE *out = open_memstream(&text, &len);
		key_decoder_feed(decoder, paused[i].first, strlen(paused[i].first), now);
		print_keys(decoder, now, out);
		/* As the loop does: called again when the decoder asked for it. */
		for (int wait;
		     (wait = key_decoder_wait_ms(decoder, now)) >= 0 && now + wait < second_at;) {
			now += wait;
			print_keys(decoder, now, out);
		}
		key_decoder_feed(decoder, paused[i].second, strlen(paused[i].second), second_at);
		print_keys(decoder, second_at, out);
		print_keys(decoder, second_at + 5000, out);
		fclose(out);
		assert_text_take(text, paused[i].keys);
		assert_int_equal(key_decoder_wait_ms(decoder, second_at + 5000), -1);
		key_decoder_free(decoder);
	}
}

/* Where the mouse was asked for. */
static const struct {
	const char *bytes, *keys;
} clicks[] = {
	{ "\033[<0;1;1M", "(left 0,0) " },
	{ "\033[<0;160;48M\033[<0;160;48m", "(left 47,159) " }, /* a release is none */
	{ "\033[<64;3;7M\033[<65;3;7M", "(up 6,2) (down 6,2) " },
	{ "a\033[<0;2;3Mb", "a (left 2,1) b " },
	{ "\033[<0;400;300M", "(left 299,399) " }, /* more than the old form could say */
	{ "\033[<1;2;3M\033[<2;2;3M", "" },	   /* other buttons */
	{ "\033[<4;2;3M\033[<16;2;3M", "" },	   /* with Shift, Ctrl */
	{ "\033[<32;2;3M\033[<35;2;3M", "" },	   /* moves */
	{ "\033[<0;0;0Mx", "x " },
	{ "\033[<0;2Mx", "x " },
	{ "\033[<;;Mx", "x " },
	{ "\033[<0;2;3;4Mx", "x " },
	{ "\033[<0;-2;3Mx", "x " },
	{ "\033[<0;99999999999999999999;3Mx", "x " },
	{ "\033[<0;2;3~x", "x " },
	{ "\033[M !!x", "x " }, /* the old form: a terminal that lacks the new one */
	{ "\033[<0;2\033[A", "Up " },
	{ "\033[200~\033[<0;2;3M\033[201~", "<[<0;2;3M> " }, /* pasted */
};

static void clicks_in(bool split)
{
	for (size_t i = 0; i < CASES(clicks); i++) {
		struct key_decoder *decoder = key_decoder_new(ESC_DELAY_MS);
		size_t len, piece = split ? 1 : strlen(clicks[i].bytes);
		int64_t now = START_MS;
		char *text;
		FILE *out = open_memstream(&text, &len);

		key_decoder_take_mouse(decoder);
		for (const char *c = clicks[i].bytes; *c; c += piece) {
			key_decoder_feed(decoder, c, piece, ++now);
			print_keys(decoder, now, out);
		}
		print_keys(decoder, now + 1000, out);
		fclose(out);
		assert_text_take(text, clicks[i].keys);
		key_decoder_free(decoder);
	}
}

static void mouse(void **state)
{
	(void)state;
	clicks_in(false);
	clicks_in(true);
}

static void own_sequences(void **state)
{
	struct key_decoder *decoder = key_decoder_new(ESC_DELAY_MS);
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	key_decoder_add(decoder, "\033[Q1", K_F0 + 3);
	key_decoder_add(decoder, "\033Z", K_UP);
	key_decoder_add(decoder, "\033Ot",
			K_F0 + 5); /* vt100's, but the number block comes first */
	key_decoder_feed(decoder, "\033Z\033Ot", 5, START_MS);
	print_keys(decoder, START_MS, out);
	fclose(out);
	assert_text_take(text, "Up 4 ");
	key_decoder_free(decoder);
}

static void huge_paste_is_cut(void **state)
{
	struct key_decoder *decoder = key_decoder_new(ESC_DELAY_MS);
	char block[65536];
	struct key key;

	(void)state;
	memset(block, 'x', sizeof(block));
	key_decoder_feed(decoder, "\033[200~", 6, START_MS);
	for (int i = 0; i < 40; i++) {
		key_decoder_feed(decoder, block, sizeof(block), START_MS);
		assert_false(key_decoder_next(decoder, &key, START_MS));
	}
	key_decoder_feed(decoder, "\033[201~", 6, START_MS);
	assert_true(key_decoder_next(decoder, &key, START_MS));
	assert_int_equal(strlen(key.text), 1024 * 1024);
	key_decoder_free(decoder);
}

static const struct {
	const char *name, *printed; /* NULL: no key */
} names[] = {
	{ "Enter", "Enter" },   { "enter", "Enter" },
	{ "j", "j" },           { "G", "G" },
	{ "?", "?" },           { "-", "-" },
	{ "Space", "Space" },   { "Ctrl-b", "Ctrl-b" },
	{ "Ctrl-B", "Ctrl-b" }, { "Shift-Tab", "Shift-Tab" },
	{ "F12", "F12" },       { "Ctrl-Left", "Ctrl-Left" },
	{ "å", "å" },           { "F", "F" },
	{ "F0", NULL },         { "F21", NULL },
	{ "", NULL },           { " ", NULL },
	{ "ab", NULL },         { "Ctrl-", NULL },
	{ "Ctrl-1", NULL },     { "Shift-a", NULL },
	{ "Alt-x", NULL },      { "\x01", NULL },
};

static void key_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(names); i++) {
		uint32_t code;
		char printed[KEY_NAME_SIZE];
		assert_int_equal(key_parse(names[i].name, &code), names[i].printed != NULL);
		if (!names[i].printed)
			continue;
		key_to_name(code, printed);
		assert_string_equal(printed, names[i].printed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_input),
		cmocka_unit_test(split_input),
		cmocka_unit_test(pauses),
		cmocka_unit_test(mouse),
		cmocka_unit_test(own_sequences),
		cmocka_unit_test(huge_paste_is_cut),
		cmocka_unit_test(key_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
