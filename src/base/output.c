/* SPDX-License-Identifier: ISC */
#include "base/output.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

enum { DEFAULT_COLS = 80, BUFFER_BYTES = 64 * 1024 };

static int terminal_cols(int fd)
{
	struct winsize size;

	return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : DEFAULT_COLS;
}

/* A stream of our own over standard output: stdio forgets why a write failed. */
static ssize_t write_out(void *data, const char *bytes, size_t len)
{
	struct output *output = data;
	size_t written = 0;

	while (written < len && !output->failure) {
		ssize_t n = write(STDOUT_FILENO, bytes + written, len - written);
		if (n >= 0)
			written += (size_t)n;
		else if (errno != EINTR)
			output->failure = errno;
	}
	return (ssize_t)written;
}

void output_open(struct output *output)
{
	*output = (struct output){ .terminal = isatty(STDOUT_FILENO) };
	output->width_cols = output->terminal ? terminal_cols(STDOUT_FILENO) : DEFAULT_COLS;
	output->file = fopencookie(output, "w", (cookie_io_functions_t){ .write = write_out });
	if (!output->file)
		alloc_exhausted();
	setvbuf(output->file, NULL, _IOFBF, BUFFER_BYTES);
}

void output_close(struct output *output)
{
	fclose(output->file);
	output->file = NULL;
}

bool output_flush(struct output *output, struct error *err)
{
	fflush(output->file);
	if (!output->failure)
		return true;
	if (output->failure == EPIPE)
		return error_set(err, ERROR_CANCELLED, _("Nobody reads the output any more"));
	return error_set_errno(err, output->failure, _("Standard output cannot be written"));
}

void output_text(const struct output *output, const char *clean)
{
	char *text = text_to_locale(clean);

	fputs(text, output->file);
	free(text);
}
