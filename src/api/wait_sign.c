/* SPDX-License-Identifier: ISC */
#include "api/wait_sign.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "net/call.h"

void wait_sign_show(struct wait_sign *sign, const void *source, const struct call_wait *wait)
{
	if (wait->seconds_left <= 0) {
		wait_sign_clear(sign, source);
		return;
	}
	char *text = xasprintf(_("%s. Trying again in %d s."), wait->why, wait->seconds_left);
	sign->source = source;
	if (sign->fn)
		sign->fn(sign->data, text);
	free(text);
}

void wait_sign_clear(struct wait_sign *sign, const void *source)
{
	if (sign->source != source)
		return;
	sign->source = NULL;
	if (sign->fn)
		sign->fn(sign->data, NULL);
}
