/* SPDX-License-Identifier: ISC */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/nearest.h"

static const char *const operators[] = { "startswith", "contains", "notcontains", "endswith",
					 "equals",     "gt",       NULL };
static const char *const options[] = { "profile", "sandbox", "filter", "format",
				       "limit",   "help",    NULL };

static const struct {
	const char *const *names;
	const char *text, *nearest;
} cases[] = {
	{ operators, "beginswith", "startswith" },
	{ operators, "contians", "contains" }, /* neighbours swapped */
	{ operators, "start", "startswith" },  /* cut short */
	{ operators, "EQUAL", "equals" },      /* case has no say */
	{ operators, "regex", NULL },
	{ operators, "", NULL },
	{ options, "fliter", "filter" },
	{ options, "limits", "limit" },
	{ options, "profil", "profile" },
	{ options, "colour", NULL },
	{ options, "an argument that is far longer than any name of anything in this whole program",
	  NULL },
};

static void finds_what_was_meant(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct nearest nearest = nearest_to(cases[i].text);
		for (const char *const *name = cases[i].names; *name; name++)
			nearest_offer(&nearest, *name);
		if (cases[i].nearest)
			assert_string_equal(nearest_name(&nearest), cases[i].nearest);
		else
			assert_null(nearest_name(&nearest));
	}
}

static void asks_only_when_there_is_something_to_ask(void **state)
{
	struct nearest none = nearest_to("zzz"), one = nearest_to("lmit");

	(void)state;
	nearest_offer(&none, "limit");
	nearest_offer(&one, "limit");
	char *nothing = nearest_question(&none), *question = nearest_question(&one);
	assert_string_equal(nothing, "");
	assert_string_equal(question, ", did you mean limit?");
	free(nothing);
	free(question);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_was_meant),
		cmocka_unit_test(asks_only_when_there_is_something_to_ask),
	};
	return cmocka_run_group_tests_name("nearest", tests, NULL, NULL);
}
