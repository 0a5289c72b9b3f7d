/* SPDX-License-Identifier: ISC */
#include "sandbox/login_limit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* Names made up to fill the memory push each other out, one that is in use stays. */
enum { CLIENTS = 256 };

struct client {
	char *id;
	int64_t times_ms[LOGIN_LIMIT]; /* a ring: the oldest is at next */
	unsigned next, count;
	int64_t last_ms;
};

struct login_limit {
	struct client clients[CLIENTS];
};

struct login_limit *login_limit_new(void)
{
	return xcalloc(1, sizeof(struct login_limit));
}

void login_limit_free(struct login_limit *limit)
{
	for (size_t i = 0; limit && i < CLIENTS; i++)
		free(limit->clients[i].id);
	free(limit);
}

static struct client *find(struct login_limit *limit, const char *client_id)
{
	struct client *oldest = &limit->clients[0];

	for (size_t i = 0; i < CLIENTS; i++) {
		struct client *client = &limit->clients[i];
		if (client->id && strcmp(client->id, client_id) == 0)
			return client;
		if (!client->id || (oldest->id && client->last_ms < oldest->last_ms))
			oldest = client;
	}
	free(oldest->id);
	*oldest = (struct client){ .id = xstrdup(client_id) };
	return oldest;
}

bool login_limit_take(struct login_limit *limit, const char *client_id, int64_t now_ms, int *wait_s)
{
	struct client *client = find(limit, client_id);
	int64_t free_ms = client->times_ms[client->next] + LOGIN_LIMIT_MS;

	if (client->count == LOGIN_LIMIT && now_ms < free_ms) {
		*wait_s = (int)((free_ms - now_ms + 999) / 1000);
		return false;
	}
	client->times_ms[client->next] = client->last_ms = now_ms;
	client->next = (client->next + 1) % LOGIN_LIMIT;
	if (client->count < LOGIN_LIMIT)
		client->count++;
	return true;
}
