/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"
#include "store/config_reader.h"
#include "store/config_words.h"

/* What libconfuse complains of, by its own (untranslated) words, and what we say. */
static const struct {
	const char *theirs, *ours;
} complaints[] = {
	{ "missing equal sign after option '%s'",
	  N_("%s: write = between the word and its value") },
	{ "unexpected token '%s'", N_("%s is not expected here") },
	{ "attempt to append to non-list option '%s'",
	  N_("%s takes one value: write = instead of +=") },
	{ "unexpected closing brace", N_("this } closes nothing") },
	{ "premature end of file", N_("the file ends here, but a value is missing") },
	{ "missing opening brace for section '%s'",
	  N_("%s: write a name and { behind it, such as: %s") },
	{ "missing title for section '%s'",
	  N_("%s: write a name and { behind it, such as: %s") },
	{ "missing parenthesis for function '%s'", N_("%s: write bind(SCREEN, \"KEY\", COMMAND)") },
	{ "syntax error in call of function '%s'", N_("%s: write bind(SCREEN, \"KEY\", COMMAND)") },
	{ "bad escape sequence '%s'", N_("%s: no such escape sequence") },
	{ "invalid octal number '%s'", N_("%s: no such escape sequence") },
};

static bool says(const char *format, const char *theirs)
{
	return strcmp(format, theirs) == 0 || strcmp(format, dgettext("confuse", theirs)) == 0;
}

struct config_reader *config_reader_of(const cfg_t *section)
{
	return (void *)section->opts[CONFIG_CARRIER].simple_value.ptr;
}

void config_complain_at(struct config_reader *reader, int line)
{
	error_prefix(reader->err, "%s:%d", reader->path, line);
	reader->failed = true;
}

static void report_unknown(struct config_reader *reader, const cfg_t *section, const char *word)
{
	const struct config_syntax *syntax = reader->syntax;
	struct nearest nearest = nearest_to(word);
	char *question;

	for (const cfg_opt_t *opt = section->opts + CONFIG_WORDS; opt->name; opt++)
		nearest_offer(&nearest, opt->name);
	question = nearest_question(&nearest);
	if (section->title)
		error_set(reader->err, ERROR_INPUT, _(syntax->unknown_inside), word, question);
	else if (config_word(syntax->inside, word))
		error_set(reader->err, ERROR_INPUT, _(syntax->belongs_inside), word);
	else
		error_set(reader->err, ERROR_INPUT, _("%s: no such word%s"), word, question);
	free(question);
}

void config_complain(cfg_t *section, const char *format, va_list args)
{
	struct config_reader *reader = config_reader_of(section);
	char text[ERROR_MESSAGE_SIZE];

	if (reader->failed)
		return;
	if (says(format, "no such option '%s'")) {
		report_unknown(reader, section, va_arg(args, const char *));
		return config_complain_at(reader, section->line);
	}
	if (says(format, "found duplicate title '%s'")) {
		error_set(reader->err, ERROR_INPUT, _(reader->syntax->taken), va_arg(args, const char *));
		return config_complain_at(reader, section->line);
	}
	for (size_t i = 0; i < sizeof(complaints) / sizeof(complaints[0]); i++) {
		if (!says(format, complaints[i].theirs))
			continue;
		const char *word = strstr(format, "%s") ? va_arg(args, const char *) : "";

		error_set(reader->err, ERROR_INPUT, _(complaints[i].ours), word,
			  reader->syntax->example);
		return config_complain_at(reader, section->line);
	}
	vsnprintf(text, sizeof(text), format, args);
	error_set(reader->err, ERROR_INPUT, "%s", text);
	config_complain_at(reader, section->line);
}
