/* SPDX-License-Identifier: ISC */
#include "work/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "api/profile.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "schema/json.h"
#include "work/journal_file.h"
#include "work/journal_line.h"

struct journal *journal_new_take(const struct journal_file *file)
{
	struct journal *journal = xcalloc(1, sizeof(*journal));

	journal->file = *file;
	return journal;
}

/* Two runs of one program may begin in the same second. */
static char *new_id(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return xasprintf("%lld%03d-%d" JOURNAL_SUFFIX, (long long)now.tv_sec,
			 (int)(now.tv_nsec / 1000000), (int)getpid());
}

static void put_line_take(FILE *out, struct json *line)
{
	json_write(line, out);
	fputc('\n', out);
	json_free(line);
}

static struct json *head_of(const struct profile *profile, const struct job *job)
{
	struct json *head = job_head(job);
	char begun[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(clock_unix_s(), begun);
	json_put_take(head, "run", json_new_integer(JOURNAL_VERSION));
	json_put_take(head, "profile", json_new_string(profile->name ? profile->name : ""));
	json_put_take(head, "url", json_new_string(profile_url(profile)));
	json_put_take(head, "begun", json_new_string(begun));
	json_put_take(head, "items", json_new_integer((int64_t)job->keys.count));
	return head;
}

static void put_item(const struct job *job, size_t i, FILE *out)
{
	fputs("{\"key\":", out);
	json_write_string(text_list_at(&job->keys, i), out);
	if (job->class->write_item)
		job->class->write_item(job, i, out);
	fputs("}\n", out);
}

/* What a new journal begins with. */
struct beginning {
	const struct profile *profile;
	const struct job *job;
};

static void write_beginning(void *data, FILE *out)
{
	const struct beginning *beginning = data;

	put_line_take(out, head_of(beginning->profile, beginning->job));
	for (size_t i = 0; i < beginning->job->keys.count; i++)
		put_item(beginning->job, i, out);
}

struct journal *journal_create(const struct profile *profile, const struct job *job,
			       struct error *err)
{
	struct beginning beginning = { profile, job };
	struct journal_file file;
	char *id = new_id();
	bool ok = journal_file_create(&file, profile, id, write_beginning, &beginning, err);

	free(id);
	return ok ? journal_new_take(&file) : NULL;
}

void journal_close(struct journal *journal)
{
	if (!journal)
		return;
	journal_file_close(&journal->file);
	free(journal);
}

void journal_remove_take(struct journal *journal)
{
	journal_file_remove(&journal->file);
	free(journal);
}

bool journal_start(struct journal *journal, const uint32_t *items, size_t count, struct error *err)
{
	struct json *line = json_new_object(), *list = json_new_array();
	size_t len;
	char *text;

	for (size_t i = 0; i < count; i++)
		json_append_take(list, json_new_integer(items[i]));
	json_put_take(line, "start", list);
	FILE *out = xmemstream(&text, &len);
	put_line_take(out, line);
	fclose(out);
	bool ok = journal_file_append(&journal->file, text, len, err) &&
		  journal_file_sync(&journal->file, err);
	free(text);
	return ok;
}

static struct json *end_line(uint32_t item, const struct job_result *result)
{
	struct json *line = json_new_object();
	const char *word = result->outcome == JOB_DONE     ? "done"
			   : result->outcome == JOB_FAILED ? "failed"
							   : "unknown";

	json_put_take(line, word, json_new_integer(item));
	if (result->outcome == JOB_DONE)
		return line;
	if (result->status)
		json_put_take(line, "status", json_new_integer(result->status));
	json_put_take(line, "text", json_new_string(result->text ? result->text : ""));
	return line;
}

int64_t journal_end(struct journal *journal, uint32_t item, const struct job_result *result,
		    struct error *err)
{
	int64_t at = journal->file.size;
	size_t len;
	char *text;
	FILE *out = xmemstream(&text, &len);

	put_line_take(out, end_line(item, result));
	fclose(out);
	bool ok = journal_file_append(&journal->file, text, len, err);
	free(text);
	return ok ? at : -1;
}

char *journal_reason(const struct journal *journal, int64_t at, int *status)
{
	struct json *line = at >= 0 ? journal_file_line(&journal->file, at) : NULL;
	const char *text = json_member_text(line, "text");
	char *reason = xstrdup(text ? text : "");
	int64_t number = 0;

	json_integer(json_member(line, "status"), &number);
	*status = (int)number;
	json_free(line);
	return reason;
}
