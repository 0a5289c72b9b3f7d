/* SPDX-License-Identifier: ISC */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"
#include "schema/resource.h"
#include "work/journal.h"
#include "work/journal_line.h"

enum { ITEMS_MAX = 10 * 1000 * 1000 }; /* more than anybody marks: the file is not ours */

/* What was read of a file so far. */
struct reading {
	const struct client *client;
	bool brief;   /* how it stands is all that is wanted: not what the items are */
	bool damaged; /* a line within cannot be read: whatever it said, look at what is not done */
	int64_t begun_at_s;
	size_t expected; /* items */
	struct journal_content content;
	struct error err; /* not ERROR_NONE: it cannot be used */
};

void journal_content_finish(struct journal_content *content)
{
	job_free(content->job);
	free(content->states);
	free(content->lines);
	*content = (struct journal_content){ 0 };
}

/* --- lines ------------------------------------------------------------------------------------ */

static bool read_head(struct reading *reading, const struct json *head)
{
	const char *name = json_member_text(head, "resource");
	const char *begun = json_member_text(head, "begun");
	int64_t version = 0, items = 0;

	if (!json_integer(json_member(head, "run"), &version) || version != JOURNAL_VERSION ||
	    !json_integer(json_member(head, "items"), &items) || items < 1 || items > ITEMS_MAX)
		return error_set(&reading->err, ERROR_INPUT, "%s",
				 _("it does not begin as a run of this version does"));
	const struct resource *resource = client_resource(reading->client, name ? name : "");
	if (!resource)
		return error_set(&reading->err, ERROR_INPUT, _("%s: the service has no such list"),
				 name ? name : "?");
	if (begun)
		clock_parse_rfc3339(begun, &reading->begun_at_s);
	reading->expected = (size_t)items;
	reading->content.job = job_from_head(resource, head, &reading->err);
	return reading->content.job;
}

static void expect_events(struct reading *reading)
{
	struct journal_content *content = &reading->content;

	if (content->job->keys.count == reading->expected) {
		content->states = xcalloc(reading->expected, sizeof(*content->states));
		content->lines = xcalloc(reading->expected, sizeof(*content->lines));
	}
}

static bool read_item(struct reading *reading, const struct json *line)
{
	struct job *job = reading->content.job;
	const char *key = json_member_text(line, "key");

	if (!key)
		return error_set(&reading->err, ERROR_INPUT, "%s",
				 _("a line that names no record stands where one is to be"));
	text_list_add(&job->keys, key);
	if (job->class->read_item && !job->class->read_item(job, line, &reading->err))
		return false;
	expect_events(reading);
	return true;
}

static const struct {
	const char *word;
	uint8_t state;
} endings[] = {
	{ "done", ITEM_DONE },
	{ "failed", ITEM_FAILED },
	{ "unknown", ITEM_MAY_BE_DONE | ITEM_LOOK },
};

/* What one line says of one item; false: it names none that there is. */
static bool note(struct reading *reading, const struct json *number, uint8_t state, int64_t at)
{
	int64_t item;

	if (!json_integer(number, &item) || item < 0 || (size_t)item >= reading->expected)
		return false;
	reading->content.states[item] = state;
	reading->content.lines[item] = at;
	return true;
}

static bool read_event(struct reading *reading, const struct json *line, int64_t at)
{
	const struct json *started = json_member(line, "start");
	bool understood = started;

	for (const struct json *item = json_first(started); item; item = json_next(item))
		understood &= note(reading, item, ITEM_WAITING | ITEM_STARTED | ITEM_LOOK, at);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		const struct json *item = json_member(line, endings[i].word);

		if (item)
			understood = note(reading, item, endings[i].state, at);
	}
	return understood;
}

static bool is_at_items(const struct reading *reading)
{
	return reading->content.job && reading->content.job->keys.count < reading->expected;
}

/* line: NULL for one that is no JSON. */
static bool read_json(struct reading *reading, const struct json *line, int64_t at)
{
	if (!reading->content.job)
		return read_head(reading, line);
	if (is_at_items(reading))
		return read_item(reading, line);
	if (!read_event(reading, line, at))
		reading->damaged = true;
	return true;
}

static bool read_line(void *data, const char *line, size_t len, int64_t at)
{
	struct reading *reading = data;

	if (reading->brief && is_at_items(reading)) {
		text_list_add(&reading->content.job->keys, "");
		expect_events(reading);
		return true;
	}
	struct json *json = json_parse(line, len, NULL);
	bool more = read_json(reading, json, at);
	json_free(json);
	return more;
}

/* --- files ------------------------------------------------------------------------------------ */

static bool is_whole(const struct reading *reading)
{
	return reading->content.states;
}

static void look_at_all_that_wait(struct journal_content *content, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((content->states[i] & ITEM_STATE) != ITEM_DONE)
			content->states[i] |= ITEM_LOOK;
}

/* False when it cannot be used: err says why. */
static bool read_file(struct reading *reading, const struct client *client,
		      const struct journal_file *file, bool brief)
{
	*reading = (struct reading){ .client = client, .brief = brief };
	journal_file_each(file, read_line, reading);
	if (reading->damaged && is_whole(reading))
		look_at_all_that_wait(&reading->content, reading->expected);
	if (is_whole(reading))
		return true;
	if (reading->err.code == ERROR_NONE)
		error_set(&reading->err, ERROR_INPUT, "%s", _("it ends too early"));
	error_prefix(&reading->err, _("Cannot read %s"), file->path);
	journal_content_finish(&reading->content);
	return false;
}

struct journal *journal_open(const struct client *client, const char *id,
			     struct journal_content *content, struct error *err)
{
	struct journal_file file;
	struct reading reading;

	if (!journal_file_open(&file, client_profile(client), id, err))
		return NULL;
	if (read_file(&reading, client, &file, false)) {
		*content = reading.content;
		return journal_new_take(&file);
	}
	if (err)
		*err = reading.err;
	journal_file_close(&file);
	return NULL;
}

bool journal_discard(const struct client *client, const char *id, struct error *err)
{
	struct journal_file file;

	if (!journal_file_open(&file, client_profile(client), id, err))
		return false;
	journal_file_remove(&file);
	return true;
}

/* --- the list --------------------------------------------------------------------------------- */

/* "1789...-4711.jsonl": the process that made it. */
static bool is_ours(const char *id)
{
	const char *dash = strchr(id, '-');

	return dash && atoi(dash + 1) == (int)getpid();
}

static void describe(struct journal_info *info, const struct reading *reading)
{
	info->title = job_title(reading->content.job);
	info->begun_at_s = reading->begun_at_s;
	for (size_t i = 0; i < reading->expected; i++) {
		uint8_t state = reading->content.states[i];

		info->count[state & ITEM_STARTED ? ITEM_UNDER_WAY : state & ITEM_STATE]++;
	}
}

static void add_file(struct journal_list *list, const struct client *client, const char *id)
{
	struct journal_info info = { 0 };
	struct journal_file file;
	struct reading reading;

	if (!journal_file_open_to_read(&file, client_profile(client), id, &info.live, NULL))
		return;
	if (info.live && is_ours(id)) {
		journal_file_close(&file);
		return;
	}
	bool usable = read_file(&reading, client, &file, true);
	journal_file_close(&file);
	if (usable)
		describe(&info, &reading);
	else
		info.title = xstrdup(id);
	info.trouble = usable ? NULL : xstrdup(reading.err.message);
	info.id = xstrdup(id);
	list->rows = xreallocarray(list->rows, list->count + 1, sizeof(*list->rows));
	list->rows[list->count++] = info;
	journal_content_finish(&reading.content);
}

/* Ids begin with the time. */
static int newest_first(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*b)->d_name, (*a)->d_name);
}

static bool ends_in(const char *name, const char *suffix)
{
	size_t len = strlen(name), suffix_len = strlen(suffix);

	return len > suffix_len && strcmp(name + len - suffix_len, suffix) == 0;
}

static int is_journal(const struct dirent *entry)
{
	return ends_in(entry->d_name, JOURNAL_SUFFIX);
}

static int is_half_written(const struct dirent *entry)
{
	return ends_in(entry->d_name, JOURNAL_SUFFIX JOURNAL_NEW_SUFFIX);
}

/* What a program left that was killed while it began: nothing of it was sent. */
static void clear_half_written(const struct profile *profile, const char *folder)
{
	struct dirent **entries;
	struct journal_file file;
	int count = scandir(folder, &entries, is_half_written, NULL);

	for (int i = 0; i < count; i++) {
		if (journal_file_open(&file, profile, entries[i]->d_name, NULL))
			journal_file_remove(&file);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

void journals_list(const struct client *client, struct journal_list *list)
{
	char *folder = journal_folder(client_profile(client), NULL);
	struct dirent **entries;
	int count = folder ? scandir(folder, &entries, is_journal, newest_first) : -1;

	*list = (struct journal_list){ 0 };
	if (count >= 0)
		clear_half_written(client_profile(client), folder);
	for (int i = 0; i < count; i++) {
		add_file(list, client, entries[i]->d_name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	free(folder);
}

void journal_info_finish(struct journal_info *info)
{
	free(info->id);
	free(info->title);
	free(info->trouble);
	*info = (struct journal_info){ 0 };
}

void journal_list_finish(struct journal_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		journal_info_finish(&list->rows[i]);
	free(list->rows);
	*list = (struct journal_list){ 0 };
}
