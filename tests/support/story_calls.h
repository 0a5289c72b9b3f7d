/* story_calls.h - what a story's sandbox was asked, by its own log, byte for byte: "METHOD target" and,
 * where there was one, a space and the body. Logins and the tokens they give are left out. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_STORY_CALLS_H
#define SUPPORT_STORY_CALLS_H
#include <stdbool.h>
#include <stddef.h>

struct story;

/* Where the sandbox writes it. */
void story_log_path(const struct story *story, char *out, size_t size);

/* From here on the functions below count; before the first, from the start. */
void story_mark(struct story *story);

/* Fails unless the sandbox got exactly these, in this order: of all calls, or of those that write. A
 * GET stands there without its query. */
#define expect_calls(story, ...) story_expect(story, true, (const char *const[]){ __VA_ARGS__, NULL })
#define expect_writes(story, ...) story_expect(story, false, (const char *const[]){ __VA_ARGS__, NULL })
#define expect_no_writes(story) story_expect(story, false, (const char *const[]){ NULL })
void story_expect(const struct story *story, bool reads_too, const char *const *calls);

/* How many calls begin with that. */
int story_count(const struct story *story, const char *beginning);

/* Whether one of its log's lines has text in it, from the start. */
bool story_was_asked(const struct story *story, const char *text);

#endif
