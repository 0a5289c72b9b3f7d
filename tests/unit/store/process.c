/* SPDX-License-Identifier: ISC */
#include "process.h"

#include "unit.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct process process_start(void (*fn)(int answers, int go, void *data), void *data)
{
	int answers[2], go[2];

	assert_int_equal(pipe(answers), 0);
	assert_int_equal(pipe(go), 0);
	fflush(NULL);
	pid_t parent = getpid(), pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent) /* it was faster: a test that failed */
			_exit(1);
		close(answers[0]);
		close(go[1]);
		fn(answers[1], go[0], data);
		_exit(0);
	}
	close(answers[1]);
	close(go[0]);
	return (struct process){ pid, answers[0], go[1] };
}

void process_wait_for_go(int go)
{
	char nothing;

	if (read(go, &nothing, 1) != 1)
		_exit(1);
}

void process_let_go(struct process *process)
{
	assert_int_equal(write(process->go, "", 1), 1);
}

size_t process_read(const struct process *process, void *out, size_t len)
{
	size_t used = 0;
	ssize_t n;

	while (used < len && (n = read(process->answers, (char *)out + used, len - used)) > 0)
		used += (size_t)n;
	return used;
}

static int finish(struct process *process)
{
	int status;

	assert_int_equal(waitpid(process->pid, &status, 0), process->pid);
	close(process->answers);
	close(process->go);
	return status;
}

void process_kill(struct process *process)
{
	kill(process->pid, SIGKILL);
	finish(process);
}

int process_join(struct process *process)
{
	int status = finish(process);

	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
