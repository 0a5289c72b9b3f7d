/* A fault proxy by hand: fault_proxy [--upstream PORT] RULE...
 * A rule is what fault_parse reads, such as 'POST /deactivate 1 drop-after' or 'GET * 2 answer
 * 503'. Prints its URL and runs until standard input ends. */
/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fault_proxy.h"
#include "fault_rules.h"

enum { RULES_MAX = 64 };

static int usage(const char *what)
{
	fprintf(stderr, "fault_proxy: %s\n", what);
	fprintf(stderr,
		"expected: fault_proxy [--upstream PORT] 'METHOD PATH NTH KIND [AMOUNT]'...\n");
	return 2;
}

int main(int argc, char **argv)
{
	struct fault faults[RULES_MAX];
	size_t count = 0;
	int upstream = 0, first = 1;
	char byte;

	if (argc > 2 && strcmp(argv[1], "--upstream") == 0) {
		upstream = atoi(argv[2]);
		first = 3;
	}
	for (int i = first; i < argc; i++)
		if (count == RULES_MAX || !fault_parse(argv[i], &faults[count++]))
			return usage(argv[i]);
	struct fault_proxy *proxy = fault_proxy_start(upstream, faults, count);
	printf("fault-proxy: listening on http://127.0.0.1:%d\n", fault_proxy_port(proxy));
	fflush(stdout);
	while (read(STDIN_FILENO, &byte, 1) > 0)
		;
	fault_proxy_stop(proxy);
	return 0;
}
