/* lost_answers.c - the connection breaks while something is changed, before or after the service did it:
 * it happens exactly once, and the words are true. */
/* SPDX-License-Identifier: ISC */
#include "unit/unit.h"

#include <signal.h>

#include "support/story.h"

/* HRB-1042's record, with a proxy that does nothing yet. */
static struct terminal *at_the_record(struct story *story)
{
	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .nth = -1 });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	story_open_customer(term, "HRB-1042");
	story_mark(story);
	return term;
}

struct loss {
	struct fault faults[2];
	const char *said; /* on the screen */
	int effects;      /* how often the service did it */
};

static void expect_effects(const struct story *story, const char *call, const struct loss *loss)
{
	int effects = story_count(story, call);

	if (effects != loss->effects)
		fail_msg("%s, fault %d: done %d times, not %d", loss->said, (int)loss->faults[0].kind, effects,
			 loss->effects);
}

/* --- actions ------------------------------------------------------------------------------------ */

#define DEACTIVATE .method = "POST", .path = "/deactivate"
#define READ .method = "GET", .path = "/api/customers/HRB-1042"

static const struct loss deactivations[] = {
	{ { { DEACTIVATE, .nth = 1, .kind = FAULT_DROP_BEFORE } }, "is not active any more.", 1 },
	{ { { DEACTIVATE, .nth = 1, .kind = FAULT_DROP_AFTER } }, "is not active any more.", 1 },
	{ { { DEACTIVATE, .kind = FAULT_DROP_AFTER } }, "is not active any more.", 1 },
	{ { { DEACTIVATE, .kind = FAULT_DROP_BEFORE } }, "may have been applied to HRB-1042. Reload to see.", 0 },
	{ { { DEACTIVATE, .kind = FAULT_DROP_AFTER }, { READ, .kind = FAULT_DROP_BEFORE } },
	  "may have been applied to HRB-1042. Reload to see.", 1 },
};

static void a_deactivation_happens_once(void **state)
{
	for (size_t i = 0; i < CASES(deactivations); i++) {
		struct story *story = *state;
		struct terminal *term = at_the_record(story);

		story_through(story, deactivations[i].faults, CASES(deactivations[i].faults));
		keys(term, "x", "2");
		wait_for(term, "Deactivate HRB-1042", "y/n");
		keys(term, "y");
		wait_for(term, deactivations[i].said);
		story_quit(term);
		expect_effects(story, "POST /api/customers/HRB-1042/deactivate", &deactivations[i]);
		story_begin_anew(story);
	}
}

#define DELETE .method = "DELETE", .path = "/api/customers/HRB-1042"

static const struct loss deletions[] = {
	{ { { DELETE, .nth = 1, .kind = FAULT_DROP_BEFORE } }, "is deleted.", 1 },
	{ { { DELETE, .nth = 1, .kind = FAULT_DROP_AFTER } }, "is deleted.", 1 },
	{ { { DELETE, .kind = FAULT_DROP_AFTER } }, "is deleted.", 1 },
	{ { { DELETE, .kind = FAULT_DROP_BEFORE } }, "may have been applied to HRB-1042. Reload to see.", 0 },
	{ { { DELETE, .kind = FAULT_DROP_AFTER }, { READ, .kind = FAULT_DROP_BEFORE } },
	  "may have been applied to HRB-1042. Reload to see.", 1 },
};

static void a_deletion_happens_once(void **state)
{
	for (size_t i = 0; i < CASES(deletions); i++) {
		struct story *story = *state;
		struct terminal *term = at_the_record(story);

		story_through(story, deletions[i].faults, CASES(deletions[i].faults));
		keys(term, "x");
		wait_for(term, "3 Delete");
		keys(term, "3");
		wait_for(term, "Delete HRB-1042", "Type HRB-1042");
		keys(term, "HRB-1042", "Enter");
		wait_for(term, deletions[i].said);
		story_quit(term);
		expect_effects(story, "DELETE /api/customers/HRB-1042", &deletions[i]);
		story_begin_anew(story);
	}
}

/* --- saves --------------------------------------------------------------------------------------- */

#define UPDATE .method = "PUT", .path = "/api/customers/HRB-1042"

static const struct loss updates[] = {
	{ { { UPDATE, .nth = 1, .kind = FAULT_DROP_BEFORE } }, "Saved 1 change to HRB-1042.", 1 },
	{ { { UPDATE, .nth = 1, .kind = FAULT_DROP_AFTER } }, "Saved 1 change to HRB-1042.", 1 },
	{ { { UPDATE, .kind = FAULT_DROP_AFTER } }, "Saved 1 change to HRB-1042.", 1 },
	/* N29: the service says yes without a body. */
	{ { { UPDATE, .kind = FAULT_INSTEAD, .answer = "HTTP/1.1 204 No Content\r\n\r\n" } },
	  "Saved 1 change to HRB-1042.", 1 },
	{ { { UPDATE, .kind = FAULT_DROP_BEFORE } }, "may have been applied to HRB-1042.", 0 },
};

/* Terms are typed into the form and saved. */
static void save_terms(struct terminal *term)
{
	keys(term, "e");
	wait_for(term, "> Edit", "Terms");
	keys(term, "Tab", "Tab", "Tab", "Ctrl-u", "COD");
	wait_for(term, "1 change");
	keys(term, "F2");
	wait_for(term, "> Review", "COD");
	keys(term, "s");
}

static void an_update_happens_once(void **state)
{
	for (size_t i = 0; i < CASES(updates); i++) {
		struct story *story = *state;
		struct terminal *term = at_the_record(story);

		story_through(story, updates[i].faults, CASES(updates[i].faults));
		save_terms(term);
		wait_for(term, updates[i].said);
		terminal_signal(term, SIGTERM); /* a form that is left open keeps its draft */
		assert_int_equal(wait_exit(term), 0);
		terminal_finish(term);
		expect_effects(story, "PUT /api/customers/HRB-1042 {\"terms\":\"COD\"}", &updates[i]);
		story_begin_anew(story);
	}
}

/* Neither saved nor failed: the form is still there, and what was typed. */
static void what_is_not_known_is_not_dropped(void **state)
{
	struct story *story = *state;
	struct terminal *term = at_the_record(story);

	STORY_THROUGH(story, { UPDATE, .kind = FAULT_DROP_AFTER }, { READ, .nth = 1 },
		      { READ, .kind = FAULT_DROP_BEFORE });
	save_terms(term);
	wait_for(term, "> Review", "may have been applied to HRB-1042. Reload to see.");
	STORY_THROUGH(story, { .nth = -1 });
	keys(term, "s");
	wait_for(term, "The service has all of this already: nothing was sent.");
	story_quit(term);
	assert_int_equal(story_count(story, "PUT "), 1);
}

#define CREATE .method = "PUT", .path = "/api/customers"

static const struct loss creations[] = {
	{ { { CREATE, .nth = 1, .kind = FAULT_DROP_BEFORE } }, "Saved NEW-1, which is new.", 1 },
	{ { { CREATE, .nth = 1, .kind = FAULT_DROP_AFTER } }, "Saved NEW-1, which is new.", 1 },
	{ { { CREATE, .kind = FAULT_DROP_AFTER } }, "Saved NEW-1, which is new.", 1 },
	{ { { CREATE, .kind = FAULT_DROP_BEFORE } }, "may have been applied to NEW-1.", 0 },
};

/* A new customer with all that it needs. */
static void save_new(struct terminal *term)
{
	keys(term, "q", "a");
	wait_for(term, "New customer", "> Number");
	keys(term, "NEW-1", "Tab", "Newcomer Ltd", "Tab", "Enter");
	wait_for(term, "type to narrow", "3 of 3");
	keys(term, "Ret", "Enter");
	wait_gone(term, "type to narrow");
	keys(term, "Tab", "Tab", "Tab", "Tab", "desk@newcomer.example");
	wait_for(term, "desk@newcomer.example");
	keys(term, "F2");
	wait_for(term, "> Review", "NEW-1");
	keys(term, "s");
}

static void a_creation_happens_once(void **state)
{
	for (size_t i = 0; i < CASES(creations); i++) {
		struct story *story = *state;
		struct terminal *term = at_the_record(story);

		story_through(story, creations[i].faults, CASES(creations[i].faults));
		save_new(term);
		wait_for(term, creations[i].said);
		terminal_signal(term, SIGTERM); /* a form that is left open keeps its draft */
		assert_int_equal(wait_exit(term), 0);
		terminal_finish(term);
		expect_effects(story, "PUT /api/customers {", &creations[i]);
		story_begin_anew(story);
	}
}

/* --- products: complete records, and prices by a call of their own --------------------------------- */

#define PUT_PRODUCT .method = "PUT", .path = "/api/products"

static const struct loss product_saves[] = {
	{ { { PUT_PRODUCT, .nth = 1, .kind = FAULT_DROP_BEFORE } }, "Saved 1 change to ROPE-BRD-12.", 1 },
	{ { { PUT_PRODUCT, .nth = 1, .kind = FAULT_DROP_AFTER } }, "Saved 1 change to ROPE-BRD-12.", 1 },
	{ { { PUT_PRODUCT, .kind = FAULT_DROP_AFTER } }, "Saved 1 change to ROPE-BRD-12.", 1 },
	{ { { PUT_PRODUCT, .kind = FAULT_DROP_BEFORE } }, "may have been applied to ROPE-BRD-12.", 0 },
};

static struct terminal *at_the_product(struct story *story)
{
	story_sandbox(story, NULL);
	STORY_THROUGH(story, { .nth = -1 });
	struct terminal *term = story_connect(story, NULL, true, NULL);
	wait_for(term, "1 of 200", "Northpoint");
	keys(term, "2");
	wait_for(term, "1 of 100");
	keys(term, ":", "ROPE-BRD-12", "Enter");
	wait_for(term, "Products > ROPE-BRD-12", "Read at");
	story_mark(story);
	return term;
}

static void change_category(struct terminal *term)
{
	keys(term, "e");
	wait_for(term, "> Edit", "Category");
	keys(term, "Tab", "Ctrl-u", "Ropes");
}

static void change_price(struct terminal *term)
{
	keys(term, "2");
	wait_for(term, "Wholesale", "29.40");
	keys(term, "e");
	wait_for(term, "Esc back", "From qty");
	keys(term, "43", "Enter");
}

static const struct {
	void (*change)(struct terminal *term);
	const char *call;
} product_changes[] = {
	{ change_category, "PUT /api/products {" },
	{ change_price, "PUT /api/products/prices {" },
};

static void a_product_is_saved_once(void **state)
{
	for (size_t i = 0; i < CASES(product_changes) * CASES(product_saves); i++) {
		const struct loss *loss = &product_saves[i % CASES(product_saves)];
		size_t which = i / CASES(product_saves);
		struct story *story = *state;
		struct terminal *term = at_the_product(story);

		story_through(story, loss->faults, CASES(loss->faults));
		product_changes[which].change(term);
		wait_for(term, "1 change");
		keys(term, "F2");
		wait_for(term, "> Review");
		keys(term, "s");
		wait_for(term, loss->said);
		terminal_signal(term, SIGTERM); /* a form that is left open keeps its draft */
		assert_int_equal(wait_exit(term), 0);
		terminal_finish(term);
		expect_effects(story, product_changes[which].call, loss);
		story_begin_anew(story);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_deactivation_happens_once),
		STORY(a_deletion_happens_once),
		STORY(an_update_happens_once),
		STORY(what_is_not_known_is_not_dropped),
		STORY(a_creation_happens_once),
		STORY(a_product_is_saved_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
