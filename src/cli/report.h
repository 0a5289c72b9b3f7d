/* report.h - what a program without a screen says about itself: lines on standard error, cleaned
 * and in the locale's character set. */
/* SPDX-License-Identifier: ISC */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

/* "nymble-tui: TEXT": one line. */
void report(const char *text);

/* The same without our name: what is wrong with a file, as compilers say it ("FILE:LINE: TEXT"). */
void report_line(const char *text);

/* A line that will be replaced: shown on a terminal only. NULL takes it away; so does report. */
void report_progress(const char *text);

#endif
