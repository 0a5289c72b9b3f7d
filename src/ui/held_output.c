/* SPDX-License-Identifier: ISC */
#include "ui/held_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"

struct held_output {
	FILE *stream;
	int tty;
	int memory; /* -1: there is none */
	char *frame;
	size_t frame_size;
};

struct held_output *held_output_new(int fd, struct error *err)
{
	struct held_output *output = xcalloc(1, sizeof(*output));
	int turned = fcntl(fd, F_DUPFD_CLOEXEC, 3);

	output->tty = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	output->memory = memfd_create("frame", MFD_CLOEXEC);
	output->stream = turned < 0 ? NULL : fdopen(turned, "w");
	if (output->tty >= 0 && output->stream)
		return output;
	error_set_errno(err, errno, _("Cannot open the terminal"));
	held_output_free(output);
	return NULL;
}

void held_output_free(struct held_output *output)
{
	if (!output)
		return;
	if (output->stream)
		fclose(output->stream);
	if (output->tty >= 0)
		close(output->tty);
	if (output->memory >= 0)
		close(output->memory);
	free(output->frame);
	free(output);
}

FILE *held_output_stream(const struct held_output *output)
{
	return output->stream;
}

int held_output_fd(const struct held_output *output)
{
	return output->tty;
}

static void write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t written = write(fd, bytes, len);
		if (written >= 0) {
			bytes += written;
			len -= (size_t)written;
		} else if (errno == EAGAIN) { /* whoever shares the terminal made it non-blocking */
			poll(&(struct pollfd){ .fd = fd, .events = POLLOUT }, 1, -1);
		} else if (errno != EINTR) {
			return; /* the terminal is gone; reading from it says so */
		}
	}
}

void held_output_send(const struct held_output *output, const char *text)
{
	write_all(output->tty, text, strlen(text));
}

static void turn_to(const struct held_output *output, int fd)
{
	dup3(fd, fileno(output->stream), O_CLOEXEC);
}

void held_output_hold(const struct held_output *output)
{
	if (output->memory >= 0)
		turn_to(output, output->memory);
}

void held_output_release(struct held_output *output)
{
	if (output->memory < 0)
		return;
	turn_to(output, output->tty);
	size_t len = (size_t)lseek(output->memory, 0, SEEK_CUR);
	if (len > output->frame_size) {
		output->frame_size = len * 2;
		output->frame = xreallocarray(output->frame, output->frame_size, 1);
	}
	ssize_t got = len ? pread(output->memory, output->frame, len, 0) : 0;
	lseek(output->memory, 0, SEEK_SET);
	if (got > 0)
		write_all(output->tty, output->frame, (size_t)got);
}
