/* SPDX-License-Identifier: ISC */
#include "plain/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/yes_no.h"
#include "net/loop.h"
#include "plain/input.h"
#include "plain/plain_state.h"
#include "plain/say.h"

/* --- one line --------------------------------------------------------------- */

static void ask(struct plain *plain, const char *prompt, bool secret, answer_fn *fn, void *data)
{
	plain->question = (struct question){ xasprintf("%s: ", prompt), secret, false, fn, data };
}

void ask_line(struct plain *plain, const char *prompt, answer_fn *fn, void *data)
{
	ask(plain, prompt, false, fn, data);
}

void ask_secret(struct plain *plain, const char *prompt, answer_fn *fn, void *data)
{
	ask(plain, prompt, true, fn, data);
}

void ask_forget(struct plain *plain)
{
	free(plain->question.prompt);
	plain->question = (struct question){ 0 };
}

/* A log shows the answers too, but for secrets; on a terminal only the line's end of those is
 * missing. */
static void echo(struct plain *plain, const struct question *question, const char *line)
{
	if (plain->echo || question->secret || !line)
		say(plain, "%s", plain->echo && !question->secret && line ? line : "");
}

static void answered(void *data, const char *line)
{
	struct plain *plain = data;
	struct question question = plain->question;

	plain->question.prompt = NULL;
	ask_forget(plain);
	echo(plain, &question, line);
	free(question.prompt);
	if (!line)
		loop_stop(plain->loop);
	if (!line || question.secret) {
		question.fn(question.data, line);
		return;
	}
	char *trimmed = text_trimmed(line);
	question.fn(question.data, trimmed);
	free(trimmed);
}

void ask_now(struct plain *plain)
{
	struct question *question = &plain->question;

	if (!question->fn || question->asked)
		return;
	question->asked = true;
	say_prompt(plain, question->prompt);
	input_read(plain->input, question->secret, answered, plain);
}

void ask_once_more(struct plain *plain, const char *why)
{
	if (plain->echo || plain->question.secret)
		say(plain, "%s", "");
	say(plain, "%s", why);
	say_prompt(plain, plain->question.prompt);
}

/* --- yes or no -------------------------------------------------------------- */

struct yes_no {
	struct plain *plain;
	char *prompt;
	void (*fn)(void *data, bool yes);
	void *data;
};

static void yes_no_line(void *data, const char *line)
{
	struct yes_no *asked = data;
	bool yes = line && text_says_yes(line);

	if (line && *line && !yes && !text_says_no(line)) {
		ask_line(asked->plain, asked->prompt, yes_no_line, asked);
		return;
	}
	asked->fn(asked->data, yes);
	free(asked->prompt);
	free(asked);
}

void ask_yes_no(struct plain *plain, const char *text, void (*fn)(void *data, bool yes), void *data)
{
	struct yes_no *asked = xmalloc(sizeof(*asked));
	char yes[TEXT_CHAR_SIZE], no[TEXT_CHAR_SIZE];

	yes_no_letters(yes, no);
	*asked = (struct yes_no){ plain, xasprintf(_("Answer %s or %s"), yes, no), fn, data };
	say(plain, "%s", text);
	ask_line(plain, asked->prompt, yes_no_line, asked);
}

/* --- a word to be typed ------------------------------------------------------- */

struct typing {
	struct plain *plain;
	char *prompt, *expected;
	bool offers;
	void (*fn)(void *data, enum typed answer);
	void *data;
};

static void typed_line(void *data, const char *line)
{
	struct typing *typing = data;
	enum typed answer = TYPED_NO;

	if (line && strcmp(line, typing->expected) == 0)
		answer = TYPED_YES;
	else if (line && typing->offers && text_casecmp(line, "i") == 0)
		answer = TYPED_INSTEAD;
	if (line && *line && answer == TYPED_NO) {
		ask_line(typing->plain, typing->prompt, typed_line, typing);
		return;
	}
	typing->fn(typing->data, answer);
	free(typing->prompt);
	free(typing->expected);
	free(typing);
}

void ask_typed(struct plain *plain, const char *text, const char *expected, const char *offer,
	       void (*fn)(void *data, enum typed answer), void *data)
{
	struct typing *typing = xmalloc(sizeof(*typing));

	*typing = (struct typing){
		.plain = plain,
		.prompt = xasprintf(_("Type %s to go on, an empty line cancels"), expected),
		.expected = xstrdup(expected),
		.offers = offer,
		.fn = fn,
		.data = data,
	};
	say(plain, "%s", text);
	if (offer)
		say(plain, _("i: %s"), offer);
	ask_line(plain, typing->prompt, typed_line, typing);
}
