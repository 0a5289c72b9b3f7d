/* SPDX-License-Identifier: ISC */
#include "ui/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/secret.h"
#include "base/text.h"
#include "ui/key_sequences.h"

enum {
	LATE_SEQUENCE_MS =
		200, /* after a lone Esc, [ or O may be the rest of a key whose bytes were split */
	PARTIAL_MS = 200,     /* half a sequence or character waits this long for its other half */
	PASTE_IDLE_MS = 2000, /* a paste whose end never comes ends after this silence */
	PASTE_MAX = 1024 * 1024, /* more than that is dropped */
};

#define ESC '\033'
static const char paste_end[] = "\033[201~";

enum step { STEP_KEY, STEP_AGAIN, STEP_WAIT };

struct own_key {
	char *sequence; /* behind the ESC */
	uint32_t code;
};

struct key_decoder {
	int escape_delay_ms;
	char *bytes; /* not decoded yet: bytes[at] to bytes[len] */
	size_t at, len, size;
	int64_t fed_ms;  /* when the last byte came */
	int64_t lone_ms; /* when a lone Esc was given out; 0: another key came since */
	bool late;       /* what is there began as the rest of that Esc's sequence */
	bool takes_mouse;
	struct mouse_event mouse; /* the last one given out */
	bool pasting;
	char *pasted;
	size_t pasted_len;
	bool after_line_end; /* in a paste: another one adds nothing */
	char typed[TEXT_CHAR_SIZE];
	struct own_key *own;
	size_t own_count;
};

struct key_decoder *key_decoder_new(int escape_delay_ms)
{
	struct key_decoder *decoder = xcalloc(1, sizeof(*decoder));

	decoder->escape_delay_ms = escape_delay_ms;
	return decoder;
}

void key_decoder_free(struct key_decoder *decoder)
{
	if (!decoder)
		return;
	for (size_t i = 0; i < decoder->own_count; i++)
		free(decoder->own[i].sequence);
	free(decoder->own);
	free(decoder->bytes);
	free(decoder->pasted);
	free(decoder);
}

void key_decoder_add(struct key_decoder *decoder, const char *sequence, uint32_t code)
{
	if (sequence[0] != ESC || !sequence[1])
		return;
	decoder->own = xreallocarray(decoder->own, decoder->own_count + 1, sizeof(*decoder->own));
	decoder->own[decoder->own_count++] = (struct own_key){ xstrdup(sequence + 1), code };
}

void key_decoder_take_mouse(struct key_decoder *decoder)
{
	decoder->takes_mouse = true;
}

struct mouse_event key_decoder_mouse(const struct key_decoder *decoder)
{
	return decoder->mouse;
}

void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t len, int64_t now_ms)
{
	if (len == 0)
		return;
	if (decoder->at > 0) {
		memmove(decoder->bytes, decoder->bytes + decoder->at, decoder->len - decoder->at);
		decoder->len -= decoder->at;
		decoder->at = 0;
	}
	if (decoder->len + len > decoder->size) {
		decoder->size = (decoder->len + len) * 2;
		decoder->bytes = xreallocarray(decoder->bytes, decoder->size, 1);
	}
	bool follows_lone = decoder->len == 0 && decoder->lone_ms > 0 &&
			    now_ms - decoder->lone_ms < LATE_SEQUENCE_MS;
	if (follows_lone && (bytes[0] == '[' || bytes[0] == 'O'))
		decoder->late = true;
	memcpy(decoder->bytes + decoder->len, bytes, len);
	decoder->len += len;
	decoder->fed_ms = now_ms;
}

static enum step give(struct key_decoder *decoder, size_t used, uint32_t code, struct key *key)
{
	decoder->at += used;
	decoder->lone_ms = 0;
	*key = (struct key){ code, "" };
	if (code < K_ENTER) {
		text_from_char(code, decoder->typed);
		key->text = decoder->typed;
	}
	return STEP_KEY;
}

static void paste_begin(struct key_decoder *decoder)
{
	decoder->pasting = true;
	decoder->pasted_len = 0;
	decoder->after_line_end = false;
	decoder->pasted = xreallocarray(decoder->pasted, PASTE_MAX + 1, 1);
}

static bool paste_finish(struct key_decoder *decoder, struct key *key)
{
	decoder->pasting = false;
	decoder->pasted[decoder->pasted_len] = '\0';
	decoder->lone_ms = 0;
	*key = (struct key){ K_PASTE, decoder->pasted };
	return true;
}

/* One character of a paste: line ends and tabs become spaces, line ends in a row one (tmux makes \r\r of \r\n); other controls and what is
 * no UTF-8 go. */
static void paste_take(struct key_decoder *decoder, const char *bytes, size_t len)
{
	unsigned char c = (unsigned char)bytes[0];
	bool line_end = c == '\n' || c == '\r';
	bool another = line_end && decoder->after_line_end;

	decoder->after_line_end = line_end;
	if (another || decoder->pasted_len + len > PASTE_MAX)
		return;
	if (line_end || c == '\t')
		decoder->pasted[decoder->pasted_len++] = ' ';
	else if (c >= 0x20) {
		memcpy(decoder->pasted + decoder->pasted_len, bytes, len);
		decoder->pasted_len += len;
	}
}

/* Whether these bytes are the start of a character whose rest may still come. */
static bool is_half_char(const char *text, size_t len)
{
	unsigned char first = (unsigned char)text[0];
	size_t needs = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

	if (len >= needs)
		return false;
	for (size_t i = 1; i < len; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return false;
	return true;
}

/* Takes what is there of a paste; true when its end came. */
static bool paste_read(struct key_decoder *decoder, int64_t now_ms, struct key *key)
{
	const size_t end_len = sizeof(paste_end) - 1;

	while (decoder->at < decoder->len) {
		const char *here = decoder->bytes + decoder->at;
		size_t left = decoder->len - decoder->at;
		size_t same = left < end_len ? left : end_len;
		if (memcmp(here, paste_end, same) == 0) {
			if (same < end_len)
				break; /* the rest of the end is on its way */
			decoder->at += end_len;
			return paste_finish(decoder, key);
		}
		uint32_t code;
		size_t used = text_char(here, left, &code);
		if (used == 0 && is_half_char(here, left))
			break;
		if (used > 0 && (code < 0x7f || code >= 0xa0))
			paste_take(decoder, here, used);
		decoder->at += used ? used : 1;
	}
	return now_ms - decoder->fed_ms >= PASTE_IDLE_MS && paste_finish(decoder, key);
}

/* Bytes of the longest sequence of the terminal's own that stands there; 0: none. */
static size_t match_own(const struct key_decoder *decoder, const char *bytes, size_t len,
			uint32_t *code)
{
	size_t best = 0;

	for (size_t i = 0; i < decoder->own_count; i++) {
		size_t own_len = strlen(decoder->own[i].sequence);
		if (own_len <= len && own_len > best &&
		    memcmp(bytes, decoder->own[i].sequence, own_len) == 0) {
			best = own_len;
			*code = decoder->own[i].code;
		}
	}
	return best;
}

/* What a byte from 0x00 to 0x1f or 0x7f stands for. */
static uint32_t control_key(unsigned char c)
{
	switch (c) {
	case '\r':
	case '\n':
		return K_ENTER;
	case '\t':
		return K_TAB;
	case '\b':
	case 0x7f:
		return K_BACKSPACE;
	}
	return c >= 1 && c <= 26 ? K_CTRL | (uint32_t)(c - 1 + 'a') : SEQUENCE_UNKNOWN;
}

static enum step plain_step(struct key_decoder *decoder, int64_t now_ms, struct key *key)
{
	const char *here = decoder->bytes + decoder->at;
	size_t left = decoder->len - decoder->at;
	unsigned char c = (unsigned char)here[0];
	uint32_t code;

	if (c < 0x20 || c == 0x7f) {
		code = control_key(c);
		if (code != SEQUENCE_UNKNOWN)
			return give(decoder, 1, code, key);
		decoder->at++;
		return STEP_AGAIN;
	}
	size_t used = text_char(here, left, &code);
	if (used > 0 && !(code >= 0x80 && code < 0xa0))
		return give(decoder, used, code, key);
	if (used == 0 && is_half_char(here, left) && now_ms - decoder->fed_ms < PARTIAL_MS)
		return STEP_WAIT;
	decoder->at += used ? used : 1;
	return STEP_AGAIN;
}

/* The bytes that follow an Esc which was given out as a key: swallowed with the rest of their
 * sequence. */
static enum step late_step(struct key_decoder *decoder, int64_t now_ms)
{
	uint32_t code;
	size_t left = decoder->len - decoder->at;
	size_t used = key_sequence_read(decoder->bytes + decoder->at, left, &code);

	if (used == 0 && now_ms - decoder->fed_ms < decoder->escape_delay_ms)
		return STEP_WAIT;
	decoder->at += used ? used : left;
	decoder->lone_ms = 0;
	decoder->late = false;
	if (code == SEQUENCE_PASTE)
		paste_begin(decoder);
	return STEP_AGAIN;
}

/* len bytes behind an Esc are a report of the mouse. */
static enum step mouse_step(struct key_decoder *decoder, const char *bytes, size_t len, struct key *key)
{
	if (decoder->takes_mouse && key_sequence_mouse(bytes, len, &decoder->mouse))
		return give(decoder, 1 + len, K_MOUSE, key);
	decoder->at += 1 + len;
	return STEP_AGAIN;
}

/* Esc and a character that came with it: Alt. */
static bool is_alt(char behind)
{
	return (behind >= ' ' && behind <= '~') || behind == '\b' || behind == 0x7f;
}

static uint32_t alt_key(char behind)
{
	return K_ALT | (behind >= ' ' && behind <= '~' ? (uint32_t)behind : (uint32_t)K_BACKSPACE);
}

static enum step escape_step(struct key_decoder *decoder, int64_t now_ms, struct key *key)
{
	const char *behind = decoder->bytes + decoder->at + 1;
	size_t left = decoder->len - decoder->at - 1;
	int64_t silent_ms = now_ms - decoder->fed_ms;
	uint32_t code, own_code;

	if (left == 0) {
		if (silent_ms < decoder->escape_delay_ms)
			return STEP_WAIT;
		give(decoder, 1, K_ESC, key);
		decoder->lone_ms = now_ms;
		return STEP_KEY;
	}
	size_t own = match_own(decoder, behind, left, &own_code), used;
	if (behind[0] != '[' && behind[0] != 'O') {
		if (own)
			return give(decoder, 1 + own, own_code, key);
		return is_alt(behind[0]) ? give(decoder, 2, alt_key(behind[0]), key)
					 : give(decoder, 1, K_ESC, key);
	}
	used = key_sequence_read(behind, left, &code);
	if (used > 0 && code == SEQUENCE_MOUSE)
		return mouse_step(decoder, behind, used, key);
	if (used > 0 && code != SEQUENCE_UNKNOWN && code != SEQUENCE_PASTE)
		return give(decoder, 1 + used, code, key);
	if (own > 0)
		return give(decoder, 1 + own, own_code, key);
	if (used == 0 && silent_ms < PARTIAL_MS)
		return STEP_WAIT;
	decoder->at += 1 + (used ? used : left); /* else the rest never came */
	if (code == SEQUENCE_PASTE)
		paste_begin(decoder);
	return STEP_AGAIN;
}

/* What was typed or pasted may be a secret: it is gone from here once it has been given out. */
static void forget(struct key_decoder *decoder)
{
	if (decoder->pasted && !decoder->pasting) {
		secret_wipe(decoder->pasted, decoder->pasted_len);
		free(decoder->pasted);
		decoder->pasted = NULL;
	}
	if (decoder->at > 0 && decoder->at == decoder->len) {
		secret_wipe(decoder->bytes, decoder->len);
		decoder->at = decoder->len = 0;
	}
}

bool key_decoder_next(struct key_decoder *decoder, struct key *key, int64_t now_ms)
{
	enum step step = STEP_AGAIN;

	forget(decoder);
	while (step == STEP_AGAIN) {
		if (decoder->pasting)
			return paste_read(decoder, now_ms, key);
		if (decoder->at == decoder->len)
			return false;
		if (decoder->late)
			step = late_step(decoder, now_ms);
		else if (decoder->bytes[decoder->at] == ESC)
			step = escape_step(decoder, now_ms, key);
		else
			step = plain_step(decoder, now_ms, key);
	}
	return step == STEP_KEY;
}

int key_decoder_wait_ms(const struct key_decoder *decoder, int64_t now_ms)
{
	size_t left = decoder->len - decoder->at;
	int limit;

	if (decoder->pasting)
		limit = PASTE_IDLE_MS;
	else if (left == 0)
		return -1;
	else if (decoder->late || (left == 1 && decoder->bytes[decoder->at] == ESC))
		limit = decoder->escape_delay_ms;
	else
		limit = PARTIAL_MS;
	int64_t wait = decoder->fed_ms + limit - now_ms;
	return wait > 0 ? (int)wait : 0;
}
