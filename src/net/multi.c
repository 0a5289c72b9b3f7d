/* SPDX-License-Identifier: ISC */
#include "net/multi.h"

#include <limits.h>
#include <stdlib.h>

#include "base/alloc.h"

struct multi {
	CURLM *curl; /* NULL until it is needed */
	int running;
};

struct multi *multi_new(void)
{
	return xcalloc(1, sizeof(struct multi));
}

void multi_free(struct multi *multi)
{
	if (multi && multi->curl) {
		curl_multi_cleanup(multi->curl);
		curl_global_cleanup();
	}
	free(multi);
}

static CURLM *need_curl(struct multi *multi)
{
	if (multi->curl)
		return multi->curl;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || !(multi->curl = curl_multi_init()))
		alloc_exhausted();
	return multi->curl;
}

void multi_add(struct multi *multi, struct transfer *transfer)
{
	curl_easy_setopt(transfer->easy, CURLOPT_PRIVATE, transfer);
	if (curl_multi_add_handle(need_curl(multi), transfer->easy) != CURLM_OK)
		alloc_exhausted();
	multi->running++;
}

void multi_remove(struct multi *multi, struct transfer *transfer)
{
	curl_multi_remove_handle(multi->curl, transfer->easy);
	multi->running--;
}

void multi_wait(struct multi *multi, int fd, int timeout_ms)
{
	struct curl_waitfd wait = { .fd = fd, .events = CURL_WAIT_POLLIN };

	if (curl_multi_poll(need_curl(multi), &wait, 1, timeout_ms < 0 ? INT_MAX : timeout_ms,
			    NULL) != CURLM_OK)
		alloc_exhausted(); /* the only way it can fail here */
}

void multi_perform(struct multi *multi)
{
	int running, left;
	CURLMsg *message;

	if (!multi->running)
		return;
	curl_multi_perform(multi->curl, &running);
	while ((message = curl_multi_info_read(multi->curl, &left))) {
		CURLcode result =
			message->data.result; /* message is gone once the handle is removed */
		struct transfer *transfer = NULL;

		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
		multi_remove(multi, transfer);
		transfer->done(transfer, result);
	}
}
