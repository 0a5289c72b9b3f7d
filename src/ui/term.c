/* SPDX-License-Identifier: ISC */
#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ui/keys.h"
#include "ui/term_crash.h"

enum { STRINGS_SIZE = 128 };

/* ncurses writes after each movement of the cursor: a page is 36 writes, and as many packets over
 * SSH. So it writes to a descriptor of its own, which a frame turns to a memory file for a moment;
 * what was gathered there goes to the terminal in one write. */
struct tty {
	SCREEN *screen;
	FILE *stream; /* what ncurses writes to */
	int tty;
	int memory; /* -1: there is none, frames go out as they come */
	char *frame;
	size_t frame_size;
	struct termios modes;     /* as found */
	char enter[STRINGS_SIZE]; /* what ncurses does not do: keys that send sequences, pastes
				     marked */
	char leave[STRINGS_SIZE];
};

/* The terminal's string for a capability without its delays ($<5>), appended to out. */
static void append_capability(char *out, const char *name)
{
	const char *from = tigetstr(name);
	size_t len = strlen(out);

	if (!from || from == (char *)-1)
		return;
	while (*from && len + 1 < STRINGS_SIZE) {
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
	const char *cup = tigetstr("cup");

	return cup && cup != (char *)-1 && strncmp(cup, "\033[", 2) == 0;
}

static void write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t written = write(fd, bytes, len);
		if (written >= 0) {
			bytes += written;
			len -= (size_t)written;
		} else if (errno == EAGAIN) { /* whoever shares the terminal made it non-blocking */
			poll(&(struct pollfd){ .fd = fd, .events = POLLOUT }, 1, -1);
		} else if (errno != EINTR) {
			return; /* the terminal is gone; reading from it says so */
		}
	}
}

static void hold_output(const struct tty *term)
{
	if (term->memory >= 0)
		dup3(term->memory, fileno(term->stream), O_CLOEXEC);
}

static void release_output(struct tty *term)
{
	if (term->memory < 0)
		return;
	dup3(term->tty, fileno(term->stream), O_CLOEXEC);
	size_t len = (size_t)lseek(term->memory, 0, SEEK_CUR);
	if (len > term->frame_size) {
		term->frame_size = len * 2;
		term->frame = xreallocarray(term->frame, term->frame_size, 1);
	}
	ssize_t got = len ? pread(term->memory, term->frame, len, 0) : 0;
	lseek(term->memory, 0, SEEK_SET);
	if (got > 0)
		write_all(term->tty, term->frame, (size_t)got);
}

/* What a crash must send: all that was turned on is turned off. */
static void watch_for_crashes(const struct tty *term)
{
	char restore[STRINGS_SIZE] = "";

	append(restore, term->leave);
	append_capability(restore, "sgr0");
	append_capability(restore, "cnorm");
	append_capability(restore, "rmcup");
	append(restore, "\r\n");
	term_crash_watch(term->tty, &term->modes, restore);
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

	if (!name || !*name || setupterm(name, fileno(term->stream), &found) == ERR)
		return error_set(err, ERROR_INPUT,
				 _("Terminal type \"%s\" is not known here; set TERM to one that "
				   "is, such as xterm-256color"),
				 name ? name : "");
	const char *cup = tigetstr("cup");
	bool movable = cup && cup != (char *)-1;
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
	/* A SIGTSTP that is ignored when ncurses starts is one it leaves alone; it would else
	 * ignore it during each refresh, and lose one that is blocked for signalfd at that moment.
	 */
	signal(SIGTSTP, SIG_IGN);
	term->screen = newterm(name, term->stream, stdin);
	signal(SIGTSTP, SIG_DFL);
	return term->screen || error_set(err, ERROR_SYSTEM, _("The terminal cannot be set up"));
}

struct tty *term_start(struct error *err)
{
	struct termios modes;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &modes) < 0) {
		error_set(err, ERROR_INPUT, _("Standard input and output are no terminal"));
		return NULL;
	}
	struct tty *term = xcalloc(1, sizeof(*term));
	term->modes = modes;
	term->tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	term->memory = memfd_create("frame", MFD_CLOEXEC);
	int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	term->stream = out < 0 ? NULL : fdopen(out, "w");
	if (term->tty < 0 || !term->stream) {
		error_set_errno(err, errno, _("Cannot open the terminal"));
	} else if (start_screen(term, err)) {
		set_modes();
		append_capability(term->enter, "smkx");
		append(term->enter, is_ansi() ? "\033[?2004h" : "");
		append_capability(term->leave, "rmkx");
		append(term->leave, is_ansi() ? "\033[?2004l" : "");
		watch_for_crashes(term);
		write_all(term->tty, term->enter, strlen(term->enter));
		return term;
	}
	if (term->stream)
		fclose(term->stream);
	close(term->tty);
	close(term->memory);
	free(term);
	return NULL;
}

void term_stop(struct tty *term)
{
	if (!term)
		return;
	term_leave(term);
	term_crash_unwatch();
	delscreen(term->screen);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &term->modes);
	fclose(term->stream);
	close(term->tty);
	if (term->memory >= 0)
		close(term->memory);
	free(term->frame);
	free(term);
}

void term_leave(struct tty *term)
{
	write_all(term->tty, term->leave, strlen(term->leave));
	endwin();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &term->modes);
}

void term_return(struct tty *term)
{
	reset_prog_mode();
	write_all(term->tty, term->enter, strlen(term->enter));
	term_resize(term);
}

void term_resize(struct tty *term)
{
	struct winsize size;

	if (ioctl(term->tty, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
	    (size.ws_row != LINES || size.ws_col != COLS))
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

void term_show(struct tty *term, int cursor_row, int cursor_col)
{
	move(cursor_row, cursor_col);
	hold_output(term);
	refresh();
	release_output(term);
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
		const char *sequence = tigetstr(keys[i].capability);
		if (sequence && sequence != (char *)-1 && sequence[0] == '\033' && sequence[1])
			key_decoder_add(decoder, sequence, keys[i].code);
	}
}
