/* SPDX-License-Identifier: ISC */
#include "work/trouble.h"

#include <string.h>

#include "api/client.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/resource.h"

void trouble_write(const struct error *err, FILE *out)
{
	size_t len = strlen(err->message);

	fprintf(out, "! %s%s", err->message, len && strchr(".?", err->message[len - 1]) ? "" : ".");
}

void trouble_of_known(const struct failure *failure, const struct resource *resource,
		      const char *key, struct error *err)
{
	*err = failure->error;
	if (err->code == ERROR_MISSING)
		error_set(err, ERROR_MISSING, _(resource->gone), key);
}
