/* SPDX-License-Identifier: ISC */
#include "screens/trouble.h"

#include <string.h>

#include "base/error.h"

void trouble_write(const struct error *err, FILE *out)
{
	size_t len = strlen(err->message);

	fprintf(out, "! %s%s", err->message, len && strchr(".?", err->message[len - 1]) ? "" : ".");
}
