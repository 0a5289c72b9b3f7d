/* SPDX-License-Identifier: ISC */
#include "net/child.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/secret.h"
#include "net/child_spawn.h"
#include "net/loop.h"
#include "net/signals.h"

/* One of the child's two output streams, up to the end of a line. */
struct stream {
	int fd; /* -1: at its end */
	size_t len;
	char line[CHILD_LINE_MAX + 1];
	void (*take)(struct child *child, char *line, size_t len);
};

struct child {
	struct loop *loop;
	pid_t pid;
	int lifeline;
	struct stream out, complaints;
	char complaint[CHILD_COMPLAINT_SIZE];
	struct child_handlers handlers;
	void *data;
	bool busy;    /* a handler may be running: child_stop leaves the end to it */
	bool stopped; /* no handler is called any more */
};

static void take_line(struct child *child, char *line, size_t len)
{
	if (child->handlers.line)
		child->handlers.line(child->data, line, len);
}

static void take_complaint(struct child *child, char *line, size_t len)
{
	if (!len)
		return;
	len = len < sizeof(child->complaint) ? len : sizeof(child->complaint) - 1;
	memcpy(child->complaint, line, len);
	child->complaint[len] = '\0';
}

static void give(struct child *child, struct stream *stream, size_t from, size_t len)
{
	stream->line[from + len] = '\0'; /* over the line end, or behind all */
	if (!child->stopped)
		stream->take(child, stream->line + from, len);
}

/* Gives the lines that are whole; the rest too if no more is to come or no more would fit. */
static void give_lines(struct child *child, struct stream *stream, bool at_end)
{
	size_t from = 0;
	const char *end;

	while ((end = memchr(stream->line + from, '\n', stream->len - from))) {
		size_t len = (size_t)(end - stream->line) - from;
		give(child, stream, from, len);
		from += len + 1;
	}
	if (from < stream->len && (at_end || (from == 0 && stream->len == CHILD_LINE_MAX))) {
		give(child, stream, from, stream->len - from);
		from = stream->len;
	}
	stream->len -= from;
	memmove(stream->line, stream->line + from, stream->len);
	secret_wipe(stream->line + stream->len, from);
}

static void close_stream(struct child *child, struct stream *stream)
{
	if (stream->fd < 0)
		return;
	loop_unwatch(child->loop, stream->fd);
	close(stream->fd);
	stream->fd = -1;
}

/* Takes what is there, and closes the stream at its end. */
static void read_stream(struct child *child, struct stream *stream)
{
	while (stream->fd >= 0) {
		ssize_t got =
			read(stream->fd, stream->line + stream->len, CHILD_LINE_MAX - stream->len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 && errno == EAGAIN)
			return;
		if (got > 0)
			stream->len += (size_t)got;
		else
			close_stream(child, stream);
		give_lines(child, stream, got <= 0);
	}
}

static void on_end(void *data);

static void child_free(struct child *child)
{
	loop_off_signal(child->loop, SIGCHLD, on_end, child);
	close_stream(child, &child->out);
	close_stream(child, &child->complaints);
	close(child->lifeline);
	secret_wipe(&child->out, sizeof(child->out));
	free(child);
}

/* Reads both streams; false when a handler stopped the child, which is gone then. */
static bool read_streams(struct child *child)
{
	child->busy = true;
	read_stream(child, &child->out);
	read_stream(child, &child->complaints);
	child->busy = false;
	if (!child->stopped)
		return true;
	child_free(child);
	return false;
}

static void on_output(void *data)
{
	read_streams(data);
}

/* What it left running may hold the pipes open for ever: its own end counts, not theirs. */
static void on_end(void *data)
{
	struct child *child = data;
	struct child_end end = { .exit_status = -1 };
	int status;

	if (waitpid(child->pid, &status, WNOHANG) != child->pid)
		return;
	child->pid = 0;
	if (!read_streams(child))
		return;
	child->busy = true; /* the last words, without a line end */
	give_lines(child, &child->out, true);
	give_lines(child, &child->complaints, true);
	if (WIFEXITED(status))
		end.exit_status = WEXITSTATUS(status);
	else
		end.signal = WTERMSIG(status);
	end.clean = end.exit_status == 0;
	end.complaint = child->complaint;
	if (!child->stopped)
		child->handlers.ended(child->data, &end);
	child_free(child);
}

struct child *child_start(struct loop *loop, const char *const argv[],
			  const struct child_handlers *handlers, void *data, struct error *err)
{
	struct spawned process;

	if (!spawned_start(&process, argv, err))
		return NULL;
	struct child *child = xcalloc(1, sizeof(*child));
	child->loop = loop;
	child->pid = process.pid;
	child->lifeline = process.lifeline;
	child->out.fd = process.out;
	child->out.take = take_line;
	child->complaints.fd = process.complaints;
	child->complaints.take = take_complaint;
	child->handlers = *handlers;
	child->data = data;
	loop_on_signal(loop, SIGCHLD, on_end, child);
	if (loop_watch(loop, child->out.fd, on_output, child, err) &&
	    loop_watch(loop, child->complaints.fd, on_output, child, err))
		return child;
	child_stop(child);
	return NULL;
}

void child_stop(struct child *child)
{
	if (!child || child->stopped)
		return;
	child->stopped = true;
	if (child->pid > 0) {
		kill(-child->pid, SIGTERM); /* its group: a shell's children too */
		signals_forget_child(loop_signals(child->loop), child->pid);
	}
	if (!child->busy)
		child_free(child);
}
