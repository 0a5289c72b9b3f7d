/* SPDX-License-Identifier: ISC */
#include "store/draft_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "schema/json.h"

void draft_text_finish(struct draft_text *draft)
{
	free(draft->resource);
	free(draft->key);
	free(draft->title);
	json_free(draft->base);
	json_free(draft->now);
	*draft = (struct draft_text){ 0 };
}

/* --- writing --------------------------------------------------------------- */

static void put_text(struct json *file, const char *name, const char *text)
{
	json_put_take(file, name, json_new_string(text ? text : ""));
}

/* As an object that people can read; else as a string with its text. */
static void put_record(struct json *file, const char *name, const struct json *record, bool as_text)
{
	if (!as_text) {
		json_put_take(file, name, json_copy(record));
		return;
	}
	char *text = json_print(record);
	put_text(file, name, text);
	free(text);
}

static char *write_as(const struct draft_place *place, const struct draft_text *draft, bool as_text)
{
	struct json *file = json_new_object();
	char when[CLOCK_RFC3339_SIZE];

	clock_format_rfc3339(draft->saved_at_s, when);
	json_put_take(file, "version", json_new_integer(DRAFT_VERSION));
	put_text(file, "profile", place->profile);
	put_text(file, "url", place->url);
	put_text(file, "org_code", place->org_code);
	put_text(file, "resource", draft->resource);
	put_text(file, "key", draft->key);
	put_text(file, "title", draft->title);
	json_put_take(file, "is_new", json_new_bool(draft->is_new));
	json_put_take(file, "changes", json_new_integer((int64_t)draft->change_count));
	put_text(file, "saved_at", when);
	put_record(file, "base", draft->base, as_text);
	put_record(file, "now", draft->now, as_text);
	char *text = json_print_pretty(file);
	json_free(file);
	return text;
}

/* What cannot be read again is no draft: two records in one object may be one level deeper, or more
 * values, than json_parse takes. Each by itself is not. */
char *draft_text_write(const struct draft_place *place, const struct draft_text *draft)
{
	char *text = write_as(place, draft, false);
	struct json *again = json_parse(text, strlen(text), NULL);

	if (!again) {
		free(text);
		text = write_as(place, draft, true);
	}
	json_free(again);
	return text;
}

/* --- reading --------------------------------------------------------------- */

static bool is_same(const struct json *file, const char *name, const char *expected)
{
	const char *text = json_text(json_member_exact(file, name));

	return text && strcmp(text, expected ? expected : "") == 0;
}

static bool is_for(const struct json *file, const struct draft_place *place)
{
	return is_same(file, "profile", place->profile) && is_same(file, "url", place->url) &&
	       is_same(file, "org_code", place->org_code);
}

static char *take_text(const struct json *file, const char *name)
{
	const char *text = json_text(json_member_exact(file, name));

	return text ? xstrdup(text) : NULL;
}

static struct json *take_record(struct json *file, const char *name)
{
	const struct json *member = json_member_exact(file, name);
	const char *text = json_type(member) == JSON_STRING ? json_text(member) : NULL;
	struct json *record = text     ? json_parse(text, strlen(text), NULL)
			      : member ? json_detach(file, member)
				       : NULL;

	if (json_type(record) == JSON_OBJECT)
		return record;
	json_free(record);
	return NULL;
}

static bool take_members(struct json *file, struct draft_text *out, struct error *err)
{
	int64_t changes = 0;
	char *when = take_text(file, "saved_at");

	json_integer(json_member_exact(file, "changes"), &changes);
	*out = (struct draft_text){
		.resource = take_text(file, "resource"),
		.key = take_text(file, "key"),
		.title = take_text(file, "title"),
		.is_new = json_is_true(json_member_exact(file, "is_new")),
		.change_count = changes > 0 ? (size_t)changes : 0,
		.base = take_record(file, "base"),
		.now = take_record(file, "now"),
	};
	bool ok = when && clock_parse_rfc3339(when, &out->saved_at_s) && out->resource && out->key &&
		  out->title && out->base && out->now;
	free(when);
	return ok || error_set(err, ERROR_INPUT, "%s", _("a part of the draft is missing"));
}

static bool check_version(const struct json *file, struct error *err)
{
	int64_t version;

	if (!json_integer(json_member_exact(file, "version"), &version))
		return error_set(err, ERROR_INPUT, "%s", _("it is no draft of this program"));
	if (version != DRAFT_VERSION)
		return error_set(err, ERROR_INPUT,
				 _("it is a draft of version %" PRId64 ", this program knows version %d"),
				 version, DRAFT_VERSION);
	return true;
}

bool draft_text_read(const struct draft_place *place, const char *text, size_t len,
		     struct draft_text *out, struct error *err)
{
	struct json *file = json_parse(text, len, err);
	bool ok = file && check_version(file, err);

	if (ok && !is_for(file, place))
		ok = error_set(err, ERROR_INPUT, "%s", _("it is a draft of another service"));
	if (ok && !take_members(file, out, err)) {
		draft_text_finish(out);
		ok = false;
	}
	json_free(file);
	return ok;
}
