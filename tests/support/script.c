/* SPDX-License-Identifier: ISC */
#include "support/script.h"

#include "base/alloc.h"
#include "unit/unit.h"

enum { ROWS_MAX = 32, SETS_MAX = 32 };

/* The answers that the proxy borrows: those of earlier rows too, which may just be on their way. */
struct script {
	struct fault_proxy *proxy;
	struct fault faults[SETS_MAX][ROWS_MAX + 1];
	char *answers[SETS_MAX][ROWS_MAX];
	size_t set_count;
};

/* The whole answer; *len says how long. */
static char *write_answer(const struct script_row *row, size_t *len)
{
	const char *body = row->body ? row->body : "{}";
	size_t body_len = row->body_len ? row->body_len : strlen(body);
	char *text;
	FILE *out = xmemstream(&text, len);

	fprintf(out, "HTTP/1.1 %s\r\n%sContent-Length: %zu\r\n\r\n",
		row->status ? row->status : "200 OK",
		row->head ? row->head : "Content-Type: application/json\r\n", body_len);
	fwrite(body, 1, body_len, out);
	fclose(out);
	return text;
}

static struct fault read_row(const struct script_row *row, char **answer)
{
	struct fault fault = { .method = row->method,
			       .path = row->path,
			       .nth = row->nth,
			       .kind = row->fault ? row->fault : FAULT_ANSWER,
			       .amount = row->amount };

	fault.answer = *answer = write_answer(row, &fault.answer_len);
	return fault;
}

/* The next set of rules; the last of them is for all that no row is for. */
static const struct fault *add_set(struct script *script, const struct script_row *rows,
				   size_t count)
{
	static const char missing[] = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

	assert_true(count <= ROWS_MAX && script->set_count < SETS_MAX);
	struct fault *faults = script->faults[script->set_count];
	char **answers = script->answers[script->set_count++];
	for (size_t i = 0; i < count; i++)
		faults[i] = read_row(&rows[i], &answers[i]);
	faults[count] = (struct fault){ .kind = FAULT_ANSWER, .answer = missing };
	return faults;
}

struct script *script_new(const struct script_row *rows, size_t count)
{
	struct script *script = xcalloc(1, sizeof(*script));

	script->proxy = fault_proxy_start(0, add_set(script, rows, count), count + 1);
	assert_non_null(script->proxy);
	return script;
}

void script_free(struct script *script)
{
	if (!script)
		return;
	fault_proxy_stop(script->proxy);
	for (size_t i = 0; i < script->set_count; i++)
		for (size_t j = 0; j < ROWS_MAX; j++)
			free(script->answers[i][j]);
	free(script);
}

void script_set(struct script *script, const struct script_row *rows, size_t count)
{
	fault_proxy_set(script->proxy, add_set(script, rows, count), count + 1);
}

int script_port(const struct script *script)
{
	return fault_proxy_port(script->proxy);
}

int script_requests(const struct script *script)
{
	return fault_proxy_requests(script->proxy);
}

bool script_was_sent(const struct script *script, const char *text)
{
	char *request;
	bool found = false;

	for (int i = 0; !found && (request = fault_proxy_request(script->proxy, i)); i++) {
		found = strstr(request, text) != NULL;
		free(request);
	}
	return found;
}
