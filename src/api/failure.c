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

/* "HRB-1042 was not activated": what did not work, without a full stop. The caller frees. */
static char *act_text(const struct failed_act *act)
{
	return xasprintf(_(act->endpoint->failed), act->key ? act->key : "");
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

/* One entry of "errors": documented is {"Field": ["text"]}; seen elsewhere are {"Field": "text"}
 * and
 * [{"field": .., "message": ..}]. */
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
	const struct json *errors = json_member(problem, "errors");

	for (const struct json *error = json_first(errors); error; error = json_next(error))
		add_error(failure, act, error);
}

/* What the service says in its own words: its messages, else the most telling text; NULL if it says
 * nothing. The caller frees. */
static char *service_words(const struct failure *failure, const struct json *problem)
{
	static const char *const telling[] = { "detail",       "title", "message",
					       "errorMessage", "error", NULL };
	char *text;
	size_t len;

	for (size_t i = 0; failure->message_count == 0 && telling[i]; i++) {
		const char *words = json_member_text(problem, telling[i]);
		if (words && *words)
			return xstrdup(words);
	}
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
	const char *detail = json_member_text(problem, "detail");
	char *who =
		*act->role ? xasprintf(_("Your role (%s)"), act->role) : xstrdup(_("This login"));
	char *what = xasprintf(_(act->endpoint->forbidden), who);

	if (detail && *detail)
		error_set(&failure->error, ERROR_FORBIDDEN, "%s: %s", what, detail);
	else
		error_set(&failure->error, ERROR_FORBIDDEN, "%s.", what);
	free(what);
	free(who);
}

static void set_refused(struct failure *failure, const struct failed_act *act,
			const struct json *problem)
{
	char *what = act_text(act), *words = service_words(failure, problem);
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

void failure_read(struct failure *failure, const struct answer *answer,
		  const struct failed_act *act)
{
	*failure = (struct failure){ .status = answer->status, .error = answer->error };
	if (answer->outcome != ANSWER_HTTP)
		return;
	struct json *problem = json_parse(answer->body, answer->len, NULL);
	read_messages(failure, act, problem);
	if (answer->status == 403)
		set_forbidden(failure, act, problem);
	else if (answer->status == 404 && act->resource && act->key && !act->within)
		error_set(&failure->error, ERROR_MISSING, _(act->resource->missing), act->key);
	else
		set_refused(failure, act, problem);
	json_free(problem);
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
