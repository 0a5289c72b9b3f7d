/* input.h - the lines that a person or a script answers with: one for each time that one is asked
 * for. What comes earlier waits. */
/* SPDX-License-Identifier: ISC */
#ifndef PLAIN_INPUT_H
#define PLAIN_INPUT_H
#include <stdbool.h>

struct loop;

struct input; /* opaque */

enum { INPUT_LINE_MAX = 64 * 1024 };

/* Lines from fd, which stays the caller's. refused is told, as a sentence, of a line that is too
 * long or no text of the locale's; the next one is then read instead. */
struct input *input_new(struct loop *loop, int fd, void (*refused)(void *data, const char *why),
			void *data);
/* The terminal echoes again. NULL is fine. */
void input_free(struct input *input);

bool input_is_terminal(const struct input *input);

/* Calls fn once with the next line as UTF-8, without its end and borrowed for the call; NULL: there
 * are no more. Never from within. secret: the terminal does not show it, and it is wiped
 * afterwards. One at a time. */
void input_read(struct input *input, bool secret, void (*fn)(void *data, const char *line),
		void *data);

#endif
