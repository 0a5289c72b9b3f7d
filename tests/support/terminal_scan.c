/* Reads what the program wrote as a terminal does, and allows only what ncurses (terminfo's
 * xterm-256color) and this program send. Everything else may be somebody else's command. */
/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "terminal_state.h"

/* Private modes that are set and reset: alternate screen, cursor, keys, wrap, paste. */
static const char *const modes[] = { "?1049", "?1", "?25", "?12", "?12;25", "?7", "?2004", "4", NULL };

static bool is_mode(const char *parameters, size_t len)
{
	for (size_t i = 0; modes[i]; i++)
		if (strlen(modes[i]) == len && memcmp(modes[i], parameters, len) == 0)
			return true;
	return false;
}

/* Bytes of the control sequence behind ESC [; 0: not one that may be sent. */
static size_t sequence(const char *at, size_t len)
{
	size_t parameters = 0;

	while (parameters < len && strchr("0123456789;?", at[parameters]) && at[parameters])
		parameters++;
	if (parameters == len || !at[parameters])
		return 0;
	if (strchr("hl", at[parameters]))
		return is_mode(at, parameters) ? parameters + 1 : 0;
	if (memchr(at, '?', parameters))
		return 0;
	/* Window manipulation, which comes with saving the title at start and its return: 22;0;0t. */
	if (at[parameters] == 't')
		return strncmp(at, "22;0;0t", 7) == 0 || strncmp(at, "23;0;0t", 7) == 0 ? 7 : 0;
	return strchr("@ABCDGHJKLMPSTXZbdgmr", at[parameters]) ? parameters + 1 : 0;
}

/* Bytes of what stands behind an ESC; 0: not one that may be sent. */
static size_t escape(const char *at, size_t len)
{
	if (len == 0)
		return 0;
	if (at[0] == '[') {
		size_t rest = sequence(at + 1, len - 1);
		return rest ? 1 + rest : 0;
	}
	if (at[0] == '(')
		return len > 1 && strchr("B0", at[1]) && at[1] ? 2 : 0;
	return strchr("=>78M", at[0]) && at[0] ? 1 : 0;
}

/* C0 and C1 controls, directions, line separators: judged here anew, not by the program's own table. */
static bool may_act(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x61c ||
	       (code >= 0x200e && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
	       (code >= 0x2066 && code <= 0x2069);
}

/* Bytes of one character that is text; 0: none. */
static size_t plain(const char *at, size_t len)
{
	uint32_t code;
	size_t bytes = text_char(at, len, &code);

	return bytes && !may_act(code) ? bytes : 0;
}

static size_t harmless(const char *at, size_t len)
{
	if (*at == '\033') {
		size_t rest = escape(at + 1, len - 1);
		return rest ? 1 + rest : 0;
	}
	if (*at && strchr("\r\n\b\t\016\017", *at))
		return 1;
	return plain(at, len);
}

void terminal_check_harmless(struct terminal *term)
{
	size_t bytes;

	for (size_t i = 0; i < term->log_len; i += bytes) {
		bytes = harmless(term->log + i, term->log_len - i);
		if (bytes)
			continue;
		size_t from = i > 20 ? i - 20 : 0, to = i + 20 < term->log_len ? i + 20 : term->log_len;
		char *seen = text_clean(term->log + from, to - from);
		terminal_fail(term, "the terminal got byte %zu of this: %s", i - from, seen);
	}
}
