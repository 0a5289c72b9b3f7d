/* script.h - a service for pagers that does nothing by itself: the test says which call is
 * answered, and when a pause is over. Row i (from 0) of its list has the key «C-i». */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_STORE_SCRIPT_H
#define TESTS_STORE_SCRIPT_H
#include "base/error.h"
#include "store/page_source.h"

struct script {
	int64_t rows;     /* how long the list is */
	bool says_total;  /* whether its pages say so */
	int page_max;     /* the service's own limit; 0: none */
	const char *name; /* what companies are called: to tell one reading from the next */

	struct asked {
		int page, page_size;
		char *query; /* as one line */
		client_page_fn *done;
		void *data;
		bool open;
	} calls[4096];
	int count;
	void (*fire)(void *data); /* the pause; NULL: none runs */
	void *fire_data;
};

struct script *script_new(int64_t rows);
void script_free(struct script *script);
struct page_source script_source(struct script *script);

/* The pages under way, in the order they were asked for: "1 2"; "" for none. Valid until the next
 * call. */
const char *script_open(struct script *script);
/* The query of the call that was made last. */
const char *script_last_query(const struct script *script);

/* Answers the oldest open call for that page as the list is now. */
void script_answer(struct script *script, int page);
/* Answers it with these rows. */
void script_answer_with(struct script *script, int page, const char *rows, int64_t total);
void script_refuse(struct script *script, int page, enum error_code code, const char *message);
/* Answers whatever is asked until nothing is. */
void script_answer_all(struct script *script);
void script_end_pause(struct script *script);

#endif
