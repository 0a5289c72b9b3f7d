/* Cancelling a call: at once, whatever it waits for, and without a word afterwards. */
/* SPDX-License-Identifier: ISC */
#include "net_fixture.h"

#include <netdb.h>
#include <pthread.h>

#include "base/clock.h"

static const struct fault hanging[] = { { .kind = FAULT_HANG } };

static void stop(void *data)
{
	loop_stop(data);
}

static void run_until_requests(struct fixture *f, int count)
{
	while (fault_proxy_requests(f->proxy) < count) {
		loop_after(f->loop, 2, stop, f->loop);
		loop_run(f->loop);
	}
}

static void a_cancelled_call_says_nothing(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f, FAULTS(hanging), NULL);
	call_cancel(NULL);
	call_cancel(fixture_start_call(&f, "GET", "/0", &(struct request){ 0 })); /* not begun */
	struct call *call = fixture_start_call(&f, "GET", "/1", &(struct request){ 0 });
	run_until_requests(&f, 1);
	call_cancel(call);
	fixture_run_for(&f, 20);
	assert_int_equal(f.answer.count, 0);
	assert_int_equal(fault_proxy_requests(f.proxy), 1);
	assert_string_equal(trace_at(net_trace(f.net), 0)->failure, "Cancelled");
	fixture_start_call(&f, "GET", "/2", &(struct request){ 0 }); /* cancelled with the net */
	run_until_requests(&f, 2);
	fixture_stop(&f);
	assert_int_equal(f.answer.count, 0);
}

struct resolver {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool blocks, asked, left;
};

static struct resolver resolver = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false,
				    false, false };

/* A name server that does not answer: libcurl's thread finds this one before the C library's. */
__attribute__((visibility("default"))) int getaddrinfo(const char *node, const char *service,
						       const struct addrinfo *hints,
						       struct addrinfo **result)
{
	(void)node;
	(void)service;
	(void)hints;
	(void)result;
	pthread_mutex_lock(&resolver.lock);
	resolver.asked = true;
	while (resolver.blocks)
		pthread_cond_wait(&resolver.changed, &resolver.lock);
	resolver.left = true;
	pthread_cond_broadcast(&resolver.changed);
	pthread_mutex_unlock(&resolver.lock);
	return EAI_AGAIN;
}

static bool resolver_was_asked(void)
{
	pthread_mutex_lock(&resolver.lock);
	bool asked = resolver.asked;
	pthread_mutex_unlock(&resolver.lock);
	return asked;
}

static void let_the_resolver_go(void)
{
	pthread_mutex_lock(&resolver.lock);
	resolver.blocks = false;
	pthread_cond_broadcast(&resolver.changed);
	while (!resolver.left)
		pthread_cond_wait(&resolver.changed, &resolver.lock);
	pthread_mutex_unlock(&resolver.lock);
}

static void cancelling_does_not_wait_for_a_name(void **state)
{
	struct fixture f;
	const struct net_options options = { .origin = "https://slow.example" };

	(void)state;
	resolver.blocks = true;
	fixture_start_at(&f, &options);
	struct call *call =
		fixture_start_call(&f, "GET", "https://slow.example/", &(struct request){ 0 });
	while (!resolver_was_asked())
		fixture_run_for(&f, 2);
	int64_t before = clock_now_ms();
	call_cancel(call);
	fixture_stop(&f);
	assert_true(clock_now_ms() - before < 100);
	assert_int_equal(f.answer.count, 0);
	let_the_resolver_go();
}

static void an_unknown_name_is_said(void **state)
{
	struct fixture f;
	const struct net_options options = { .origin = "https://nowhere.example:8443" };

	(void)state;
	fixture_start_at(&f, &options);
	fixture_start_call(&f, "PUT", "https://nowhere.example:8443/", &(struct request){ 0 });
	fixture_wait(&f);
	assert_int_equal(f.answer.outcome, ANSWER_NOT_SENT);
	assert_string_equal(f.answer.message,
			    "Cannot reach nowhere.example:8443 (its name is not known)");
	fixture_stop(&f);
}

static void cancel_itself(void *data, const struct answer *answer)
{
	struct call **call = data;

	(void)answer;
	call_cancel(*call);
	*call = NULL;
}

static void a_call_may_be_cancelled_while_it_answers(void **state)
{
	struct fixture f;
	struct call *call;

	(void)state;
	fixture_start(&f, NULL, 0, NULL);
	char *url = fixture_url(&f, "/x");
	call = call_start(f.net, &(struct request){ .method = "GET", .url = url }, cancel_itself,
			  &call);
	free(url);
	while (call)
		fixture_run_for(&f, 2);
	fixture_stop(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cancelled_call_says_nothing),
		cmocka_unit_test(cancelling_does_not_wait_for_a_name),
		cmocka_unit_test(an_unknown_name_is_said),
		cmocka_unit_test(a_call_may_be_cancelled_while_it_answers),
	};

	return cmocka_run_group_tests_name("cancel", tests, NULL, NULL);
}
