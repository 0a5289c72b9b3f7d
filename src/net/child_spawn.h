/* child_spawn.h - starts a process with its three pipes: lifeline, output, complaints. */
/* SPDX-License-Identifier: ISC */
#ifndef NET_CHILD_SPAWN_H
#define NET_CHILD_SPAWN_H
#include <stdbool.h>
#include <sys/types.h>

struct error;

/* Our ends; none is inherited by the next child. Reading does not block. */
struct spawned {
	pid_t pid;    /* leads a session and a process group of its own */
	int lifeline; /* nobody writes to it: closing it says that we are gone */
	int out, complaints;
};

/* See child_start. */
bool spawned_start(struct spawned *process, const char *const argv[], struct error *err);

#endif
