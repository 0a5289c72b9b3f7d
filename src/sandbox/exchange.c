/* SPDX-License-Identifier: ISC */
#include "sandbox/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

FILE *reply_begin(struct reply *reply, int status, const char *content_type)
{
	reply_finish(reply);
	reply->status = status;
	reply->content_type = content_type;
	return xmemstream(&reply->body, &reply->len);
}

void reply_bytes_take(struct reply *reply, int status, char *text, size_t len)
{
	reply_finish(reply);
	reply->status = status;
	reply->content_type = "application/json";
	reply->body = text;
	reply->len = len;
}

void reply_json_take(struct reply *reply, int status, char *text)
{
	reply_bytes_take(reply, status, text, strlen(text));
}

void reply_nothing(struct reply *reply)
{
	reply_finish(reply);
	reply->status = 204;
}

void reply_finish(struct reply *reply)
{
	free(reply->body);
	*reply = (struct reply){ .errors = reply->errors };
}
