/* folder.h - an empty folder for each test, and what is in it afterwards. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_UNIT_STORE_FOLDER_H
#define TESTS_UNIT_STORE_FOLDER_H
#include <stddef.h>

/* For cmocka: *state becomes its path (a char *), which ends in "/", and $XDG_STATE_HOME names it;
 * the teardown removes it with all that is in it. */
int folder_setup(void **state);
int folder_teardown(void **state);
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

/* How many names below path, in any depth, have text in them; folders do not count. */
size_t folder_count(const char *path, const char *text);
/* The path of the first such file; fails the test when there is none. The caller frees. */
char *folder_find(const char *path, const char *text);

/* Writes a file, and reads one; the caller frees. */
void folder_put(const char *path, const char *text);
char *folder_get(const char *path);

#endif
