/* unit.h - what every cmocka file needs, in the order cmocka wants it. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Compares a text that the caller would have to free, and frees it. */
#define assert_text_take(actual, expected)                                                         \
	do {                                                                                       \
		char *text_taken = (actual);                                                       \
		assert_non_null(text_taken);                                                       \
		assert_string_equal(text_taken, expected);                                         \
		free(text_taken);                                                                  \
	} while (0)

#define CASES(table) (sizeof(table) / sizeof((table)[0]))

#endif
