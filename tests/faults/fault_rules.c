/* SPDX-License-Identifier: ISC */
#include "fault_rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	enum fault_kind kind;
	bool takes_amount;
} kinds[] = {
	{ "none", FAULT_NONE, false },    { "drop-before", FAULT_DROP_BEFORE, false },
	{ "cut", FAULT_CUT, true },       { "drop-after", FAULT_DROP_AFTER, false },
	{ "reset", FAULT_RESET, true },   { "delay", FAULT_DELAY, true },
	{ "garble", FAULT_GARBLE, true }, { "trickle", FAULT_TRICKLE, true },
	{ "hang", FAULT_HANG, false },    { "flood", FAULT_FLOOD, false },
	{ "answer", FAULT_ANSWER, true }, { "last", FAULT_LAST, false },
	{ "instead", FAULT_INSTEAD, true },
};

static bool matches(const struct fault *fault, const char *head)
{
	const size_t method = strcspn(head, " ");
	const char *target = head + method + (head[method] == ' ');
	const size_t target_len = strcspn(target, " \r\n");

	if (fault->method &&
	    (strlen(fault->method) != method || memcmp(head, fault->method, method) != 0))
		return false;
	return !fault->path || memmem(target, target_len, fault->path, strlen(fault->path));
}

const struct fault *fault_find(const struct fault *faults, size_t count, int *seen,
			       const char *head)
{
	const struct fault *found = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!matches(&faults[i], head))
			continue;
		seen[i]++;
		if (!found && (faults[i].nth == 0 || faults[i].nth == seen[i]))
			found = &faults[i];
	}
	return found;
}

static bool number(const char *text, long *value)
{
	char *end;

	if (!text)
		return false;
	*value = strtol(text, &end, 10);
	return end != text && !*end && *value >= 0;
}

/* Kept as long as the program runs: there are as many as rules on its command line. */
static bool make_answer(struct fault *fault, const char *more)
{
	const char *after = more && strncmp(more, "retry-after=", 12) == 0 ? more + 12 : NULL;
	char *answer = NULL;

	if (more && !after)
		return false;
	if (asprintf(&answer,
		     "HTTP/1.1 %ld Scripted\r\nContent-Type: application/json\r\n"
		     "%s%s%sContent-Length: 2\r\n\r\n{}",
		     fault->amount, after ? "Retry-After: " : "", after ? after : "",
		     after ? "\r\n" : "") < 0)
		return false;
	fault->answer = answer;
	return true;
}

static const char *any(const char *word)
{
	return strcmp(word, "*") == 0 ? NULL : word;
}

bool fault_parse(char *text, struct fault *fault)
{
	char *rest = NULL;
	const char *method = strtok_r(text, " ", &rest), *path = strtok_r(NULL, " ", &rest);
	const char *nth = strtok_r(NULL, " ", &rest), *kind = strtok_r(NULL, " ", &rest);
	const char *amount = strtok_r(NULL, " ", &rest), *more = strtok_r(NULL, " ", &rest);
	long which;

	if (!kind || !number(nth, &which))
		return false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(kinds[i].name, kind) != 0)
			continue;
		*fault = (struct fault){ any(method), any(path), (int)which, kinds[i].kind,
					 0,           NULL,      0 };
		if (kinds[i].takes_amount != number(amount, &fault->amount))
			return false;
		return fault->kind == FAULT_ANSWER || fault->kind == FAULT_INSTEAD
			       ? make_answer(fault, more)
			       : !more;
	}
	return false;
}
