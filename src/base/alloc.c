/* SPDX-License-Identifier: ISC */
#include "base/alloc.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*restore_terminal)(void);

void alloc_on_exhausted(void (*restore)(void))
{
	restore_terminal = restore;
}

_Noreturn void alloc_exhausted(void)
{
	static const char message[] = "out of memory\n";

	if (restore_terminal)
		restore_terminal();
	if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
		_exit(3);
	_exit(3);
}

static void *checked(void *memory)
{
	if (!memory)
		alloc_exhausted();
	return memory;
}

void *xmalloc(size_t size)
{
	return checked(malloc(size ? size : 1));
}

void *xcalloc(size_t count, size_t size)
{
	return checked(calloc(count ? count : 1, size ? size : 1));
}

void *xreallocarray(void *old, size_t count, size_t size)
{
	return checked(reallocarray(old, count ? count : 1, size ? size : 1));
}

char *xstrdup(const char *text)
{
	return checked(strdup(text));
}

char *xstrndup(const char *text, size_t len)
{
	return checked(strndup(text, len));
}

char *xasprintf(const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	int len = vasprintf(&text, format, args);
	va_end(args);
	if (len < 0)
		alloc_exhausted();
	return text;
}

void xreplace(char **place, const char *text)
{
	char *copy = text ? xstrdup(text) : NULL;

	free(*place);
	*place = copy;
}

FILE *xmemstream(char **text, size_t *len)
{
	return checked(open_memstream(text, len));
}

void alloc_give_back(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
