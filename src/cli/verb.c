/* SPDX-License-Identifier: ISC */
#include "cli/verb.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/nearest.h"

static const struct verb *const verbs[] = { &verb_list,	    &verb_get,	    &verb_export,
					    &verb_import,   &verb_prices,   &verb_activate,
					    &verb_deactivate, NULL };

const struct verb *verb_at(size_t i)
{
	return verbs[i];
}

const struct verb *verb_find(const char *name, struct error *err)
{
	struct nearest nearest = nearest_to(name);

	for (size_t i = 0; verbs[i]; i++) {
		if (strcmp(verbs[i]->name, name) == 0)
			return verbs[i];
		nearest_offer(&nearest, verbs[i]->name);
	}
	char *question = nearest_question(&nearest);
	if (*question)
		error_set(err, ERROR_INPUT, _("%s: no such verb%s"), name, question);
	else
		error_set(err, ERROR_INPUT, _("%s: no such verb; --help lists them"), name);
	free(question);
	return NULL;
}
