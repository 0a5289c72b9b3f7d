/* wait_sign.h - one line that says why something waits; of several, the latest is shown. */
/* SPDX-License-Identifier: ISC */
#ifndef API_WAIT_SIGN_H
#define API_WAIT_SIGN_H

struct call_wait;

struct wait_sign {
	void (*fn)(void *data, const char *text); /* NULL: nobody looks */
	void *data;
	const void *source; /* whose text is shown; NULL: none */
	unsigned pauses;    /* how often the service has asked for one (429) */
};

/* Shows that source waits; a wait of 0 seconds left is over. */
void wait_sign_show(struct wait_sign *sign, const void *source, const struct call_wait *wait);

/* source waits no more: takes its text away if it is the one that is shown. */
void wait_sign_clear(struct wait_sign *sign, const void *source);

#endif
