/* SPDX-License-Identifier: ISC */
#include "process.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The number behind label in a file of /proc, 0 if there is none; label "": the first number. */
static int64_t read_number(const char *path, const char *label)
{
	FILE *file = fopen(path, "re");
	char line[256];
	int64_t number = 0;

	while (file && fgets(line, sizeof(line), file)) {
		if (strncmp(line, label, strlen(label)) != 0)
			continue;
		number = strtoll(line + strlen(label), NULL, 10);
		break;
	}
	if (file)
		fclose(file);
	return number;
}

/* The same, summed over the threads of pid. */
static int64_t sum_threads(pid_t pid, const char *name, const char *label)
{
	char folder[64], path[384];
	struct dirent *thread;
	int64_t sum = 0;

	snprintf(folder, sizeof(folder), "/proc/%d/task", (int)pid);
	DIR *threads = opendir(folder);
	while (threads && (thread = readdir(threads))) {
		if (thread->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s/%s", folder, thread->d_name, name);
		sum += read_number(path, label);
	}
	if (threads)
		closedir(threads);
	return sum;
}

int64_t process_cpu_ns(pid_t pid)
{
	return sum_threads(pid, "schedstat", "");
}

long process_sleeps(pid_t pid)
{
	return (long)sum_threads(pid, "status", "voluntary_ctxt_switches:");
}

struct process_memory process_memory(pid_t pid)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)pid);
	return (struct process_memory){ (long)read_number(path, "Private_Dirty:"),
					(long)read_number(path, "Rss:") };
}

double process_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

_Noreturn void process_become(const char *const argv[])
{
	/* execvp writes to none of them, whatever its type says. */
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	perror(argv[0]);
	_exit(127);
}

void process_end(pid_t pid)
{
	if (pid <= 0)
		return;
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
}
