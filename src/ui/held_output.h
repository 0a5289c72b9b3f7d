/* held_output.h - what ncurses writes, gathered and sent as one write() a frame.
 *
 * ncurses writes after each movement of the cursor: a page is 36 writes, and as many packets over
 * SSH. So it gets a descriptor of its own, which is a memory file while a frame is painted. */
/* SPDX-License-Identifier: ISC */
#ifndef UI_HELD_OUTPUT_H
#define UI_HELD_OUTPUT_H
#include <stdbool.h>
#include <stdio.h>

struct error;
struct held_output;

/* For the terminal at fd, which stays the caller's. NULL with the reason. */
struct held_output *held_output_new(int fd, struct error *err);
void held_output_free(struct held_output *output);

/* What ncurses is to write to; borrowed. */
FILE *held_output_stream(const struct held_output *output);
/* The terminal itself. */
int held_output_fd(const struct held_output *output);

/* Straight to the terminal; text is a whole string. */
void held_output_send(const struct held_output *output, const char *text);

/* What is written to the stream between these two is sent by the second. Where the system has no
 * memory files, it goes out as it comes. */
void held_output_hold(const struct held_output *output);
void held_output_release(struct held_output *output);

#endif
