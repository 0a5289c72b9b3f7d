/* sandbox.h - a nymble-sandbox of one's own: a fresh folder with its file, a free port. */
/* SPDX-License-Identifier: ISC */
#ifndef SUPPORT_SANDBOX_H
#define SUPPORT_SANDBOX_H
#include <stdbool.h>
#include <sys/types.h>

enum { SANDBOX_PATIENCE_MS = 60000 };

struct sandbox;

/* The folder; nothing runs yet. sandbox_free kills what still runs and removes the folder. */
struct sandbox *sandbox_new(void);
void sandbox_free(struct sandbox *sandbox); /* NULL is fine */
const char *sandbox_folder(const struct sandbox *sandbox);

/* Starts the program with --port 0, the folder's file, and more (ends with NULL), and waits until
 * it listens. Fails the test when it does not. */
void sandbox_start(struct sandbox *sandbox, const char *const *more);
#define SANDBOX_ARGS(...)                                                                          \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}

/* The two halves of it. */
void sandbox_launch(struct sandbox *sandbox, const char *const *more);
void sandbox_await(struct sandbox *sandbox);

/* A second one for the same folder and file; free it before the first. */
struct sandbox *sandbox_beside(const struct sandbox *first);

/* Starts a program that is expected to give up by itself: its exit status, and what it wrote to
 * standard error; the caller frees. */
int sandbox_refused(struct sandbox *sandbox, const char *const *more, char **message);

int sandbox_port(const struct sandbox *sandbox);
pid_t sandbox_pid(const struct sandbox *sandbox);

/* Sends the signal and waits for the end: the status as shells have it (128 + signal if killed). */
int sandbox_end(struct sandbox *sandbox, int signo);

/* Closes the lifeline, which is a pipe with --lifeline, and waits for the end. */
int sandbox_cut_lifeline(struct sandbox *sandbox);

/* True while it runs. */
bool sandbox_runs(struct sandbox *sandbox);

#endif
