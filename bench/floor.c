/* floor.c - the least that a list costs in a terminal: ncurses, N rows made up on the spot, a bar
 *across the row of the cursor, and only what has changed is touched. No network, no widths, no
 *colours. What our list takes is measured against it.
 *
 *	floor N		arrows, Page Up, Page Down, q */
/* SPDX-License-Identifier: ISC */
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>

struct list {
	long rows;
	long first; /* on the screen, below the heading */
	long cursor;
};

static int height(void)
{
	return LINES - 2;
}

/* As in real texts, hardly a character stays when the list moves: ncurses skips those that do. */
static void make_up(char *text, size_t size, long row)
{
	unsigned long seed = (unsigned long)row * 6364136223846793005u + 1442695040888963407u;
	char word[64];

	for (size_t i = 0; i < sizeof(word) - 1; i++) {
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		word[i] = (char)('a' + (seed >> 40) % 26);
	}
	word[sizeof(word) - 1] = '\0';
	snprintf(text, size,
		 "  C-%07ld  %-28.*s  %-12.9s  SR-%03ld   NET%02ld  yes     %-30.24s  +46 31 %07ld "
		 "   SEK",
		 row, 20 + (int)(row % 8), word, word + 20, row % 900, row % 100, word + 29,
		 row * 7919 % 9999999);
}

static void draw_row(const struct list *list, long i)
{
	char text[256];

	make_up(text, sizeof(text), i);
	if (i == list->cursor)
		attron(A_REVERSE);
	mvprintw((int)(1 + i - list->first), 0, "%-*.*s", COLS, COLS, text);
	attroff(A_REVERSE);
}

static void draw_all(const struct list *list)
{
	for (long i = list->first; i < list->first + height() && i < list->rows; i++)
		draw_row(list, i);
}

static void scroll_rows(int by)
{
	scrollok(stdscr, TRUE);
	setscrreg(1, height());
	wscrl(stdscr, by);
	setscrreg(0, LINES - 1);
	scrollok(stdscr, FALSE);
}

static void show(struct list *list)
{
	long first = list->first;

	if (list->cursor < first)
		first = list->cursor;
	if (list->cursor >= first + height())
		first = list->cursor - height() + 1;
	if (labs(first - list->first) == 1)
		scroll_rows((int)(first - list->first));
	if (labs(first - list->first) > 1) {
		list->first = first;
		draw_all(list);
	}
	list->first = first;
	draw_row(list, list->cursor);
	mvprintw(LINES - 1, 0, " %ld of %ld", list->cursor + 1, list->rows);
	clrtoeol();
	refresh();
}

static long moved(const struct list *list, int key)
{
	switch (key) {
	case KEY_DOWN:
		return list->cursor + 1;
	case KEY_UP:
		return list->cursor - 1;
	case KEY_NPAGE:
		return list->cursor + height();
	case KEY_PPAGE:
		return list->cursor - height();
	default:
		return list->cursor;
	}
}

static void move_to(struct list *list, long row, bool page)
{
	long before = list->cursor;

	list->cursor = row < 0 ? 0 : row >= list->rows ? list->rows - 1 : row;
	if (page) {
		list->first += list->cursor - before;
		draw_all(list);
	} else if (before >= list->first && before < list->first + height()) {
		draw_row(list, before);
	}
	show(list);
}

int main(int argc, char *argv[])
{
	struct list list = { .rows = argc > 1 ? atol(argv[1]) : 1000 };
	int key;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	nonl();
	curs_set(0);
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	mvaddstr(0, 0,
		 "  Number     Company name                   Tier           Rep     Terms  Active "
		 " E-mail");
	draw_all(&list);
	show(&list);
	while ((key = getch()) != 'q' && key != ERR)
		move_to(&list, moved(&list, key), key == KEY_NPAGE || key == KEY_PPAGE);
	endwin();
	return 0;
}
