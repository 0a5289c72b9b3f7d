/* What is known of rows: cells, keys and verdicts. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/text_file.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/import_state.h"
#include "work/job.h"

/* --- rows and their keys -------------------------------------------------------------------------- */

void import_add_row(struct import *import, uint32_t line, bool too_long)
{
	if (import->count == import->room) {
		import->room = import->room ? 2 * import->room : 256;
		import->rows = xreallocarray(import->rows, import->room, sizeof(*import->rows));
	}
	import->rows[import->count++] = (struct row){ .line = line,
						      .key = TEXT_INDEX_NONE,
						      .next = ROW_NONE,
						      .said = SAID_NONE,
						      .too_long = too_long };
	import->verdicts[IMPORT_AWAITED]++;
}

void import_free_rows(struct import *import)
{
	free(import->rows);
	free(import->first);
	free(import->last);
	free(import->sent);
	text_index_finish(&import->keys);
}

void import_forget(struct import *import)
{
	for (size_t i = 0; i < import->count; i++)
		import->rows[i] = (struct row){ .line = import->rows[i].line,
						.key = TEXT_INDEX_NONE,
						.next = ROW_NONE,
						.said = SAID_NONE,
						.too_long = import->rows[i].too_long };
	memset(import->verdicts, 0, sizeof(import->verdicts));
	import->verdicts[IMPORT_AWAITED] = import->count;
	import->checked = 0;
	text_index_finish(&import->keys);
}

static void make_room_for_key(struct import *import, uint32_t key)
{
	if (key < import->key_room)
		return;
	import->key_room = import->key_room ? 2 * import->key_room : 256;
	import->first = xreallocarray(import->first, import->key_room, sizeof(*import->first));
	import->last = xreallocarray(import->last, import->key_room, sizeof(*import->last));
}

uint32_t import_give_key(struct import *import, uint32_t row, const char *key)
{
	bool is_new;
	uint32_t number = text_index_add(&import->keys, key, &is_new);

	make_room_for_key(import, number);
	if (!is_new && import->class->one_row_a_key)
		return import->first[number];
	import->rows[row].key = number;
	if (is_new)
		import->first[number] = row;
	else
		import->rows[import->last[number]].next = row;
	import->last[number] = row;
	return ROW_NONE;
}

/* --- cells ------------------------------------------------------------------------------------------ */

const struct import_cells *import_cells(struct import *import, uint32_t row)
{
	size_t len;
	char *text = text_file_at(import->cells, row, &len);

	if (!text) /* the disk is gone: an empty row is wrong for certain */
		text = xcalloc(1, len = 1);
	free(import->cells_text);
	import->cells_text = text;
	if (import->column_count == 0) {
		import->current = (struct import_cells){ .json = text,
							 .json_len = len,
							 .line = import->rows[row].line };
		return &import->current;
	}
	if (!import->cell_at)
		import->cell_at = xcalloc(import->column_count, sizeof(*import->cell_at));
	const char *cell = text;
	size_t given = 0;
	for (size_t i = 0; i < import->column_count; i++) {
		given += cell < text + len;
		import->cell_at[i] = cell < text + len ? cell : "";
		cell += strlen(import->cell_at[i]) + 1;
	}
	import->current = (struct import_cells){ .texts = import->cell_at,
						 .count = import->column_count,
						 .given = given,
						 .line = import->rows[row].line };
	return &import->current;
}

uint32_t import_line(const struct import *import, uint32_t row)
{
	return import->rows[row].line;
}

/* --- verdicts --------------------------------------------------------------------------------------- */

static void put(FILE *out, const char *text)
{
	fputs(text ? text : "", out);
	fputc('\0', out);
}

static void put_json(FILE *out, const struct json *value)
{
	if (value)
		json_write(value, out);
	fputc('\0', out);
}

static void note(struct import *import, uint32_t row, const char *key, const char *sentence,
		 const struct json *was, const struct json *becomes)
{
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);
	struct error err;

	put(out, key);
	put(out, sentence);
	put_json(out, was);
	put_json(out, becomes);
	fclose(out);
	if (text_file_add(import->said, text, len, &err))
		import->rows[row].said = (uint32_t)text_file_count(import->said) - 1;
	else if (import->err.code == ERROR_NONE)
		import->err = err; /* seen at the end of the slice */
	free(text);
}

static void set_verdict(struct import *import, uint32_t row, enum import_verdict verdict)
{
	import->verdicts[import->rows[row].verdict]--;
	import->verdicts[verdict]++;
	import->rows[row].verdict = verdict & 7;
}

void import_judge(struct import *import, uint32_t row, enum import_verdict verdict, const char *sentence,
		  const struct json *was, const struct json *becomes)
{
	import_judge_found(import, row, verdict, NULL, sentence, was, becomes);
}

void import_judge_found(struct import *import, uint32_t row, enum import_verdict verdict, const char *key,
			const char *sentence, const struct json *was, const struct json *becomes)
{
	set_verdict(import, row, verdict);
	if (key || (sentence && *sentence) || was || becomes)
		note(import, row, key, sentence, was, becomes);
}

void import_judge_wrong(struct import *import, uint32_t row, const char *key, const char *sentence)
{
	set_verdict(import, row, IMPORT_WRONG);
	note(import, row, key, sentence, NULL, NULL);
}

char *import_said(const struct import *import, size_t row, const char *parts[SAID_PARTS])
{
	uint32_t said = import->rows[row].said;
	char *text = said == SAID_NONE ? NULL : text_file_at(import->said, said, NULL);
	const char *part = text;

	for (size_t i = 0; i < SAID_PARTS; i++) {
		parts[i] = part ? part : "";
		part = part ? part + strlen(part) + 1 : NULL;
	}
	return text;
}

/* --- rows, from outside ------------------------------------------------------------------------------ */

size_t import_row_count(const struct import *import)
{
	return import->count;
}

size_t import_verdict_count(const struct import *import, enum import_verdict verdict)
{
	return import->verdicts[verdict];
}

enum import_verdict import_verdict_at(const struct import *import, size_t i)
{
	return import->rows[i].verdict;
}

static const char *key_text(const struct import *import, size_t row)
{
	return import_key_text(text_list_at(&import->keys.texts, import->rows[row].key));
}

void import_row_read(const struct import *import, size_t i, struct import_row *row)
{
	const struct row *at = &import->rows[i];
	const char *parts[SAID_PARTS];
	char *said = import_said(import, i, parts);
	const char *key = at->key == TEXT_INDEX_NONE ? parts[SAID_KEY] : key_text(import, i);

	*row = (struct import_row){ .line = at->line,
				    .verdict = at->verdict,
				    .chosen = at->chosen,
				    .key = xstrdup(key),
				    .sentence = xstrdup(parts[SAID_SENTENCE]) };
	free(said);
}

void import_row_finish(struct import_row *row)
{
	free(row->key);
	free(row->sentence);
	*row = (struct import_row){ 0 };
}

char *import_row_text(struct import *import, size_t i)
{
	const struct import_cells *cells = import_cells(import, (uint32_t)i);
	char *text;
	size_t len;

	if (cells->json) {
		struct json *object = json_parse(cells->json, cells->json_len, NULL);
		text = object ? json_print_pretty(object) : xstrdup(cells->json);
		json_free(object);
		return text;
	}
	FILE *out = xmemstream(&text, &len);
	for (size_t column = 0; column < cells->count; column++)
		fprintf(out, "%s: %s\n", import->columns[column].heading, cells->texts[column]);
	fclose(out);
	return text;
}

/* --- what is sent ------------------------------------------------------------------------------------ */

void import_choose(struct import *import, size_t i, bool chosen)
{
	if (import->rows[i].verdict == IMPORT_RENAMES)
		import->rows[i].chosen = chosen;
}

static bool is_sent(const struct row *row)
{
	switch ((enum import_verdict)row->verdict) {
	case IMPORT_NEW:
	case IMPORT_CHANGED:
	case IMPORT_REMOVED:
		return true;
	case IMPORT_RENAMES:
		return row->chosen;
	default:
		return false;
	}
}

void import_refuse_renames(struct import *import, const char *why)
{
	for (size_t i = 0; import->verdicts[IMPORT_RENAMES] && i < import->count; i++) {
		const char *parts[SAID_PARTS];

		if (import->rows[i].verdict != IMPORT_RENAMES)
			continue;
		char *said = import_said(import, i, parts);
		char *text = xasprintf("%s: %s", parts[SAID_SENTENCE], why);
		import_judge_wrong(import, (uint32_t)i, NULL, text);
		free(text);
		free(said);
	}
}

void import_refused(struct import *import, size_t item, const char *why)
{
	for (uint32_t row = import->sent[item]; row != ROW_NONE; row = import->rows[row].next)
		if (is_sent(&import->rows[row]))
			import_judge_wrong(import, row, NULL, why);
}

size_t import_send_count(const struct import *import)
{
	size_t count = 0;

	for (size_t i = 0; i < import->count; i++)
		count += is_sent(&import->rows[i]);
	return count;
}

/* What a run calls the record: its key, which the service has told where the row has none, or what a new
 * one is known by. The caller frees. */
static char *item_name(const struct import *import, size_t row, const char *sentence, const char *found)
{
	const char *text = key_text(import, row);

	if (*found)
		return xstrdup(found);
	if (*text || *sentence)
		return xstrdup(*text ? text : sentence);
	return xasprintf(_("line %u"), (unsigned)import->rows[row].line);
}

static bool add_item(struct import *import, size_t row, struct job *job, struct error *err)
{
	const char *parts[SAID_PARTS];
	char *said = import_said(import, row, parts);
	char *name = item_name(import, row, parts[SAID_SENTENCE], parts[SAID_KEY]);
	bool ok = true;

	if (*parts[SAID_BECOMES]) {
		import->sent[job->keys.count] = import->first[import->rows[row].key];
		ok = import->class->add(job, name, parts[SAID_WAS], parts[SAID_BECOMES], err);
	}
	free(name);
	free(said);
	return ok;
}

struct job *import_job(struct import *import, struct error *err)
{
	struct job *job = import->class->job(import);
	bool ok = true;

	import->sent = xreallocarray(import->sent, import_send_count(import) + 1, sizeof(*import->sent));
	for (size_t i = 0; ok && i < import->count; i++)
		if (is_sent(&import->rows[i]))
			ok = add_item(import, i, job, err);
	if (ok)
		return job;
	job_free(job);
	return NULL;
}

char *import_note(const struct import *import)
{
	char *note = import->class->note ? import->class->note(import) : NULL;

	return note ? note : xstrdup("");
}

char *import_summary(const struct import *import)
{
	const size_t *count = import->verdicts;
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	fprintf(out, _("%zu new, %zu changed, %zu same"), count[IMPORT_NEW], count[IMPORT_CHANGED],
		count[IMPORT_SAME]);
	if (import->class->has_removals)
		fprintf(out, _(", %zu removed"), count[IMPORT_REMOVED]);
	if (count[IMPORT_RENAMES])
		fprintf(out, ngettext(", %zu renames", ", %zu rename", count[IMPORT_RENAMES]),
			count[IMPORT_RENAMES]);
	fprintf(out, _(", %zu wrong"), count[IMPORT_WRONG]);
	fclose(out);
	return text;
}
