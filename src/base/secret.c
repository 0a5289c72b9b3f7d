/* SPDX-License-Identifier: ISC */
#include "base/secret.h"

#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/alloc.h"

void secret_wipe(void *bytes, size_t len)
{
	explicit_bzero(bytes, len);
}

void secret_free(char *text)
{
	if (text)
		secret_wipe(text, strlen(text));
	free(text);
}

char *secret_take_env(const char *name)
{
	char *value = getenv(name);

	if (!value)
		return NULL;
	char *copy = *value ? xstrdup(value) : NULL;
	secret_wipe(value, strlen(value)); /* /proc/PID/environ shows this memory, unset or not */
	unsetenv(name);
	return copy;
}

void secret_forbid_core_dumps(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* the leak checker attaches as a debugger does */
	prctl(PR_SET_DUMPABLE, 0);
#endif
}
