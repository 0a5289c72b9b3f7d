/* owned_files.h - the files of one folder, each of which belongs to a process as long as that lives.
 * A process holds a lock on a file of its own (flock), which ends with it however it ends: kill -9
 * lets go of it, and a process number used again means nothing. Whoever has died, has died for good,
 * since the name of an owner is never used twice; so a file without a living owner does not change
 * any more, and one rename takes it. Locks of the dead, and what they left half written, are cleared
 * away. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_OWNED_FILES_H
#define STORE_OWNED_FILES_H
#include <stdbool.h>

struct error;
struct text_list;

struct owned_files; /* opaque */

/* folder ends in "/", suffix in what its files end with (".json"). Makes no folder yet. */
struct owned_files *owned_files_new(const char *folder, const char *suffix);
/* Lets go of our lock; the files stay. NULL is fine. */
void owned_files_free(struct owned_files *files);

/* The names of all there are, without suffix, in no order: "4711-9f3c2a7be01d5566.1". */
void owned_files_list(const struct owned_files *files, struct text_list *ids);
/* The caller frees. */
char *owned_files_path(const struct owned_files *files, const char *id);

enum owner { OWNER_NOBODY, OWNER_US, OWNER_OTHER };

enum owner owned_files_owner(const struct owned_files *files, const char *id);

/* A name for a new file of ours; the caller frees. Holds our lock from then on, making the folder if
 * need be. */
char *owned_files_new_id(struct owned_files *files, struct error *err);
/* Makes sure that we hold it, before a file of ours is written again: somebody may have emptied the
 * folder. */
bool owned_files_hold(struct owned_files *files, struct error *err);

/* Makes a file that nobody owns ours: *id is freed and becomes its new name. ERROR_REFUSED when it has
 * an owner, ERROR_MISSING when another was faster. */
bool owned_files_take(struct owned_files *files, char **id, struct error *err);
/* Ours no longer: it stays, under another name, for anybody to take. */
void owned_files_release(struct owned_files *files, const char *id);

/* Clears away what the dead have left; their files stay. */
void owned_files_clean(struct owned_files *files);

#endif
