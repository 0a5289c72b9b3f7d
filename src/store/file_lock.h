/* file_lock.h - one program at a time reads, changes and writes a file. */
/* SPDX-License-Identifier: ISC */
#ifndef STORE_FILE_LOCK_H
#define STORE_FILE_LOCK_H

struct error;

/* Waits until nobody else has the lock of the file at path (another file beside it, "path.lock"; its folder
 * is made if need be), to be held for as short as a read and a write. close() gives it back; -1: it could
 * not be had. */
int file_lock(const char *path, struct error *err);

#endif
