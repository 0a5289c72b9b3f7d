/* SPDX-License-Identifier: ISC */
#include "support/story_flow.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "support/http.h"
#include "unit/unit.h"

enum { PATH_SIZE = 512, ENV_MAX = 8 };

static struct terminal *connect_with(const struct story *story, const char *token,
				     const struct story_terminal *terminal, const char *const *arguments)
{
	struct story_terminal with = terminal ? *terminal : (struct story_terminal){ 0 };
	char url[PATH_SIZE], secret[PATH_SIZE];
	size_t count = 0;

	while (with.env[count])
		count++;
	assert_true(count + 5 <= ENV_MAX);
	snprintf(url, sizeof(url), "NYMBLE_URL=%s/v2", story->url);
	snprintf(secret, sizeof(secret), "FLOW_TOKEN=%s", token);
	with.env[count++] = "NYMBLE_API=flow";
	with.env[count++] = "FLOW_TENANT=" FLOW_TENANT;
	with.env[count++] = url;
	with.env[count++] = secret;
	return story_start(&with, arguments);
}

struct terminal *story_flow_connect(const struct story *story, const struct story_terminal *terminal,
				    const char *const *arguments)
{
	return connect_with(story, FLOW_INTEGRATION, terminal, arguments);
}

/* What kind of token it is only the configuration says. */
static void write_profile(const struct story *story)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/flow.conf", story->home);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "profile shop { api = flow  url = \"%s/v2\"  flow-auth = user }\n", story->url);
	fclose(out);
	chmod(path, 0600);
}

struct terminal *story_flow_connect_user(const struct story *story, const char *token,
					 const struct story_terminal *terminal,
					 const char *const *arguments)
{
	const char *words[16] = { "--profile", "shop", "--config" };
	char path[PATH_SIZE];
	size_t count = 3;

	write_profile(story);
	snprintf(path, sizeof(path), "%s/flow.conf", story->home);
	words[count++] = path;
	for (; arguments && *arguments; arguments++) {
		assert_true(count + 1 < sizeof(words) / sizeof(words[0]));
		words[count++] = *arguments;
	}
	return connect_with(story, token, terminal, words);
}

struct terminal *story_flow_open(struct story *story, const struct story_terminal *terminal,
				 const char *const *arguments)
{
	story_sandbox(story, NULL);
	struct terminal *term = story_flow_connect(story, terminal, arguments);
	wait_for(term, "1 of 200");
	return term;
}

int story_flow_request(const struct story *story, const char *method, const char *path, const char *body)
{
	char target[PATH_SIZE];

	snprintf(target, sizeof(target), "%s%s", FLOW_PATH, path);
	return http_status(sandbox_port(story->sandbox),
			   &(struct http_request){ method, target, FLOW_INTEGRATION, body });
}
