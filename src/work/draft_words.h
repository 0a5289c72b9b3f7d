/* draft_words.h - what is said about a draft: in the list of drafts and in questions. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_DRAFT_WORDS_H
#define WORK_DRAFT_WORDS_H

struct client;
struct draft_info;
struct draft_list;

/* "2 changes". This and the others: the caller frees. */
char *draft_words_changes(const struct draft_info *info);
/* "today 14:02", "2026-11-19 14:02"; the same without "today". */
char *draft_words_when(const struct draft_info *info);
char *draft_words_time(const struct draft_info *info);
/* "HRB-1042", "HRB-2000, new", "New customer"; "?" where it cannot be read. */
char *draft_words_number(const struct draft_info *info, const struct client *client);
/* What those are in a list: "Uid" where all are of records whose key is called so, else "Record"; translated. */
const char *draft_words_key_label(const struct draft_list *list, const struct client *client);
/* "HRB-1042 Harborline Marine Supply", on one line whatever is in the name. */
char *draft_words_whole(const struct draft_info *info, const struct client *client);

/* Why it cannot be opened, translated; NULL: it can. Borrowed. */
const char *draft_words_obstacle(const struct draft_info *info);

#endif
