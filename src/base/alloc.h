/* alloc.h - memory that is always there: running out ends the program, after the terminal is restored. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H
#include <stddef.h>
#include <stdio.h>

/* Like their namesakes, but never NULL. The caller frees. What the network can grow must have a
 * ceiling of its own before it comes here. */
void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull));
void *xcalloc(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
void *xreallocarray(void *old, size_t count, size_t size) __attribute__((returns_nonnull));
char *xstrdup(const char *text) __attribute__((malloc, returns_nonnull));
char *xstrndup(const char *text, size_t len) __attribute__((malloc, returns_nonnull));
char *xasprintf(const char *format, ...) __attribute__((malloc, returns_nonnull, format(printf, 1, 2)));

/* Frees *place and puts a copy of text (NULL stays NULL) there; text may be *place. */
void xreplace(char **place, const char *text);

/* A stream into *text of *len bytes, NUL-terminated at fclose; the caller frees *text. */
FILE *xmemstream(char **text, size_t *len);

/* Gives what is free back to the system. Takes some 50 us: for when something large was freed. */
void alloc_give_back(void);

/* What runs before the program ends for want of memory: the terminal's restore. */
void alloc_on_exhausted(void (*restore)(void));

/* Ends the program for want of memory, restoring the terminal first. */
_Noreturn void alloc_exhausted(void);

#endif
