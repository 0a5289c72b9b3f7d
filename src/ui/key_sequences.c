/* SPDX-License-Identifier: ISC */
#include "ui/key_sequences.h"

#include <stdbool.h>
#include <stdlib.h>

#include "ui/keys.h"

/* Longer than the sequence of any key: what is still open there is dropped. */
enum { SEQUENCE_MAX = 64 };

/* ESC [ ... final and ESC O final, as xterm and all that follow it send them. */
static const struct {
	char final;
	uint32_t code;
} finals[] = {
	{ 'A', K_UP },     { 'B', K_DOWN },   { 'C', K_RIGHT },         { 'D', K_LEFT },
	{ 'H', K_HOME },   { 'F', K_END },    { 'P', K_F0 + 1 },        { 'Q', K_F0 + 2 },
	{ 'R', K_F0 + 3 }, { 'S', K_F0 + 4 }, { 'Z', K_SHIFT | K_TAB },
};

/* The number block in application mode (ESC O final) types what is printed on it. */
static const struct {
	char final;
	uint32_t code;
} number_block[] = {
	{ 'M', K_ENTER }, { 'X', '=' }, { 'j', '*' }, { 'k', '+' }, { 'l', ',' }, { 'm', '-' },
	{ 'n', '.' },     { 'o', '/' }, { 'p', '0' }, { 'q', '1' }, { 'r', '2' }, { 's', '3' },
	{ 't', '4' },     { 'u', '5' }, { 'v', '6' }, { 'w', '7' }, { 'x', '8' }, { 'y', '9' },
};

/* ESC [ number ~ */
static const struct {
	int number;
	uint32_t code;
} numbers[] = {
	{ 1, K_HOME },           { 2, K_INS },      { 3, K_DEL },      { 4, K_END },
	{ 5, K_PGUP },           { 6, K_PGDN },     { 7, K_HOME },     { 8, K_END },
	{ 11, K_F0 + 1 },        { 12, K_F0 + 2 },  { 13, K_F0 + 3 },  { 14, K_F0 + 4 },
	{ 15, K_F0 + 5 },        { 17, K_F0 + 6 },  { 18, K_F0 + 7 },  { 19, K_F0 + 8 },
	{ 20, K_F0 + 9 },        { 21, K_F0 + 10 }, { 23, K_F0 + 11 }, { 24, K_F0 + 12 },
	{ 25, K_F0 + 13 },       { 26, K_F0 + 14 }, { 28, K_F0 + 15 }, { 29, K_F0 + 16 },
	{ 31, K_F0 + 17 },       { 32, K_F0 + 18 }, { 33, K_F0 + 19 }, { 34, K_F0 + 20 },
	{ 200, SEQUENCE_PASTE },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static uint32_t final_code(char final)
{
	for (size_t i = 0; i < COUNT(finals); i++)
		if (finals[i].final == final)
			return finals[i].code;
	return SEQUENCE_UNKNOWN;
}

static uint32_t number_code(long number)
{
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (numbers[i].number == number)
			return numbers[i].code;
	return SEQUENCE_UNKNOWN;
}

/* xterm's second parameter: 1 + (1 Shift, 2 Alt, 4 Ctrl). Alt makes no key of its own here. */
static uint32_t modified(uint32_t code, long parameter)
{
	long bits = parameter > 1 ? parameter - 1 : 0;

	if (code == SEQUENCE_UNKNOWN || code == SEQUENCE_PASTE || code < K_ENTER)
		return code;
	return code | (bits & 1 ? K_SHIFT : 0) | (bits & 4 ? K_CTRL : 0);
}

/* ESC [ code ; modifiers u, as terminals send that tell Ctrl-i from Tab. */
static uint32_t unicode_key(long code, long parameter)
{
	static const struct {
		long code;
		uint32_t key;
	} controls[] = {
		{ 8, K_BACKSPACE }, { 9, K_TAB },         { 13, K_ENTER },
		{ 27, K_ESC },      { 127, K_BACKSPACE },
	};
	bool ctrl = parameter > 1 && (parameter - 1) & 4;

	for (size_t i = 0; i < COUNT(controls); i++)
		if (controls[i].code == code)
			return modified(controls[i].key, parameter);
	if (code < ' ' || (code >= 0x80 && code < 0xa0) || code >= K_ENTER)
		return SEQUENCE_UNKNOWN; /* controls, and what is no character */
	if (!ctrl)
		return (uint32_t)code;
	return code >= 'a' && code <= 'z' ? K_CTRL | (uint32_t)code : SEQUENCE_UNKNOWN;
}

/* bytes is "[" parameters final, complete. */
static uint32_t control_sequence(const char *bytes, size_t len)
{
	char final = bytes[len - 1], *end;
	long first = strtol(bytes + 1, &end, 10);
	long second = *end == ';' ? strtol(end + 1, NULL, 10) : 1;

	if (bytes[1] == '<' && (final == 'M' || final == 'm'))
		return SEQUENCE_MOUSE;
	if (bytes[1] == '<' || bytes[1] == '?' || bytes[1] == '>')
		return SEQUENCE_UNKNOWN; /* an answer to a question nobody asked */
	if (final == '~')
		return modified(number_code(first), second);
	if (final == 'u')
		return unicode_key(first, second);
	return modified(final_code(final), second);
}

/* Digits up to the sign that ends them; false: there are none, or it is no number of a terminal. */
static bool take_number(const char **at, char end, int *out)
{
	enum { NUMBER_MAX = 32767 };
	const char *start = *at;

	for (*out = 0; **at >= '0' && **at <= '9' && *out <= NUMBER_MAX; ++*at)
		*out = *out * 10 + **at - '0';
	return *at > start && *out <= NUMBER_MAX && *(*at)++ == end;
}

/* xterm, "Extended coordinates": ESC [ < button ; column ; row M, from 1. */
bool key_sequence_mouse(const char *bytes, size_t len, struct mouse_event *event)
{
	static const struct {
		int sent;
		enum mouse_button button;
	} buttons[] = { { 0, MOUSE_LEFT }, { 64, MOUSE_WHEEL_UP }, { 65, MOUSE_WHEEL_DOWN } };
	const char *at = bytes + 2;
	int sent, col, row;

	if (!take_number(&at, ';', &sent) || !take_number(&at, ';', &col) ||
	    !take_number(&at, 'M', &row) || at != bytes + len || col < 1 || row < 1)
		return false;
	for (size_t i = 0; i < COUNT(buttons); i++)
		if (buttons[i].sent == sent) {
			*event = (struct mouse_event){ buttons[i].button, row - 1, col - 1 };
			return true;
		}
	return false;
}

static size_t read_ss3(const char *bytes, size_t len, uint32_t *code)
{
	if (len < 2)
		return 0;
	*code = final_code(bytes[1]);
	for (size_t i = 0; i < COUNT(number_block); i++)
		if (number_block[i].final == bytes[1])
			*code = number_block[i].code;
	return 2;
}

size_t key_sequence_read(const char *bytes, size_t len, uint32_t *code)
{
	*code = SEQUENCE_UNKNOWN;
	if (bytes[0] == 'O')
		return read_ss3(bytes, len, code);
	if (len >= 2 && bytes[1] == '[') { /* the Linux console: ESC [ [ A to E are F1 to F5 */
		if (len >= 3 && bytes[2] >= 'A' && bytes[2] <= 'E')
			*code = K_F0 + 1 + (uint32_t)(bytes[2] - 'A');
		return len >= 3 ? 3 : 0;
	}
	if (len >= 2 && bytes[1] == 'M') /* X10 mouse: three bytes of any value */
		return len >= 5 ? 5 : 0;
	for (size_t i = 1; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if (c < 0x20 || c >= 0x7f)
			return i; /* broken off: what comes now is something else */
		if (c >= 0x40) {
			*code = control_sequence(bytes, i + 1);
			return i + 1;
		}
		if (i == SEQUENCE_MAX)
			return i;
	}
	return 0;
}
