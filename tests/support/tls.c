/* SPDX-License-Identifier: ISC */
#include "support/tls.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "unit/unit.h"

static const char make_certificates[] =
	"set -e; exec >/dev/null 2>&1; cd '%s';"
	"key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';"
	"openssl req -x509 $key -keyout ca.key -out ca.pem -subj /CN=test-authority -days 2;"
	"openssl req $key -keyout server.key -out server.csr -subj /CN=localhost;"
	"echo subjectAltName=DNS:localhost > names; echo subjectAltName=DNS:other.example > others;"
	"sign='openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial';"
	"$sign -days 2 -extfile names -out good.pem;"
	"$sign -days -1 -extfile names -out expired.pem;"
	"$sign -days 2 -extfile others -out other.pem;"
	"openssl x509 -req -in server.csr -signkey server.key -days 2 -extfile names -out self.pem;"
	"echo rubbish > rubbish.pem";

struct tls_server {
	pid_t pid;
	FILE *output; /* what it says, and what it is sent */
	int input;    /* it ends when this does */
	int port;
};

bool tls_is_here(void)
{
	return system("openssl version >/dev/null 2>&1") == 0;
}

char *tls_folder(void)
{
	char *folder = xstrdup("/tmp/nymble-tls-XXXXXX");

	assert_non_null(mkdtemp(folder));
	char *command = xasprintf(make_certificates, folder);
	assert_int_equal(system(command), 0);
	free(command);
	return folder;
}

void tls_remove(char *folder)
{
	char *command = xasprintf("rm -rf '%s'", folder);

	assert_int_equal(system(command), 0);
	free(command);
	free(folder);
}

static _Noreturn void run(const char *command, int input, int output)
{
	dup2(input, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

/* Reads "ACCEPT 127.0.0.1:PORT". */
static void wait_until_it_listens(struct tls_server *server)
{
	char line[256];

	while (fgets(line, sizeof(line), server->output)) {
		const char *colon = strrchr(line, ':');
		if (strncmp(line, "ACCEPT", 6) == 0 && colon) {
			server->port = atoi(colon + 1);
			return;
		}
	}
	fail_msg("openssl s_server ended");
}

struct tls_server *tls_start(const char *folder, const char *certificate, const char *options)
{
	struct tls_server *server = xcalloc(1, sizeof(*server));
	int input[2], output[2];
	char *command = xasprintf("cd '%s' && exec openssl s_server -accept 127.0.0.1:0 -key server.key "
			       "-cert %s %s 2>/dev/null",
			       folder, certificate, options);

	assert_int_equal(pipe2(input, O_CLOEXEC) | pipe2(output, O_CLOEXEC), 0);
	server->pid = fork();
	if (server->pid == 0)
		run(command, input[0], output[1]);
	close(input[0]);
	close(output[1]);
	free(command);
	server->input = input[1];
	server->output = fdopen(output[0], "r");
	wait_until_it_listens(server);
	return server;
}

int tls_port(const struct tls_server *server)
{
	return server->port;
}

char *tls_stop(struct tls_server *server)
{
	char *text = NULL;
	size_t size = 0;

	kill(server->pid, SIGTERM);
	waitpid(server->pid, NULL, 0);
	if (getdelim(&text, &size, '\0', server->output) < 0) {
		free(text);
		text = xstrdup("");
	}
	fclose(server->output);
	close(server->input);
	free(server);
	return text;
}
