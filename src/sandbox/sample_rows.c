/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_rows.h"

#include <stdio_ext.h>
#include <stdlib.h>

#include "base/alloc.h"

bool sample_rows_fill(struct store *store, int64_t organization, const struct sample_rows *rows,
		      uint64_t count, sample_write_fn *write, sample_insert_fn *insert,
		      struct error *err)
{
	char *document;
	size_t len;
	FILE *out = xmemstream(&document, &len);
	bool done = true;

	__fsetlocking(out, FSETLOCKING_BYCALLER);
	for (uint64_t i = 0; done && i < count; i++) {
		rewind(out);
		write(rows->source, rows->seed, i, out);
		putc_unlocked('\0', out);
		fflush(out);
		done = insert(store, organization, document, err);
	}
	fclose(out);
	free(document);
	return done;
}
