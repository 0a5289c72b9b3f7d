/* SPDX-License-Identifier: ISC */
#include "net/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "net/mask.h"

/* An entry and the texts that it points at. */
struct kept {
	struct trace_entry entry;
	char *method, *url, *headers, *failure, *request, *answer;
};

struct trace {
	struct kept *ring;
	size_t size, count, newest;
	unsigned long added;
	size_t bodies; /* bytes kept of all bodies together */
	void (*changed)(void *data);
	void *changed_data;
};

struct trace *trace_new(size_t keep)
{
	struct trace *trace = xcalloc(1, sizeof(*trace));

	trace->size = keep ? keep : TRACE_CALLS;
	trace->ring = xcalloc(trace->size, sizeof(*trace->ring));
	return trace;
}

static void drop_body(struct trace *trace, struct trace_body *body, char **text)
{
	trace->bodies -= body->len;
	free(*text);
	*text = NULL;
	*body = (struct trace_body){ .full_len = body->full_len, .cut = body->full_len > 0,
				     .personal = body->personal };
}

static void drop_bodies(struct trace *trace, struct kept *kept)
{
	drop_body(trace, &kept->entry.request, &kept->request);
	drop_body(trace, &kept->entry.answer, &kept->answer);
}

static void drop(struct trace *trace, struct kept *kept)
{
	drop_bodies(trace, kept);
	free(kept->method);
	free(kept->url);
	free(kept->headers);
	free(kept->failure);
	*kept = (struct kept){ 0 };
}

void trace_free(struct trace *trace)
{
	if (!trace)
		return;
	for (size_t i = 0; i < trace->size; i++)
		drop(trace, &trace->ring[i]);
	free(trace->ring);
	free(trace);
}

static struct kept *slot(const struct trace *trace, size_t i)
{
	return &trace->ring[(trace->newest + trace->size - i) % trace->size];
}

static struct trace_body keep_body(struct trace *trace, const struct trace_body *body, char **text)
{
	struct trace_body kept = { .full_len = body->full_len, .cut = body->full_len > 0,
				   .personal = body->personal };

	if (!body->text || !body->len)
		return kept;
	size_t looked_at = body->len < TRACE_BODY_MAX ? body->len : TRACE_BODY_MAX;
	kept.text = *text = mask_body(body->text, looked_at, &kept.len);
	kept.cut = looked_at < body->full_len;
	trace->bodies += kept.len;
	return kept;
}

static char *keep_headers(const char *headers)
{
	char *kept;
	size_t len;
	FILE *out = xmemstream(&kept, &len);

	while (headers && *headers) {
		size_t line = strcspn(headers, "\n");
		char *copy = xstrndup(headers, line);
		char *masked = mask_header(copy);
		fprintf(out, "%s\n", masked);
		free(masked);
		free(copy);
		headers += line + (headers[line] == '\n');
	}
	fclose(out);
	return kept;
}

static void make_room(struct trace *trace)
{
	for (size_t i = trace->count; i-- > 1 && trace->bodies > TRACE_BODIES_MAX;)
		drop_bodies(trace, slot(trace, i));
}

void trace_add(struct trace *trace, const struct trace_entry *entry)
{
	if (trace->count < trace->size)
		trace->count++;
	trace->newest = (trace->newest + 1) % trace->size;
	struct kept *kept = slot(trace, 0);
	drop(trace, kept);
	kept->entry = *entry;
	kept->entry.number = ++trace->added;
	kept->entry.method = kept->method = xstrdup(entry->method);
	kept->entry.url = kept->url = mask_url(entry->url);
	kept->entry.headers = kept->headers = keep_headers(entry->headers);
	kept->entry.failure = kept->failure = entry->failure ? xstrdup(entry->failure) : NULL;
	kept->entry.request = keep_body(trace, &entry->request, &kept->request);
	kept->entry.answer = keep_body(trace, &entry->answer, &kept->answer);
	make_room(trace);
	if (trace->changed)
		trace->changed(trace->changed_data);
}

size_t trace_count(const struct trace *trace)
{
	return trace->count;
}

const struct trace_entry *trace_at(const struct trace *trace, size_t i)
{
	return i < trace->count ? &slot(trace, i)->entry : NULL;
}

void trace_on_change(struct trace *trace, void (*fn)(void *data), void *data)
{
	trace->changed = fn;
	trace->changed_data = data;
}
