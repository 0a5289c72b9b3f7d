/* SPDX-License-Identifier: ISC */
#include "api/failure.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api/dialect.h"
#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text.h"
#include "net/call.h"
#include "schema/json.h"
#include "schema/resource.h"

enum {
	MESSAGES_MAX = 200, /* kept of one answer */
	MESSAGES_SHOWN = 3, /* in the sentence itself */
};

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Of whoever does not say which service it is. */
static const struct error_words any_words = {
	.texts = NAMES("detail", "title", "message", "errorMessage", "error"),
	.reasons = NAMES("detail"),
	.lists = NAMES("errors"),
};

static const struct error_words *words_of(const struct failed_act *act)
{
	return act->words ? act->words : &any_words;
}

/* "HRB-1042 was not activated": what did not work, without a full stop. The caller frees. */
static char *act_text(const struct failed_act *act)
{
	bool unnamed = !act->key || !*act->key;

	return xasprintf(_(act->endpoint->failed), !unnamed ? act->key : act->name ? act->name : "");
}

static void add_message(struct failure *failure, const char *field, const char *text)
{
	if (!text || !*text || failure->message_count == MESSAGES_MAX)
		return;
	failure->messages = xreallocarray(failure->messages, failure->message_count + 1,
					  sizeof(*failure->messages));
	failure->messages[failure->message_count++] =
		(struct field_message){ xstrdup(field), xstrdup(text) };
}

/* The name as it would be, had the record been sent alone; wrapped or bare (N21). */
static const char *name_in_record(const struct failed_act *act, const char *name)
{
	static const char first[] = "[0].";
	size_t len = act->within ? strlen(act->within) : 0;

	if (!act->within)
		return name;
	const char *at = strncasecmp(name, act->within, len) == 0 ? name + len : name;
	return strncmp(at, first, strlen(first)) == 0 ? at + strlen(first) : name;
}

/* One entry of "errors": documented is {"Field": ["text"]}; seen elsewhere are {"Field": "text"},
 * [{"field": .., "message": ..}] and ["text"]. */
static void add_error(struct failure *failure, const struct failed_act *act, const struct json *error)
{
	const char *field = json_name(error) ? json_name(error) : json_member_text(error, "field");

	field = field ? name_in_record(act, field) : "";
	if (json_type(error) == JSON_ARRAY)
		for (const struct json *text = json_first(error); text; text = json_next(text))
			add_message(failure, field, json_text(text));
	else if (json_type(error) == JSON_OBJECT)
		add_message(failure, field, json_member_text(error, "message"));
	else
		add_message(failure, field, json_text(error));
}

static void read_messages(struct failure *failure, const struct failed_act *act,
			  const struct json *problem)
{
	for (const char *const *list = words_of(act)->lists; *list; list++) {
		const struct json *errors = json_member(problem, *list);
		for (const struct json *error = json_first(errors); error; error = json_next(error))
			add_error(failure, act, error);
	}
}

/* The first of the names that says something; NULL when none does. */
static const char *first_text(const struct json *problem, const char *const names[])
{
	for (; *names; names++) {
		const struct json *member = json_member(problem, *names);
		const char *text = json_type(member) == JSON_OBJECT ? json_member_text(member, "message")
								    : json_text(member);
		if (text && *text)
			return text;
	}
	return NULL;
}

/* What the service says in its own words: its messages and its most telling text, whichever says more;
 * NULL if it says nothing. The caller frees. */
static char *service_words(const struct failure *failure, const struct failed_act *act,
			   const struct json *problem)
{
	const struct error_words *words = words_of(act);
	const char *telling = first_text(problem, words->texts);
	char *text;
	size_t len;

	if (telling && (words->texts_first || failure->message_count == 0))
		return xstrdup(telling);
	if (failure->message_count == 0)
		return NULL;
	FILE *out = xmemstream(&text, &len);
	for (size_t i = 0; i < failure->message_count && i < MESSAGES_SHOWN; i++)
		fprintf(out, "%s%s%s%s", i > 0 ? " " : "", failure->messages[i].field,
			*failure->messages[i].field ? ": " : "", failure->messages[i].text);
	fclose(out);
	return text;
}

/* "Your role (SalesRep) may not delete customers." and the reason, where the service gave one that
 * says more than the status does. */
static void set_forbidden(struct failure *failure, const struct failed_act *act,
			  const struct json *problem)
{
	const char *reason = first_text(problem, words_of(act)->reasons);
	char *who =
		*act->role ? xasprintf(_("Your role (%s)"), act->role) : xstrdup(_("This login"));
	char *what = xasprintf(_(act->endpoint->forbidden), who);

	if (reason && text_casecmp(reason, "Forbidden") != 0)
		error_set(&failure->error, ERROR_FORBIDDEN, "%s: %s", what, reason);
	else
		error_set(&failure->error, ERROR_FORBIDDEN, "%s.", what);
	free(what);
	free(who);
}

static void set_refused(struct failure *failure, const struct failed_act *act,
			const struct json *problem)
{
	char *what = act_text(act), *words = service_words(failure, act, problem);
	bool missing = failure->status == 404 && !act->within;
	enum error_code code = failure->status == 401 ? ERROR_LOGIN
			       : missing              ? ERROR_MISSING
						      : ERROR_REFUSED;

	if (words)
		error_set(&failure->error, code, "%s: %s (%d)", what, words, failure->status);
	else
		error_set(&failure->error, code, _("%s: the service answered with status %d"), what,
			  failure->status);
	free(words);
	free(what);
}

void failure_read_problem(struct failure *failure, int status, const struct json *problem,
			  const struct failed_act *act)
{
	*failure = (struct failure){ .status = status };
	read_messages(failure, act, problem);
	if (status == 403)
		set_forbidden(failure, act, problem);
	else if (status == 404 && act->resource && act->key && *act->key && !act->within)
		error_set(&failure->error, ERROR_MISSING, _(act->resource->missing), act->key);
	else
		set_refused(failure, act, problem);
}

void failure_read(struct failure *failure, const struct answer *answer,
		  const struct failed_act *act)
{
	*failure = (struct failure){ .status = answer->status, .error = answer->error };
	if (answer->outcome != ANSWER_HTTP)
		return;
	struct json *problem = json_parse(answer->body, answer->len, NULL);
	failure_read_problem(failure, answer->status, problem, act);
	json_free(problem);
}

char *failure_words(const struct answer *answer, const struct failed_act *act)
{
	struct json *problem = json_parse(answer->body, answer->len, NULL);
	struct failure failure = { 0 };

	read_messages(&failure, act, problem);
	char *words = service_words(&failure, act, problem);
	failure_finish(&failure);
	json_free(problem);
	return words;
}

void failure_unreadable(struct failure *failure, const struct answer *answer,
			const struct failed_act *act, const char *why)
{
	char *what = act_text(act);

	*failure = (struct failure){ .status = answer->status };
	error_set(&failure->error, ERROR_NETWORK, _("%s: the service's answer cannot be used: %s"),
		  what, why);
	free(what);
}

void failure_set(struct failure *failure, const struct error *err)
{
	*failure = (struct failure){ .error = *err };
}

bool failure_names(const struct failure *failure, const char *name)
{
	for (size_t i = 0; i < failure->message_count; i++)
		if (text_casecmp(failure->messages[i].field, name) == 0)
			return true;
	return false;
}

void failure_finish(struct failure *failure)
{
	for (size_t i = 0; i < failure->message_count; i++) {
		free(failure->messages[i].field);
		free(failure->messages[i].text);
	}
	free(failure->messages);
	*failure = (struct failure){ 0 };
}
