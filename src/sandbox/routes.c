/* SPDX-License-Identifier: ISC */
#include "sandbox/routes.h"

#include <string.h>

#include "sandbox/api.h"
#include "sandbox/problem.h"
#include "sandbox/service.h"

/* Whose path it is: what belongs to nobody is the first one's to refuse. */
static const struct api *find_api(const struct url *url)
{
	static const struct api *const apis[] = { &nymble_api, &flow_api };

	for (size_t i = 0; url->segment_count > 0 && i < sizeof(apis) / sizeof(apis[0]); i++)
		if (strcmp(apis[i]->root, url->segments[0]) == 0)
			return apis[i];
	return apis[0];
}

/* Whether the segments are those of path; keys is what stands where the path has stars. */
static bool is_path(const char *path, const struct url *url, const char *keys[REQUEST_MAX_KEYS])
{
	size_t key = 0;

	for (size_t i = 0; i < url->segment_count; i++) {
		size_t len = strcspn(path, "/");
		const char *segment = url->segments[i];
		if (len == 1 && *path == '*' && *segment)
			keys[key++] = segment;
		else if (strlen(segment) != len || memcmp(path, segment, len) != 0)
			return false;
		path += len;
		if (!*path)
			return i + 1 == url->segment_count;
		path++;
	}
	return false;
}

static const struct route *find_path(const struct api *api, const struct url *url,
				     const char *keys[REQUEST_MAX_KEYS])
{
	for (size_t i = 0; i < api->route_count; i++)
		if (is_path(api->routes[i].path, url, keys))
			return &api->routes[i];
	return NULL;
}

/* The row behind this one if its path is the same; NULL otherwise. */
static const struct route *next_method(const struct api *api, const struct route *row)
{
	return row + 1 < api->routes + api->route_count && strcmp(row[0].path, row[1].path) == 0
		       ? row + 1
		       : NULL;
}

/* The row of that method among those of the same path. */
static const struct route *find_method(const struct api *api, const struct route *first,
				       const char *method)
{
	/* The HTTP library leaves the body out of the answer to HEAD. */
	const char *asked = strcmp(method, "HEAD") == 0 ? "GET" : method;

	for (const struct route *row = first; row; row = next_method(api, row))
		if (strcmp(row->method, asked) == 0)
			return row;
	return NULL;
}

static void refuse_method(const struct api *api, const struct route *first, struct reply *reply)
{
	problem_reply(reply, 405, NULL);
	for (const struct route *row = first; row; row = next_method(api, row)) {
		size_t len = strlen(reply->allow);
		snprintf(reply->allow + len, sizeof(reply->allow) - len, "%s%s", len ? ", " : "",
			 row->method);
	}
}

/* For --error-rate: xorshift64*, so that a seed repeats the same bad day. */
static bool fails_by_chance(struct service *service)
{
	service->chance ^= service->chance >> 12;
	service->chance ^= service->chance << 25;
	service->chance ^= service->chance >> 27;
	return (service->chance * 2685821657736338717U >> 33) % 100 < service->error_percent;
}

void routes_answer(struct service *service, const struct request *asked, struct reply *reply)
{
	struct request request = *asked;
	const struct api *api = find_api(request.url);
	const struct route *path = find_path(api, request.url, request.keys);
	const struct route *route = path ? find_method(api, path, request.method) : NULL;

	reply->errors = api->errors;
	request.key = request.keys[0];
	if (!path)
		problem_reply(reply, 404, "There is no such path.");
	else if (!route)
		refuse_method(api, path, reply);
	else if (service->error_percent > 0 && fails_by_chance(service))
		problem_reply(reply, 500, "Made to fail by --error-rate.");
	else if (!route->needs || api->admit(service, route->needs, &request, reply))
		route->handle(service, &request, reply);
}

const struct error_style *routes_errors(const struct url *url)
{
	return find_api(url)->errors;
}

bool routes_are_secret(const struct url *url)
{
	const struct api *api = find_api(url);
	const char *keys[REQUEST_MAX_KEYS];
	const struct route *row = find_path(api, url, keys);

	while (row && !row->secret)
		row = next_method(api, row);
	return row;
}
