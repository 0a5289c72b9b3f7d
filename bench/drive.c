/* drive.c - measures nymble-tui and nymble-sandbox against the bare floors beside it, and prints
 *what the design asks for (bench/README).
 *
 *	drive BUILD_FOLDER [ROWS]	ROWS: of the long list, 100000 unless said */
/* SPDX-License-Identifier: ISC */
#include <ftw.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "edit_run.h"
#include "list_run.h"
#include "load.h"
#include "process.h"
#include "service.h"

enum { ROUNDS = 3, SHORT_ROWS = 1000, CONNECTIONS = 16, LOAD_MS = 1500 };

struct bench {
	const char *build;
	char *folder; /* homes and databases of this run */
	long long_rows;
	struct service small, large; /* sandboxes */
	struct list_run floor, list_small, list_large;
	struct edit_run edits;
	struct samples curl_ms;
	bool failed; /* something could not be measured */
};

/* --- the list ------------------------------------------------------------ */

enum goal_kind { AT_MOST, TIMES_FLOOR, TIMES_SHORT, CURL_AND_FLOOR };

static const struct {
	const char *what;
	enum list_figure figure;
	enum goal_kind kind;
	double goal;
} list_lines[] = {
	{ "start to first byte, ms", FIRST_BYTE_MS, AT_MOST, 8 },
	{ "start to first data, cached token, ms", FIRST_DATA_MS, CURL_AND_FLOOR, 1.0 },
	{ "step inside the page, ms", STEP_MS, TIMES_FLOOR, 1.3 },
	{ "step inside the page, CPU us", STEP_CPU_US, TIMES_FLOOR, 1.3 },
	{ "step inside the page, bytes", STEP_BYTES, AT_MOST, 70 },
	{ "step that scrolls, ms", SCROLL_MS, TIMES_FLOOR, 1.3 },
	{ "step that scrolls, CPU us", SCROLL_CPU_US, TIMES_FLOOR, 1.3 },
	{ "step that scrolls, bytes", SCROLL_BYTES, AT_MOST, 250 },
	{ "page at hand, ms", PAGE_MS, TIMES_FLOOR, 1.0 },
	{ "page at hand, CPU us", PAGE_CPU_US, TIMES_FLOOR, 1.3 },
	{ "page at hand, bytes", PAGE_BYTES, TIMES_FLOOR, 1.05 },
	{ "end of the list, one GET, ms", END_MS, AT_MOST, 20 },
	{ "held key, 500 steps, drained after ms", DRAIN_MS, AT_MOST, 1 },
	{ "wake-ups in 10 idle seconds", IDLE_WAKEUPS, AT_MOST, 1 },
	{ "bytes in 10 idle seconds", IDLE_BYTES, AT_MOST, 40 },
	{ "private dirty after the walk, kB", PRIVATE_DIRTY_KB, AT_MOST, 4096 },
	{ "resident after the walk, kB", RESIDENT_KB, AT_MOST, 14336 },
};

static char *in_build(const struct bench *bench, const char *name)
{
	return xasprintf("%s/%s", bench->build, name);
}

static void point_at(const struct service *service)
{
	char *url = xasprintf("http://127.0.0.1:%d", service->port);

	setenv("NYMBLE_URL", url, 1);
	setenv("NYMBLE_ORG_CODE", service->org_code, 1);
	setenv("NYMBLE_CLIENT_ID", service->client_id, 1);
	setenv("NYMBLE_CLIENT_SECRET", service->client_secret, 1);
	free(url);
}

static void time_curl(struct bench *bench)
{
	char *header = xasprintf("Authorization: Bearer %s", bench->small.token);
	char *url = xasprintf("http://127.0.0.1:%d/api/customers?pageNumber=1&pageSize=50",
			      bench->small.port);
	const char *argv[] = { "curl", "-s", "-o", "/dev/null", "-H", header, url, NULL };
	double begun_ms = process_now_ms();
	pid_t pid = fork();
	int status = -1;

	if (pid == 0)
		process_become(argv);
	if (waitpid(pid, &status, 0) == pid && status == 0)
		samples_add(&bench->curl_ms, process_now_ms() - begun_ms);
	free(url);
	free(header);
}

/* What is compared is measured in turn, so that a busy machine is busy for all. */
static bool measure_lists(struct bench *bench)
{
	bool ok = true;

	for (int round = 0; ok && round < ROUNDS; round++) {
		fprintf(stderr, "round %d of %d\n", round + 1, ROUNDS);
		ok = list_run_moves(&bench->floor);
		point_at(&bench->small);
		if (round == 0) /* logs in, so that a token is there */
			ok = ok && list_run_idle(&bench->list_small);
		ok = ok && list_run_moves(&bench->list_small);
		time_curl(bench);
		point_at(&bench->large);
		if (round == 0)
			ok = ok && list_run_idle(&bench->list_large);
		ok = ok && list_run_moves(&bench->list_large);
	}
	fprintf(stderr, "walking the lists\n");
	ok = ok && list_run_walk(&bench->list_large);
	point_at(&bench->small);
	return ok && list_run_walk(&bench->list_small);
}

static double goal_value(struct bench *bench, size_t i)
{
	double floor = list_run_median(&bench->floor, list_lines[i].figure),
	       goal = list_lines[i].goal;

	switch (list_lines[i].kind) {
	case TIMES_FLOOR:
		return goal * floor;
	case TIMES_SHORT:
		return goal * list_run_median(&bench->list_small, list_lines[i].figure);
	case CURL_AND_FLOOR:
		return goal * (floor + samples_median(&bench->curl_ms));
	case AT_MOST:
		break;
	}
	return goal;
}

static const char *verdict(bool reached)
{
	return reached ? "" : "  missed";
}

static void print_lists(struct bench *bench)
{
	printf("%-40s %10d %10ld %10s %7s %10s\n", "the list, 160x48, rows:", SHORT_ROWS,
	       bench->long_rows, "floor", "ratio", "goal");
	for (size_t i = 0; i < sizeof(list_lines) / sizeof(list_lines[0]); i++) {
		double small = list_run_median(&bench->list_small, list_lines[i].figure);
		double large = list_run_median(&bench->list_large, list_lines[i].figure);
		double floor = list_run_median(&bench->floor, list_lines[i].figure),
		       goal = goal_value(bench, i);

		printf("%-40s %10.2f %10.2f ", list_lines[i].what, small, large);
		if (floor > 0)
			printf("%10.2f %7.2f ", floor, large / floor);
		else
			printf("%10s %7s ", "", "");
		printf("%10.2f%s\n", goal, verdict(small <= goal && large <= goal));
	}
	printf("%-40s %10.2f\n\n", "curl, the same page, ms", samples_median(&bench->curl_ms));
}

/* --- editing --------------------------------------------------------------- */

static const struct {
	const char *what;
	enum edit_figure figure;
	double goal; /* at most */
} edit_lines[] = {
	{ "letter typed in a field, ms", LETTER_MS, 5 },
	{ "letter typed in a field, bytes", LETTER_BYTES, 30 },
	{ "letter typed in a field, CPU us", LETTER_CPU_US, 1000 },
	{ "letter typed in the palette, bytes", PALETTE_BYTES, 300 },
	{ "letter typed in the palette, most bytes", PALETTE_BYTES_MOST, 300 },
	{ "letter typed in the palette, CPU us", PALETTE_CPU_US, 1000 },
	{ "letter typed in a filter, bytes", FILTER_BYTES, 300 },
	{ "letter typed in a filter, most bytes", FILTER_BYTES_MOST, 300 },
	{ "letter typed in a filter, CPU us", FILTER_CPU_US, 1000 },
	{ "requests while a filter is typed", FILTER_REQUESTS, 3 },
	{ "s to Saved, 100 ms latency, ms", SAVE_MS, 230 },
	{ "requests per save", SAVE_REQUESTS, 2 },
	{ "10,000 deactivations, s", RUN_S, 30 },
	{ "private dirty after them, kB", RUN_PRIVATE_DIRTY_KB, 6144 },
	{ "resident after them, kB", RUN_RESIDENT_KB, 16384 },
};

static bool measure_slow(struct bench *bench, const char *program)
{
	struct service slow;
	bool ok = service_start_slow(&slow, program, bench->folder, SHORT_ROWS, EDIT_LATENCY_MS);

	if (ok) {
		point_at(&slow);
		ok = edit_run_narrowing(&bench->edits, &slow) &&
		     edit_run_saves(&bench->edits, &slow);
	}
	service_stop(&slow);
	return ok;
}

static bool measure_many(struct bench *bench, const char *program)
{
	struct service many;
	bool ok = service_start_sandbox(&many, program, bench->folder, EDIT_RUN_RECORDS);

	if (ok) {
		point_at(&many);
		ok = edit_run_many(&bench->edits);
	}
	service_stop(&many);
	return ok;
}

static bool measure_edits(struct bench *bench)
{
	char *program = in_build(bench, "src/nymble-sandbox");

	fprintf(stderr, "editing\n");
	point_at(&bench->small);
	bool ok = edit_run_letters(&bench->edits) && measure_slow(bench, program) &&
		  measure_many(bench, program);
	free(program);
	return ok;
}

static void print_edits(struct bench *bench)
{
	printf("%-40s %10s %10s\n", "editing, 160x48", "", "goal");
	for (size_t i = 0; i < sizeof(edit_lines) / sizeof(edit_lines[0]); i++) {
		double value = edit_run_median(&bench->edits, edit_lines[i].figure);

		printf("%-40s %10.2f %10.2f%s\n", edit_lines[i].what, value, edit_lines[i].goal,
		       verdict(value <= edit_lines[i].goal));
	}
	putchar('\n');
}

/* --- the sandbox --------------------------------------------------------- */

/* %ld in a path is the page in the middle of the list. */
static const struct {
	const char *what;
	bool large;
	const char *path;
	const char *body;  /* of a PUT; NULL: a GET */
	double of_floor;   /* goal: that part of what bare libmicrohttpd answers; 0: the next */
	double per_second; /* goal by itself */
} service_lines[] = {
	{ "first page of 25", false, "/api/customers?pageNumber=1&pageSize=25", NULL, 0.45, 0 },
	{ "first page of 25", true, "/api/customers?pageNumber=1&pageSize=25", NULL, 0.4, 0 },
	{ "middle page by number", true,
	  "/api/customers?pageNumber=%ld&pageSize=25&sortOn=CustomerNumber", NULL, 0.33, 0 },
	{ "middle page by name", true, "/api/customers?pageNumber=%ld&pageSize=25&sortOn=Name",
	  NULL, 0.2, 0 },
	{ "one customer", true, "/api/customers/HRB-1042", NULL, 0.45, 0 },
	{ "a write", true, "/api/customers/HRB-1042", "{\"terms\":\"NET30\"}", 0, 10000 },
};

static char *request_for(const struct bench *bench, size_t i)
{
	const struct service *service = service_lines[i].large ? &bench->large : &bench->small;
	const char *page = strstr(service_lines[i].path, "%ld");
	char *path = page ? xasprintf("%.*s%ld%s", (int)(page - service_lines[i].path),
				      service_lines[i].path, bench->long_rows / 25 / 2,
				      page + strlen("%ld"))
			  : xstrdup(service_lines[i].path);
	char *request = service_lines[i].body ? service_put(service, path, service_lines[i].body)
					      : service_get(service, path);

	free(path);
	return request;
}

static void print_service_line(struct bench *bench, size_t i, struct service *floor)
{
	struct service *service = service_lines[i].large ? &bench->large : &bench->small;
	char *request = request_for(bench, i);
	char *floor_request = service_get(floor, "/");
	struct load_result ours, bare;

	if (load_run(floor->port, floor_request, CONNECTIONS, LOAD_MS, &bare) &&
	    load_run(service->port, request, CONNECTIONS, LOAD_MS, &ours)) {
		double goal = service_lines[i].of_floor > 0
				      ? service_lines[i].of_floor * bare.per_second
				      : service_lines[i].per_second;

		printf("%-24s %10ld %10.0f %10.0f %7.2f %10.0f%s", service_lines[i].what,
		       service_lines[i].large ? bench->long_rows : (long)SHORT_ROWS,
		       ours.per_second, bare.per_second, ours.per_second / bare.per_second, goal,
		       verdict(ours.per_second >= goal));
		if (ours.status)
			printf("  status %d", ours.status);
		putchar('\n');
	}
	free(floor_request);
	free(request);
}

static void print_services(struct bench *bench)
{
	char *program = in_build(bench, "bench/http-floor");
	char *request = service_get(&bench->small, service_lines[0].path),
	     *page = load_ask(bench->small.port, request);
	struct service floor;

	printf("%-24s %10s %10s %10s %7s %10s\n", "requests per second", "rows", "sandbox", "floor",
	       "ratio", "goal");
	if (service_start_floor(&floor, program, page ? strlen(page) : 0))
		for (size_t i = 0; i < sizeof(service_lines) / sizeof(service_lines[0]); i++)
			print_service_line(bench, i, &floor);
	service_stop(&floor);
	printf("%-24s %10d %10.0f ms\n", "new database, ready after", SHORT_ROWS,
	       bench->small.ready_ms);
	printf("%-24s %10ld %10.0f ms\n", "", bench->long_rows, bench->large.ready_ms);
	printf("%-24s %10ld %10ld kB\n", "resident", bench->long_rows,
	       process_memory(bench->large.pid).resident_kb);
	free(page);
	free(request);
	free(program);
}

/* --- all of it ----------------------------------------------------------- */

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	(void)about, (void)kind, (void)where;
	return remove(path);
}

/* Nothing of the user's is read or written. */
static void settle_in(struct bench *bench)
{
	static const char *const homes[] = { "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
					     "XDG_DATA_HOME", "XDG_RUNTIME_DIR" };
	const char *temporary = getenv("TMPDIR");

	bench->folder = xasprintf("%s/nymble-bench-XXXXXX", temporary ? temporary : "/tmp");
	if (!mkdtemp(bench->folder)) {
		perror(bench->folder);
		exit(1);
	}
	for (size_t i = 0; i < sizeof(homes) / sizeof(homes[0]); i++)
		setenv(homes[i], bench->folder, 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("NO_COLOR");
}

static bool start_sandboxes(struct bench *bench)
{
	char *program = in_build(bench, "src/nymble-sandbox");
	bool ok = service_start_sandbox(&bench->small, program, bench->folder, SHORT_ROWS) &&
		  service_start_sandbox(&bench->large, program, bench->folder, bench->long_rows);

	free(program);
	return ok;
}

static void run_bench(struct bench *bench)
{
	char *floor = in_build(bench, "bench/floor"), *tui = in_build(bench, "src/nymble-tui");
	char *rows = xasprintf("%ld", bench->long_rows);
	const char *floor_argv[] = { floor, rows, NULL }, *tui_argv[] = { tui, NULL };

	bench->floor = (struct list_run){ .argv = floor_argv, .rows = bench->long_rows };
	bench->list_small =
		(struct list_run){ .argv = tui_argv, .rows = SHORT_ROWS, .end_key = "G" };
	bench->list_large =
		(struct list_run){ .argv = tui_argv, .rows = bench->long_rows, .end_key = "G" };
	bench->edits = (struct edit_run){ .argv = tui_argv };
	if (start_sandboxes(bench) && measure_lists(bench) && measure_edits(bench)) {
		print_lists(bench);
		print_edits(bench);
		fflush(stdout);
		print_services(bench);
	} else {
		bench->failed = true;
	}
	service_stop(&bench->small);
	service_stop(&bench->large);
	list_run_finish(&bench->floor);
	list_run_finish(&bench->list_small);
	list_run_finish(&bench->list_large);
	edit_run_finish(&bench->edits);
	samples_finish(&bench->curl_ms);
	free(rows);
	free(tui);
	free(floor);
}

int main(int argc, char *argv[])
{
	struct bench bench = { .build = argc > 1 ? argv[1] : ".",
			       .long_rows = argc > 2 ? atol(argv[2]) : 100000 };

	setlocale(LC_ALL, "");
	settle_in(&bench);
	run_bench(&bench);
	nftw(bench.folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(bench.folder);
	return bench.failed;
}
