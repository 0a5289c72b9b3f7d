/* SPDX-License-Identifier: ISC */
#include "work/job_texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text_file.h"
#include "schema/json.h"
#include "work/job.h"

enum { TEXTS = JOB_BECOMES + 1 }; /* of each item */

static bool add_texts(struct job *job, const char *was, const char *becomes, struct error *err)
{
	if (!job->texts)
		job->texts = text_file_new(err);
	return job->texts && text_file_add(job->texts, was, strlen(was), err) &&
	       text_file_add(job->texts, becomes, strlen(becomes), err);
}

bool job_texts_add(struct job *job, const char *key, const char *was, const char *becomes,
		   struct error *err)
{
	if (!add_texts(job, was, becomes, err))
		return false;
	text_list_add(&job->keys, key);
	return true;
}

char *job_texts_at(const struct job *job, size_t item, enum job_text which)
{
	return text_file_at(job->texts, TEXTS * item + which, NULL);
}

struct json *job_texts_json(const struct job *job, size_t item, enum job_text which)
{
	char *text = job_texts_at(job, item, which);
	struct json *value = text && *text ? json_parse(text, strlen(text), NULL) : NULL;

	free(text);
	return value;
}

static void write_text(const struct job *job, size_t item, enum job_text which, const char *name,
		       FILE *out)
{
	char *text = job_texts_at(job, item, which);

	if (text && *text)
		fprintf(out, ",\"%s\":%s", name, text);
	free(text);
}

void job_texts_write(const struct job *job, size_t item, FILE *out)
{
	write_text(job, item, JOB_WAS, "was", out);
	write_text(job, item, JOB_BECOMES, "becomes", out);
}

static char *member_text(const struct json *line, const char *name)
{
	const struct json *member = json_member(line, name);

	return member ? json_print(member) : xstrdup("");
}

/* The key was added already. */
bool job_texts_read(struct job *job, const struct json *line, struct error *err)
{
	char *was = member_text(line, "was"), *becomes = member_text(line, "becomes");
	bool ok = *becomes ? add_texts(job, was, becomes, err)
			   : error_set(err, ERROR_INPUT, "%s",
				       _("a line does not say what its record is to become"));

	free(becomes);
	free(was);
	return ok;
}
