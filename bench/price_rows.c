/* price_rows.c - a price list, or customers, as a file: how long it takes to read, check and group its lines,
 * and to compare them with live data, and what memory that needs. With a tenant it is Flow Retail's customers,
 * and they are sent too, a hundred in a call.
 *
 *	price-rows URL API_KEY FILE [customers]		the service is asked, nothing is sent to it
 *	price-rows URL TOKEN FILE customers TENANT	everything is sent */
/* SPDX-License-Identifier: ISC */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "api/client.h"
#include "base/alloc.h"
#include "base/error.h"
#include "net/loop.h"
#include "process.h"
#include "work/import.h"
#include "work/import_prices.h"
#include "work/import_records.h"
#include "work/import_sending.h"

enum { READ_GOAL_MS = 2000, PRIVATE_DIRTY_GOAL_KB = 24 * 1024 };

struct run {
	struct loop *loop;
	const char *records; /* "customers": the file holds them; NULL: a price list */
	struct import *import;
	struct import_sending *sending; /* NULL: not yet */
	double begun_ms, read_ms; /* read_ms 0: lines are still being read */
	struct process_memory read_memory;
};

static void changed(void *data)
{
	struct run *run = data;
	enum import_phase phase = import_phase(run->import);

	if (phase > IMPORT_READING && run->read_ms <= 0) {
		run->read_ms = process_now_ms() - run->begun_ms;
		run->read_memory = process_memory(getpid());
	}
	if (phase == IMPORT_COMPARED || phase == IMPORT_FAILED)
		loop_stop(run->loop);
}

static void print(const char *what, double value, double goal)
{
	printf("%-40s %10.0f ", what, value);
	if (goal > 0)
		printf("%10.0f%s", goal, value <= goal ? "" : "  missed");
	putchar('\n');
}

static void print_run(const struct run *run, double compared_ms)
{
	struct process_memory memory = process_memory(getpid());
	char *summary = import_summary(run->import);

	printf("%-40s %10s %10s\n", run->records ? "customers as a file" : "a price list as a file", "",
	       "goal");
	print("lines", (double)import_row_count(run->import), 0);
	print("read, checked and grouped, ms", run->read_ms, READ_GOAL_MS);
	print("private dirty then, kB", (double)run->read_memory.private_dirty_kb,
	      PRIVATE_DIRTY_GOAL_KB);
	print("compared with live data, ms", compared_ms - run->read_ms, 0);
	print("private dirty then, kB", (double)memory.private_dirty_kb, PRIVATE_DIRTY_GOAL_KB);
	print("resident then, kB", (double)memory.resident_kb, 0);
	printf("%s\n\n", summary);
	free(summary);
}

static void sent(void *data)
{
	struct run *run = data;

	if (import_sending_is_over(run->sending))
		loop_stop(run->loop);
}

/* The highest that it was, not where it ended: what is sent is freed. */
static long peak_kb(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static bool send_all(struct run *run, struct client *client, struct error *err)
{
	size_t count = import_send_count(run->import);
	double begun_ms = process_now_ms();

	run->sending = import_sending_new(run->import, client, run->loop, sent, run, err);
	if (!run->sending)
		return false;
	loop_run(run->loop);
	double ms = process_now_ms() - begun_ms;
	struct process_memory memory = process_memory(getpid());
	printf("%-40s %10s %10s\n", "the same, sent", "", "goal");
	print("sent, rows", (double)(count - import_verdict_count(run->import, IMPORT_WRONG)), 0);
	print("ms", ms, 0);
	print("rows a second", (double)count * 1000 / ms, 0);
	print("private dirty then, kB", (double)memory.private_dirty_kb, 0);
	print("resident at most, kB", (double)peak_kb(), 0);
	putchar('\n');
	return true;
}

static bool compare(struct run *run, struct client *client, const char *path, struct error *err)
{
	const struct import_options options = { .clear_empty = false };

	run->import = import_new(client, run->loop, run->records ? &import_records : &import_prices,
				 client_resource(client, run->records ? run->records : "products"),
				 &options, changed, run);
	run->begun_ms = process_now_ms();
	if (!import_open(run->import, path, err) || !import_compare(run->import, err))
		return false;
	loop_run(run->loop);
	if (import_error(run->import)) {
		*err = *import_error(run->import);
		return false;
	}
	print_run(run, process_now_ms() - run->begun_ms);
	return true;
}

static struct profile *profile_of(const char *url, const char *secret, const char *tenant)
{
	struct profile *profile = profile_new("bench");

	profile->url = xstrdup(url);
	profile->login = tenant ? LOGIN_TOKEN : LOGIN_API_KEY;
	profile_set_secret(tenant ? &profile->token : &profile->api_key, secret);
	if (tenant) {
		xreplace(&profile->api, "flow");
		xreplace(&profile->tenant, tenant);
	}
	return profile;
}

int main(int argc, char *argv[])
{
	struct error err = { 0 };
	struct run run = { 0 };
	bool ok = false;

	if (argc < 4 || argc > 6) {
		fprintf(stderr, "usage: price-rows URL API_KEY FILE [customers [TENANT]]\n");
		return 2;
	}
	run.records = argc > 4 ? argv[4] : NULL;
	const char *tenant = argc > 5 ? argv[5] : NULL;
	setlocale(LC_ALL, "");
	struct profile *profile = profile_of(argv[1], argv[2], tenant);
	run.loop = loop_new(&err);
	struct client *client = run.loop ? client_new(run.loop, profile, &err) : NULL;
	if (client)
		ok = compare(&run, client, argv[3], &err) && (!tenant || send_all(&run, client, &err));
	if (!ok)
		fprintf(stderr, "price-rows: %s\n", err.message);
	import_sending_free(run.sending);
	import_free(run.import);
	client_free(client);
	loop_free(run.loop);
	profile_free(profile);
	return !ok;
}
