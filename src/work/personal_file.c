/* SPDX-License-Identifier: ISC */
#include "work/personal_file.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/atomic_file.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/path_typed.h"
#include "schema/resource.h"
#include "work/personal_journal.h"
#include "work/trouble.h"

struct personal_file {
	struct client *client;
	const struct resource *resource;
	const struct action *action;
	char *key, *path;
	struct client_call *call;
	personal_file_fn *fn;
	void *data;
};

void personal_file_cancel(struct personal_file *file)
{
	if (!file)
		return;
	client_cancel(file->call);
	free(file->key);
	free(file->path);
	free(file);
}

/* The file is there whether the journal has its line or not. */
static void note(const struct personal_file *file, struct personal_result *result)
{
	const struct personal_entry entry = {
		.at_s = clock_unix_s(),
		.tenant = client_info(file->client).tenant,
		.resource = file->resource->name,
		.action = file->action->name,
		.key = file->key,
		.bytes = result->bytes,
		.sha256 = result->sha256,
	};

	personal_journal_add(client_profile(file->client), &entry, &result->error);
}

static void came(void *data, const char *bytes, size_t len, const struct failure *failure)
{
	struct personal_file *file = data;
	struct personal_result result = { .path = file->path, .bytes = len };

	file->call = NULL;
	if (failure) {
		trouble_of_known(failure, file->resource, file->key, &result.error);
	} else if (atomic_file_write_new(file->path, bytes, len, &result.taken, &result.error)) {
		result.written = true;
		sha256_text(bytes, len, result.sha256);
		note(file, &result);
	}
	file->fn(file->data, &result);
	personal_file_cancel(file);
}

struct personal_file *personal_file_start(struct client *client, const struct resource *resource,
					  const struct action *action, const char *key, const char *path,
					  personal_file_fn *fn, void *data)
{
	struct personal_file *file = xcalloc(1, sizeof(*file));

	*file = (struct personal_file){ .client = client,
					.resource = resource,
					.action = action,
					.key = xstrdup(key),
					.path = xstrdup(path),
					.fn = fn,
					.data = data };
	file->call = client_fetch(client, resource, action, key, came, file);
	return file;
}

/* --- words --------------------------------------------------------------------------------------- */

/* "x.json" with a number in front of its ending. */
static char *numbered(const char *name, int number)
{
	const char *dot = name;

	for (const char *c = name; *c; c++)
		if (*c == '.')
			dot = c;
	return xasprintf("%.*s-%d%s", (int)(dot - name), name, number, dot);
}

char *personal_file_name(const struct action *action, const char *key)
{
	enum { NAMES_MAX = 1000 };
	char *safe = xstrdup(key), *name;

	for (char *c = safe; *c; c++)
		if (!isalnum((unsigned char)*c) && *c != '-' && *c != '_')
			*c = '_';
	name = xasprintf(_(action->file_name), safe);
	free(safe);
	char *unused = xstrdup(name);
	for (int i = 2; i < NAMES_MAX && !path_is_free(unused); i++) {
		free(unused);
		unused = numbered(name, i);
	}
	free(name);
	return unused;
}

char *personal_file_words(const struct personal_result *result)
{
	unsigned long bytes = result->bytes;
	char *whole = realpath(result->path, NULL), *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _("Wrote %s"), whole ? whole : result->path);
	fputc('\n', out);
	fprintf(out, ngettext("%'lu byte, as the service sent it", "%'lu bytes, as the service sent them", bytes),
		bytes);
	fputc('\n', out);
	fprintf(out, "SHA-256 %s\n", result->sha256);
	fputs(_("It holds personal data: only you can read it (mode 0600). Give it to nobody else, and delete it "
		"when it is not needed any more."),
	      out);
	if (result->error.code)
		fprintf(out, _("\nThe journal of such files has no line of it: %s"), result->error.message);
	fclose(out);
	free(whole);
	return text;
}

char *personal_file_taken(const char *path)
{
	return xasprintf(_("%s is there already. Nothing is replaced: choose another name."), path);
}
