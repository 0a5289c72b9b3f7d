/* text.h - UTF-8 as people see it: what is safe to show, how wide it is, where it may be cut.
 * Widths are display columns as libunistring counts them, ambiguous width is 1. A cluster is what a
 * reader takes for one character (Unicode UAX 29, extended grapheme cluster). */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

bool text_is_utf8(const char *bytes, size_t len);

/* True when there are only printable ASCII characters. */
bool text_is_ascii(const char *bytes, size_t len);

/* The first character: its bytes and its code point; 0 at the end and where no UTF-8 begins. */
size_t text_char(const char *text, size_t len, uint32_t *code);

enum { TEXT_CHAR_SIZE = 5 };

/* "table, csv, json": texts is NULL-terminated; the caller frees. */
char *text_joined(const char *const *texts);

/* A copy without blanks at its ends; the caller frees. */
char *text_trimmed(const char *text);

/* A code point as UTF-8, NUL-terminated; "?" for what is none. */
void text_from_char(uint32_t code, char out[TEXT_CHAR_SIZE]);

/* A copy that no terminal can take for a command, and whose width all terminals agree on; the caller
 * frees. Controls become ^X, C1 controls, bidirectional marks, line separators and other invisible
 * format characters <U+202E>, bytes that are no UTF-8 <FF>; signs whose width is disputed (disputed.h)
 * are reduced: an emoji sequence to its first character, a flag to its two letters. Plain text comes
 * back as it is. */
char *text_clean(const char *bytes, size_t len);

/* True when text_clean would change nothing. */
bool text_is_clean(const char *bytes, size_t len);

/* Writes JSON text so that a terminal may get it and it still says the same: what text_clean would mark
 * beyond ASCII becomes \uXXXX (a pair above U+FFFF), with only_ascii everything beyond ASCII does. text
 * must be UTF-8. */
void text_write_json(FILE *out, const char *json, size_t len, bool only_ascii);

/* Bytes of the first cluster of text; 0 at the end. text must be UTF-8. */
size_t text_cluster(const char *text, size_t len);

/* Bytes of the last cluster of text; 0 when len is 0. */
size_t text_last_cluster(const char *text, size_t len);

/* Columns of len bytes of clean text. */
int text_width(const char *text, size_t len);

/* Bytes of the longest run of whole clusters that fits into max_cols; *cols says how wide it is. */
size_t text_prefix(const char *text, size_t len, int max_cols, int *cols);

enum text_align { TEXT_LEFT, TEXT_RIGHT };

/* Clean text made exactly width_cols wide: cut at a whole cluster with ~ as last column, or padded
 * with spaces. The caller frees. */
char *text_fit(const char *clean, int width_cols, enum text_align align);

/* True when the locale's character set is UTF-8. */
bool text_locale_is_utf8(void);

/* Clean UTF-8 in the locale's character set, each sign that it lacks as ?; the caller frees. */
char *text_to_locale(const char *clean);

/* The locale's bytes (a command line argument) as UTF-8; NULL if they are none. The caller frees. */
char *text_from_locale(const char *bytes);

/* Compares without regard to ASCII case; the names of members and tiers. */
int text_casecmp(const char *a, const char *b);

/* len bytes of UTF-8 in the form in which texts are equal that differ in case alone, in every script
 * (Unicode folding); the caller frees. */
char *text_fold(const char *text, size_t len);

/* Whether haystack has needle somewhere, compared without case in every script (Unicode folding). */
bool text_contains(const char *haystack, const char *needle);

#endif
