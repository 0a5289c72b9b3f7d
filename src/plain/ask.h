/* ask.h - questions, one at a time. Each says what may be answered, is asked again where the answer
 * is none of that, and is answered exactly once; an empty line is always the way out. Texts are
 * copied. No answer comes from within. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_ASK_H
#define PLAIN_ASK_H
#include <stdbool.h>
#include <stddef.h>

struct pick_item;
struct plain;

/* line is what was typed, without the blanks around it, borrowed; NULL: the input has ended. */
typedef void answer_fn(void *data, const char *line);

struct question {
	char *prompt;
	bool secret;
	bool asked;
	answer_fn *fn; /* NULL: there is no question */
	void *data;
};

/* The prompt gets ": " behind it. secret: the terminal does not show the answer, whose blanks stay.
 */
void ask_line(struct plain *plain, const char *prompt, answer_fn *fn, void *data);
void ask_secret(struct plain *plain, const char *prompt, answer_fn *fn, void *data);

/* text, which may have several lines, then the locale's y or n. The way out is no. */
void ask_yes_no(struct plain *plain, const char *text, void (*fn)(void *data, bool yes),
		void *data);

enum typed { TYPED_NO, TYPED_YES, TYPED_INSTEAD };

/* text, then expected is to be typed. offer is what had better be done ("Deactivate instead"), by
 * the letter i; NULL: nothing. */
void ask_typed(struct plain *plain, const char *text, const char *expected, const char *offer,
	       void (*fn)(void *data, enum typed answer), void *data);

/* A numbered list to choose from. */
struct choosing {
	const char *title;
	const char *note;              /* a line below it; NULL: none */
	const struct pick_item *items; /* copied */
	size_t count;
	bool open;     /* another text may be answered */
	bool by_label; /* values are for the program: their labels alone are said */
	void (*fn)(void *data, const char *value); /* value NULL: the way out; borrowed */
	void *data;
};

/* Answered with a number, a value, or a part of a value or of what it is known by; of a long list
 * those are shown that have the part. */
void ask_choice(struct plain *plain, const struct choosing *choosing);

/* The question that waits is written, and an answer read. For the loop's turn. */
void ask_now(struct plain *plain);
/* The answer could not be read, and another will be: why is a sentence. */
void ask_once_more(struct plain *plain, const char *why);
/* It is not answered any more. */
void ask_forget(struct plain *plain);

#endif
