/* help.h - what --help and --version print. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_HELP_H
#define CLI_HELP_H
#include <stdio.h>

void help_print(FILE *out);
void help_print_version(FILE *out);

#endif
