/* SPDX-License-Identifier: ISC */
#include "ui/term.h"

#include <curses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ui/held_output.h"
#include "ui/keys.h"
#include "ui/term_crash.h"

enum { STRINGS_SIZE = 128 };

struct tty {
	SCREEN *screen;
	struct held_output *output;
	/* What ncurses does not do: keys send sequences, pastes are marked. */
	char enter[STRINGS_SIZE];
	char leave[STRINGS_SIZE];
};

/* NULL when the terminal lacks it. */
static const char *capability(const char *name)
{
	const char *text = tigetstr(name);

	return text == (char *)-1 ? NULL : text;
}

/* The terminal's string for a capability without its delays ($<5>), appended to out. */
static void append_capability(char *out, const char *name)
{
	const char *from = capability(name);
	size_t len = strlen(out);

	while (from && *from && len + 1 < STRINGS_SIZE) {
		const char *delay_end = strncmp(from, "$<", 2) == 0 ? strchr(from, '>') : NULL;
		if (delay_end)
			from = delay_end + 1;
		else
			out[len++] = *from++;
	}
	out[len] = '\0';
}

static void append(char *out, const char *text)
{
	size_t len = strlen(out);

	snprintf(out + len, STRINGS_SIZE - len, "%s", text);
}

static bool is_ansi(void)
{
	const char *cup = capability("cup");

	return cup && strncmp(cup, "\033[", 2) == 0;
}

/* What a crash must send: all that was turned on is turned off. */
static void watch_for_crashes(const struct tty *term, const struct termios *modes)
{
	char restore[STRINGS_SIZE] = "";

	append(restore, term->leave);
	append_capability(restore, "sgr0");
	append_capability(restore, "cnorm");
	append_capability(restore, "rmcup");
	append(restore, "\r\n");
	term_crash_watch(held_output_fd(term->output), modes, restore);
}

static void set_modes(void)
{
	raw();
	noecho();
	nonl();
	idlok(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	typeahead(-1); /* all keys are read before a frame is drawn: no need to look */
}

/* Asked before newterm, which leaks when it fails. */
static bool check_type(const struct tty *term, const char *name, struct error *err)
{
	int found;

	if (!name || !*name ||
	    setupterm(name, fileno(held_output_stream(term->output)), &found) == ERR)
		return error_set(err, ERROR_INPUT,
				 _("Terminal type \"%s\" is not known here; set TERM to one that "
				   "is, such as xterm-256color"),
				 name ? name : "");
	bool movable = capability("cup");
	del_curterm(cur_term);
	return movable ||
	       error_set(err, ERROR_INPUT, _("Terminal type \"%s\" cannot move its cursor"), name);
}

static bool start_screen(struct tty *term, struct error *err)
{
	const char *name = getenv("TERM");

	if (!check_type(term, name, err))
		return false;
	use_env(FALSE); /* the window's size, not what LINES and COLUMNS once were */
	use_tioctl(TRUE);
	/* Ignored when ncurses starts, SIGTSTP is left alone by it. It would else be ignored during
	 * each refresh, and one that is blocked for signalfd at that moment would be lost. */
	signal(SIGTSTP, SIG_IGN);
	term->screen = newterm(name, held_output_stream(term->output), stdin);
	signal(SIGTSTP, SIG_DFL);
	return term->screen || error_set(err, ERROR_SYSTEM, _("The terminal cannot be set up"));
}

/* Buttons and the wheel (1000), in a form that has room for any column (1006); no moves: what is
 * selected with Shift stays the terminal's. */
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

static void set_strings(struct tty *term, bool mouse)
{
	append_capability(term->enter, "smkx");
	append_capability(term->leave, "rmkx");
	if (is_ansi()) {
		append(term->enter, "\033[?2004h");
		append(term->leave, "\033[?2004l");
		append(term->enter, mouse ? mouse_on : "");
		append(term->leave, mouse ? mouse_off : "");
	}
}

struct tty *term_start(bool mouse, struct error *err)
{
	struct termios modes;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &modes) < 0) {
		error_set(err, ERROR_INPUT, _("Standard input and output are no terminal"));
		return NULL;
	}
	struct tty *term = xcalloc(1, sizeof(*term));
	term->output = held_output_new(STDOUT_FILENO, err);
	if (!term->output || !start_screen(term, err)) {
		held_output_free(term->output);
		free(term);
		return NULL;
	}
	set_modes();
	set_strings(term, mouse);
	watch_for_crashes(term, &modes);
	held_output_send(term->output, term->enter);
	return term;
}

void term_stop(struct tty *term)
{
	if (!term)
		return;
	term_leave(term);
	term_crash_unwatch();
	delscreen(term->screen);
	held_output_free(term->output);
	free(term);
}

void term_leave(struct tty *term)
{
	held_output_send(term->output, term->leave);
	endwin();
}

void term_return(struct tty *term)
{
	reset_prog_mode();
	held_output_send(term->output, term->enter);
	term_resize(term);
}

void term_resize(struct tty *term)
{
	struct winsize size;

	if (ioctl(held_output_fd(term->output), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0 && (size.ws_row != LINES || size.ws_col != COLS))
		resize_term(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
}

int term_rows(void)
{
	return LINES;
}

int term_cols(void)
{
	return COLS;
}

void term_forget(void)
{
	clearok(curscr, TRUE);
}

void term_send(struct tty *term, const char *sequence)
{
	held_output_send(term->output, sequence);
}

void term_show(struct tty *term, int cursor_row, int cursor_col)
{
	move(cursor_row, cursor_col);
	held_output_hold(term->output);
	refresh();
	held_output_release(term->output);
}

void term_add_keys(struct key_decoder *decoder)
{
	static const struct {
		const char *capability;
		uint32_t code;
	} keys[] = {
		{ "kcuu1", K_UP },     { "kcud1", K_DOWN },         { "kcub1", K_LEFT },
		{ "kcuf1", K_RIGHT },  { "khome", K_HOME },         { "kend", K_END },
		{ "kpp", K_PGUP },     { "knp", K_PGDN },           { "kich1", K_INS },
		{ "kdch1", K_DEL },    { "kcbt", K_SHIFT | K_TAB }, { "kf1", K_F0 + 1 },
		{ "kf2", K_F0 + 2 },   { "kf3", K_F0 + 3 },         { "kf4", K_F0 + 4 },
		{ "kf5", K_F0 + 5 },   { "kf6", K_F0 + 6 },         { "kf7", K_F0 + 7 },
		{ "kf8", K_F0 + 8 },   { "kf9", K_F0 + 9 },         { "kf10", K_F0 + 10 },
		{ "kf11", K_F0 + 11 }, { "kf12", K_F0 + 12 },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const char *sequence = capability(keys[i].capability);
		if (sequence)
			key_decoder_add(decoder, sequence, keys[i].code);
	}
}
