/* SPDX-License-Identifier: ISC */
#include "service.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "load.h"
#include "process.h"
#include "schema/json.h"

static bool start(struct service *service, const char *const argv[])
{
	int in[2], out[2];

	*service = (struct service){ 0 };
	if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) {
		perror("pipe2");
		return false;
	}
	service->pid = fork();
	if (service->pid == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		process_become(argv);
	}
	close(in[0]);
	close(out[1]);
	service->lifeline = in[1];
	service->output = fdopen(out[0], "r");
	return true;
}

/* The next line of its output that begins with start, behind it; the caller frees. */
static char *line_behind(struct service *service, const char *start)
{
	char line[1024];

	while (fgets(line, sizeof(line), service->output)) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, start, strlen(start)) == 0)
			return xstrdup(line + strlen(start));
	}
	fprintf(stderr, "no line «%s...» came\n", start);
	return xstrdup("");
}

/* The value of name=value in a line; the caller frees. */
static char *value_in(const char *line, const char *name)
{
	const char *at = strstr(line, name);

	if (!at)
		return xstrdup("");
	at += strlen(name);
	return xstrndup(at, strcspn(at, " "));
}

static bool log_in(struct service *service)
{
	char *body = xasprintf("{\"OrgCode\":\"%s\",\"ClientId\":\"%s\",\"ClientSecret\":\"%s\"}",
			       service->org_code, service->client_id, service->client_secret);
	char *request = xasprintf("POST /api/auth/login HTTP/1.1\r\nHost: "
				  "127.0.0.1\r\nContent-Type: application/json\r\n"
				  "Content-Length: %zu\r\n\r\n%s",
				  strlen(body), body);
	char *answer = load_ask(service->port, request);
	struct json *tree = answer ? json_parse(answer, strlen(answer), NULL) : NULL;
	const char *token = json_member_text(tree, "AccessToken");

	if (token)
		service->token = xstrdup(token);
	else
		fprintf(stderr, "no login: %s\n", answer ? answer : "no answer");
	json_free(tree);
	free(answer);
	free(request);
	free(body);
	return service->token;
}

/* What the sandbox says when it listens, and a login. */
static bool meet(struct service *service, double begun_ms)
{
	char *line = line_behind(service, "nymble-sandbox: listening on http://127.0.0.1:");

	service->ready_ms = process_now_ms() - begun_ms;
	service->port = atoi(line);
	free(line);
	line = line_behind(service, "nymble-sandbox: login ");
	service->org_code = value_in(line, "org-code=");
	service->client_id = value_in(line, "client-id=");
	service->client_secret = value_in(line, "client-secret=");
	free(line);
	return service->port > 0 && log_in(service);
}

bool service_start_sandbox(struct service *service, const char *program, const char *folder,
			   long customers)
{
	double begun_ms = process_now_ms();
	char *database = xasprintf("%s/%ld.db", folder, customers),
	     *number = xasprintf("%ld", customers);
	const char *argv[] = { program,  "--port",      "0",    "--lifeline", "0",    "--db",
			       database, "--customers", number, "--products", "1000", NULL };
	bool started = start(service, argv);

	free(database);
	free(number);
	return started && meet(service, begun_ms);
}

bool service_start_slow(struct service *service, const char *program, const char *folder,
			long customers, int latency_ms)
{
	double begun_ms = process_now_ms();
	char *log = xasprintf("%s/requests", folder), *number = xasprintf("%ld", customers),
	     *latency = xasprintf("%d", latency_ms);
	const char *argv[] = { program,	     "--port",	"0",	  "--lifeline", "0",
			       "--db",	     ":memory:", "--customers", number,	"--products",
			       "10",	     "--latency", latency, "--log",	log,
			       NULL };
	bool started = start(service, argv);

	free(number);
	free(latency);
	service->log = log;
	return started && meet(service, begun_ms);
}

bool service_start_floor(struct service *service, const char *program, size_t bytes)
{
	char *number = xasprintf("%zu", bytes);
	const char *argv[] = { program, number, NULL };
	bool started = start(service, argv);
	char *line;

	free(number);
	if (!started)
		return false;
	line = line_behind(service, "");
	service->port = atoi(line);
	free(line);
	return service->port > 0;
}

void service_stop(struct service *service)
{
	if (service->pid <= 0)
		return;
	close(service->lifeline);
	waitpid(service->pid, NULL, 0);
	fclose(service->output);
	free(service->org_code);
	free(service->client_id);
	free(service->client_secret);
	free(service->token);
	free(service->log);
	*service = (struct service){ 0 };
}

char *service_get(const struct service *service, const char *path)
{
	if (!service->token)
		return xasprintf("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", path);
	return xasprintf("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n\r\n",
			 path, service->token);
}

char *service_put(const struct service *service, const char *path, const char *body)
{
	return xasprintf("PUT %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n"
			 "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
			 path, service->token, strlen(body), body);
}
