/* SPDX-License-Identifier: ISC */
#include "ui/sample.h"

#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "ui/confirm.h"
#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/line_edit.h"
#include "ui/palette.h"
#include "ui/pick.h"
#include "ui/prompt.h"
#include "ui/sample_form.h"
#include "ui/screen.h"
#include "ui/table.h"
#include "ui/text_view.h"
#include "ui/ui.h"

enum { ROWS = 1000, HOSTILE_FROM = 100 };

/* Names that a server might send: each tries something else. They stand in rows HOSTILE_FROM and
 * on. */
static const char *const hostile[] = {
	"esc\033[2J\033]0;owned\007",
	"c1\xc2\x9b"
	"31mred",
	"bell\a tab\t cr\r lf\nend",
	"bidi\xe2\x80\xae"
	"drow",
	"broken\xff\xc3(",
	"wide 港湾用品株式会社 wide wide wide wide",
	"combining e\xcc\x81\xcc\x81",
	"\xcc\x81lone mark",
	"family \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 end",
	"flag \xf0\x9f\x87\xb8\xf0\x9f\x87\xaa end",
	"Ålesund Ærø Þórshöfn",
	"хлеб и ψωμί",
};
enum { HOSTILE = sizeof(hostile) / sizeof(hostile[0]) };

struct sample {
	struct ui *ui;
	bool running, lent;
	int timer_ms; /* -1: none */
};

struct list {
	struct table table;
	char number[32], quantity[32];
	const char *cells[3];
	bool marked[ROWS];
};

static size_t list_count(void *data)
{
	(void)data;
	return ROWS;
}

static const char *const *list_cells(void *data, size_t row)
{
	struct list *list = data;

	snprintf(list->number, sizeof(list->number), "HRB-%06zu", row + 1000);
	snprintf(list->quantity, sizeof(list->quantity), "%zu", row * 7);
	list->cells[0] = list->number;
	list->cells[1] = row >= HOSTILE_FROM && row < HOSTILE_FROM + HOSTILE
				 ? hostile[row - HOSTILE_FROM]
				 : "Harbour Lights";
	list->cells[2] = list->quantity;
	return list->cells;
}

static char list_sign(void *data, size_t row)
{
	const struct list *list = data;

	return list->marked[row] ? '*' : ' ';
}

static const struct table_source list_source = { .count = list_count,
						 .cells = list_cells,
						 .sign = list_sign };

static void list_open(struct ui *ui, void *state, void *argument)
{
	static const struct table_column columns[] = {
		{ "Number", 14, TEXT_LEFT, 0 },
		{ "Company name", 28, TEXT_LEFT, 1 },
		{ "Quantity", 10, TEXT_RIGHT, 2 },
	};
	struct list *list = state;

	(void)ui;
	(void)argument;
	table_init(&list->table, &list_source, list);
	table_set_columns(&list->table, columns, 3);
}

static void list_close(struct ui *ui, void *state)
{
	struct list *list = state;

	(void)ui;
	table_finish(&list->table);
}

static void list_draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct list *list = state;

	(void)ui;
	table_draw(&list->table, canvas);
}

static void list_title(struct ui *ui, void *state, FILE *left, FILE *right)
{
	const struct list *list = state;

	(void)ui;
	fputs("Customers", left);
	fprintf(right, "sort %s +", list->table.columns[0].label);
}

static void list_status(struct ui *ui, void *state, FILE *out)
{
	const struct list *list = state;

	(void)ui;
	fprintf(out, "%zu of %d", list->table.cursor + 1, ROWS);
}

static void *list_part(void *state)
{
	struct list *list = state;

	return &list->table;
}

static void mark_row(struct ui *ui, void *state)
{
	struct list *list = state;

	(void)ui;
	list->marked[list->table.cursor] ^= true;
	table_touch_row(&list->table, list->table.cursor);
	table_move(&list->table, 1);
}

/* A long text and a field under it. */
struct page {
	struct text_view view;
	struct line_edit edit;
	bool editing;
};

static void page_open(struct ui *ui, void *state, void *argument)
{
	struct page *page = state;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	(void)ui;
	(void)argument;
	for (int i = 1; i <= 100; i++)
		fprintf(out, "line %d of the text%s\n", i,
			i == 70 ? ", where the needle is \033[31m" : "");
	fclose(out);
	text_view_init(&page->view, text);
	line_edit_init(&page->edit, NULL, 100, false);
	free(text);
}

static void page_close(struct ui *ui, void *state)
{
	struct page *page = state;

	(void)ui;
	text_view_finish(&page->view);
	line_edit_finish(&page->edit);
}

static bool page_key(struct ui *ui, void *state, const struct key *key)
{
	struct page *page = state;

	(void)ui;
	return page->editing && line_edit_key(&page->edit, key);
}

static void page_draw(struct ui *ui, void *state, struct canvas *canvas)
{
	struct page *page = state;
	struct canvas text = draw_part(canvas, 0, 0, canvas->rows - 1, canvas->cols);

	(void)ui;
	text_view_draw(&page->view, &text);
	int col = draw_text(canvas, canvas->rows - 1, 1, ROLE_LABEL, "Field ");
	line_edit_draw(&page->edit, canvas, canvas->rows - 1, col, 30, page->editing);
}

static void page_edit(struct ui *ui, void *state)
{
	struct page *page = state;

	(void)ui;
	page->editing = true;
}

static void *page_part(void *state)
{
	struct page *page = state;

	return &page->view;
}

static const struct command page_commands[] = {
	{ "e", "edit", "Edit the field", page_edit, "edit" },
};
static const struct screen_class page_screen = {
	.name = "page",
	.label = "Page",
	.state_size = sizeof(struct page),
	COMMANDS(page_commands),
	.part_commands = &text_view_commands,
	.part = page_part,
	.open = page_open,
	.key = page_key,
	.draw = page_draw,
	.close = page_close,
};

static void open_page(struct ui *ui, void *state)
{
	(void)state;
	ui_push(ui, &page_screen, NULL);
}

static void answered(void *data, bool yes)
{
	ui_message(data, ROLE_MESSAGE, "answer: %s", yes ? "yes" : "no");
}

static void ask(struct ui *ui, void *state)
{
	(void)state;
	confirm_yes_no(ui,
		       "Deactivate HRB-1000 in PROD?\nIts users are logged out and cannot order.",
		       answered, ui);
}

static void ask_typed(struct ui *ui, void *state)
{
	(void)state;
	confirm_typed(ui, "Delete HRB-1000?", "HRB-1000", answered, ui);
}

static void searched(void *data, const char *text)
{
	ui_message(data, ROLE_ERROR, "searched: %s", text ? text : "nothing");
}

static void search(struct ui *ui, void *state)
{
	(void)state;
	prompt_line(ui, "Search: ", NULL, searched, ui);
}

static void picked(void *data, const char *value)
{
	ui_message(data, ROLE_MESSAGE, "picked: %s", value ? value : "nothing");
}

/* Countries enough for a page or two, and a name that tries something. */
static void pick_country(struct ui *ui, void *state)
{
	struct pick_item items[200] = {
		{ "SE", "Sweden" }, { "SN", "Senegal" }, { "NO", "Norway \033[2J" }, { "JP", "日本国" },
	};
	char values[200][4];

	(void)state;
	for (size_t i = 4; i < 200; i++) {
		snprintf(values[i], sizeof(values[i]), "%c%c", 'A' + (int)i / 20, 'A' + (int)i % 20);
		items[i] = (struct pick_item){ values[i], "Far away" };
	}
	pick_open(ui, &(struct pick){ .title = "Country",
				      .note = "These were seen.",
				      .items = items,
				      .count = 200,
				      .current = "NO",
				      .done = picked,
				      .data = ui });
}

static void pick_terms(struct ui *ui, void *state)
{
	static const struct pick_item items[] = { { "NET30", NULL }, { "COD", "Cash on delivery" } };

	(void)state;
	pick_open(ui, &(struct pick){ .title = "Terms",
				      .items = items,
				      .count = 2,
				      .typed = "n",
				      .open = true,
				      .done = picked,
				      .data = ui });
}

static void open_form(struct ui *ui, void *state)
{
	(void)state;
	ui_push(ui, &sample_form_screen, NULL);
}

static void crash(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
	raise(SIGSEGV);
}

static void abort_now(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
	abort();
}

static void exhaust(struct ui *ui, void *state)
{
	(void)ui;
	(void)state;
	alloc_exhausted();
}

static const struct command list_commands[] = {
	{ "Enter", "open", "Open the record", open_page, "open" },
	{ "/", "search", "Search text", search, "search" },
	{ "Space", "mark", "Mark the row", mark_row, "mark" },
	{ "x", "ask", "Ask a question", ask, "actions" },
	{ "D", "ask-typed", "Ask for a number", ask_typed },
	{ "C", "country", "Pick a country", pick_country },
	{ "T", "terms", "Pick terms", pick_terms },
	{ "E", "form", "Edit a record", open_form },
	{ "F9", "crash", "Crash", crash },
	{ "F8", "abort", "Abort", abort_now },
	{ "F7", "exhaust", "Run out of memory", exhaust },
};
static const struct screen_class list_screen = {
	.name = "list",
	.label = "Customers",
	.state_size = sizeof(struct list),
	COMMANDS(list_commands),
	.part_commands = &table_commands,
	.part = list_part,
	.open = list_open,
	.draw = list_draw,
	.incremental = true,
	.title = list_title,
	.status = list_status,
	.close = list_close,
};
static const struct screen_class *const classes[] = { &list_screen, &page_screen, NULL };

static void set_timer(void *data, int ms)
{
	struct sample *sample = data;

	sample->timer_ms = ms;
}

static void header(void *data, const struct canvas *canvas)
{
	(void)data;
	draw_row(canvas, 0, ROLE_PROD, " PROD  sample", "login 23h 41m ");
}

static void quit(void *data)
{
	struct sample *sample = data;

	sample->running = false;
}

static void go_to(void *data, const char *kind, const char *name)
{
	struct sample *sample = data;

	ui_message(sample->ui, ROLE_MESSAGE, "go to %s %s", kind, name);
}

/* Places to go to are called by what was typed, if that is a number. */
static void offer(void *data, struct palette *palette, const char *typed)
{
	const struct palette_line place = { .text = typed, .note = "a place", .run = go_to,
					    .kind = palette_is_empty(palette) ? "nothing but" : "place",
					    .name = typed };

	(void)data;
	if (strpbrk(typed, "0123456789"))
		palette_add(palette, &place);
}

static int block_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGWINCH);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGTSTP);
	sigaddset(&set, SIGCONT);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC);
}

/* To another program, and back. */
static void lend_terminal(struct sample *sample)
{
	sample->lent = !sample->lent;
	if (sample->lent)
		ui_leave(sample->ui);
	else
		ui_return(sample->ui);
}

static void handle_signal(struct sample *sample, int signals)
{
	struct signalfd_siginfo info;

	if (read(signals, &info, sizeof(info)) != sizeof(info))
		return;
	if (info.ssi_signo == SIGWINCH)
		ui_resized(sample->ui);
	else if (info.ssi_signo == SIGTSTP)
		ui_suspend(sample->ui);
	else if (info.ssi_signo == SIGCONT)
		ui_resumed(sample->ui);
	else if (info.ssi_signo == SIGUSR1)
		lend_terminal(sample);
	else
		sample->running = false;
}

int sample_run(const char *theme)
{
	struct sample sample = { .running = true, .timer_ms = -1 };
	struct ui_options options = {
		.data = &sample,
		.theme = theme_named(theme),
		.escape_delay_ms = 25,
		.classes = classes,
		.set_timer = set_timer,
		.header = header,
		.offer = offer,
		.quit = quit,
	};
	struct error err;

	setlocale(LC_ALL, "");
	int signals = block_signals();
	sample.ui = ui_new(&options, &err);
	if (!sample.ui) {
		fprintf(stderr, "%s\n", err.message);
		return 2;
	}
	ui_bind(sample.ui, "list", "Ctrl-n", "down", NULL);
	ui_push(sample.ui, &list_screen, NULL);
	while (sample.running) {
		struct pollfd fds[] = { { .fd = STDIN_FILENO, .events = POLLIN },
					{ .fd = signals, .events = POLLIN } };
		ui_repaint(sample.ui);
		if (poll(fds, 2, sample.timer_ms) == 0)
			ui_timeout(sample.ui);
		if (fds[0].revents && !ui_input(sample.ui))
			break;
		if (fds[1].revents)
			handle_signal(&sample, signals);
	}
	ui_free(sample.ui);
	close(signals);
	return 0;
}
