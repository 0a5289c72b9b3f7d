/* sample.h - a small program on src/ui, which the tests run in a terminal. */
/* SPDX-License-Identifier: ISC */
#ifndef UNIT_UI_SAMPLE_H
#define UNIT_UI_SAMPLE_H

/* Runs until the user leaves. theme: one of theme_names(). Returns the exit status. */
int sample_run(const char *theme);

#endif
