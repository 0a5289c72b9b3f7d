/* Lines from a pipe and from a file: whole, one at a time, whatever the reads were like. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"
#include "net/loop.h"
#include "plain/input.h"

/* Everything that came, a line each: "> text", "! refused", "." for the end. */
struct reader {
	struct loop *loop;
	struct input *input;
	FILE *out;
	char *text;
	size_t len;
	bool asks_on;
};

static void refused(void *data, const char *why)
{
	struct reader *reader = data;

	(void)why;
	fputs("!\n", reader->out);
}

static void came(void *data, const char *line)
{
	struct reader *reader = data;

	if (line && strlen(line) > 40)
		fprintf(reader->out, "> %zu bytes\n", strlen(line));
	else
		fprintf(reader->out, line ? "> %s\n" : ".\n", line);
	if (line && reader->asks_on)
		input_read(reader->input, false, came, reader);
	else
		loop_stop(reader->loop);
}

static void reader_init(struct reader *reader, int fd)
{
	*reader = (struct reader){ .loop = loop_new(NULL), .asks_on = true };
	assert_non_null(reader->loop);
	reader->input = input_new(reader->loop, fd, refused, reader);
	reader->out = xmemstream(&reader->text, &reader->len);
}

static void read_on(struct reader *reader)
{
	input_read(reader->input, false, came, reader);
	loop_run(reader->loop);
	fflush(reader->out);
}

static void reader_finish(struct reader *reader)
{
	input_free(reader->input);
	loop_free(reader->loop);
	fclose(reader->out);
	free(reader->text);
}

static void fill(int fd, const char *bytes, size_t len)
{
	assert_int_equal(write(fd, bytes, len), len);
}

#define BYTES(text) (text), sizeof(text) - 1

static const struct {
	const char *bytes;
	size_t len;
	const char *lines;
} cases[] = {
	{ BYTES(""), ".\n" },
	{ BYTES("one\n"), "> one\n.\n" },
	{ BYTES("one\n\ntwo"), "> one\n> \n> two\n.\n" }, /* the last line may lack its end */
	{ BYTES("one\r\n"), "> one\r\n.\n" },             /* a blank, which the question cuts off */
	{ BYTES("a\0b\nnext\n"), "!\n> next\n.\n" },
	{ BYTES("\xff\nnext\n"), "!\n> next\n.\n" },
	{ BYTES("Bj\xc3\xb6rk\n"), "> Bj\xc3\xb6rk\n.\n" },
};

static void a_pipe_gives_whole_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct reader reader;
		int ends[2];

		assert_int_equal(pipe(ends), 0);
		fill(ends[1], cases[i].bytes, cases[i].len);
		close(ends[1]);
		reader_init(&reader, ends[0]);
		read_on(&reader);
		assert_string_equal(reader.text, cases[i].lines);
		reader_finish(&reader);
		close(ends[0]);
	}
}

/* A file has no end to be waited for, and epoll wants none of it. */
static void a_file_gives_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(cases); i++) {
		struct reader reader;
		FILE *file = tmpfile();

		assert_non_null(file);
		fill(fileno(file), cases[i].bytes, cases[i].len);
		lseek(fileno(file), 0, SEEK_SET);
		reader_init(&reader, fileno(file));
		read_on(&reader);
		assert_string_equal(reader.text, cases[i].lines);
		reader_finish(&reader);
		fclose(file);
	}
}

/* len signs, then a line to be read as usual. */
static void check_length(size_t len, const char *lines)
{
	char *long_line = xmalloc(len);
	struct reader reader;
	FILE *file = tmpfile();

	assert_non_null(file);
	memset(long_line, 'x', len);
	fill(fileno(file), long_line, len);
	fill(fileno(file), BYTES("\nnext\n"));
	lseek(fileno(file), 0, SEEK_SET);
	reader_init(&reader, fileno(file));
	read_on(&reader);
	assert_string_equal(reader.text, lines);
	reader_finish(&reader);
	fclose(file);
	free(long_line);
}

static void a_line_has_a_ceiling(void **state)
{
	(void)state;
	check_length(INPUT_LINE_MAX - 1, "> 65535 bytes\n> next\n.\n");
	check_length(INPUT_LINE_MAX, "!\n> next\n.\n");
	check_length(INPUT_LINE_MAX + 1, "!\n> next\n.\n");
	check_length(3 * INPUT_LINE_MAX + 7, "!\n> next\n.\n");
}

/* What comes early is for the next question. */
static void one_question_takes_one_line(void **state)
{
	struct reader reader;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	reader_init(&reader, ends[0]);
	reader.asks_on = false;
	fill(ends[1], BYTES("one\ntw"));
	read_on(&reader);
	assert_string_equal(reader.text, "> one\n");
	fill(ends[1], BYTES("o\nthree\n"));
	read_on(&reader);
	assert_string_equal(reader.text, "> one\n> two\n");
	reader_finish(&reader);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pipe_gives_whole_lines),
		cmocka_unit_test(a_file_gives_the_same),
		cmocka_unit_test(a_line_has_a_ceiling),
		cmocka_unit_test(one_question_takes_one_line),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
