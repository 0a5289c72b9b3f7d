/* process.h - what /proc tells of a running program. */
/* SPDX-License-Identifier: ISC */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H
#include <stdint.h>
#include <sys/types.h>

/* Nanoseconds on a processor, all threads. */
int64_t process_cpu_ns(pid_t pid);
/* How often a thread of it went to sleep by itself: each is one wake-up. */
long process_sleeps(pid_t pid);

struct process_memory {
	long private_dirty_kb; /* what nobody shares and no file backs */
	long resident_kb;
};
struct process_memory process_memory(pid_t pid);

/* Now, in milliseconds with their fractions; never goes back. */
double process_now_ms(void);

/* Becomes the program, found in PATH if need be; ends with status 127 if it cannot. */
_Noreturn void process_become(const char *const argv[]);
/* Ends the process and waits for it. */
void process_end(pid_t pid);

#endif
