/* SPDX-License-Identifier: ISC */
#include "script.h"

#include <inttypes.h>

#include "unit.h"

#include "base/alloc.h"
#include "schema/json.h"
#include "schema/query.h"

static void *fetch(void *service, const struct query *query, int page, int page_size,
		   client_page_fn *done, void *data)
{
	struct script *script = service;
	struct asked *asked = &script->calls[script->count++];

	assert_true(script->count < (int)CASES(script->calls));
	*asked = (struct asked){ page, page_size, query_print(query), done, data, true };
	return asked;
}

static void cancel(void *call)
{
	struct asked *asked = call;

	assert_true(asked->open);
	asked->open = false;
}

static void *start_timer(void *clock, int ms, void (*fire)(void *data), void *data)
{
	struct script *script = clock;

	assert_null(script->fire);
	assert_true(ms > 0);
	script->fire = fire;
	script->fire_data = data;
	return script;
}

static void stop_timer(void *timer)
{
	struct script *script = timer;

	assert_non_null(script->fire);
	script->fire = NULL;
}

struct script *script_new(int64_t rows)
{
	struct script *script = xcalloc(1, sizeof(*script));

	script->rows = rows;
	script->says_total = true;
	script->name = "Harborline";
	return script;
}

void script_free(struct script *script)
{
	for (int i = 0; i < script->count; i++)
		free(script->calls[i].query);
	free(script);
}

struct page_source script_source(struct script *script)
{
	return (struct page_source){ fetch, cancel, start_timer, stop_timer, script, script };
}

const char *script_open(struct script *script)
{
	static char open[256];
	size_t len = 0;

	open[0] = '\0';
	for (int i = 0; i < script->count; i++)
		if (script->calls[i].open)
			len += (size_t)snprintf(open + len, sizeof(open) - len, len ? " %d" : "%d",
						script->calls[i].page);
	return open;
}

const char *script_last_query(const struct script *script)
{
	return script->calls[script->count - 1].query;
}

static struct asked *take_open(struct script *script, int page)
{
	for (int i = 0; i < script->count; i++) {
		if (script->calls[i].open && script->calls[i].page == page) {
			script->calls[i].open = false;
			return &script->calls[i];
		}
	}
	fail_msg("nobody waits for page %d, only for «%s»", page, script_open(script));
	return NULL;
}

static void deliver(struct asked *asked, const char *rows, int64_t total, int64_t pages)
{
	struct error err;
	struct json *tree = json_parse(rows, strlen(rows), &err);

	if (!tree)
		fail_msg("%s: %s", rows, err.message);
	asked->done(asked->data, &(struct page){ tree, json_size(tree), asked->page, total, pages },
		    NULL);
	json_free(tree);
}

static char *write_rows(const struct script *script, int64_t first, int count)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fputc('[', out);
	for (int64_t i = first; i < first + count && i < script->rows; i++)
		fprintf(out,
			"%s{\"customerNumber\":\"C-%" PRId64 "\",\"companyName\":\"%s %" PRId64
			"\",\"active\":true}",
			i > first ? "," : "", i, script->name, i);
	fputc(']', out);
	fclose(out);
	return text;
}

void script_answer(struct script *script, int page)
{
	struct asked *asked = take_open(script, page);
	int size = script->page_max && script->page_max < asked->page_size ? script->page_max
									   : asked->page_size;
	char *rows = write_rows(script, (int64_t)(page - 1) * size, size);

	deliver(asked, rows, script->says_total ? script->rows : -1,
		script->says_total ? (script->rows + size - 1) / size : -1);
	free(rows);
}

void script_answer_with(struct script *script, int page, const char *rows, int64_t total)
{
	deliver(take_open(script, page), rows, total, -1);
}

void script_refuse(struct script *script, int page, enum error_code code, const char *message)
{
	struct asked *asked = take_open(script, page);
	struct failure failure = { .error = { .code = code } };

	snprintf(failure.error.message, sizeof(failure.error.message), "%s", message);
	asked->done(asked->data, NULL, &failure);
}

void script_answer_all(struct script *script)
{
	for (int i = 0; i < script->count; i++)
		if (script->calls[i].open)
			script_answer(script, script->calls[i].page);
}

void script_end_pause(struct script *script)
{
	void (*fire)(void *data) = script->fire;

	assert_non_null(fire);
	script->fire = NULL;
	fire(script->fire_data);
}
