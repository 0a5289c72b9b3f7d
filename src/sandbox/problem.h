/* problem.h - errors as a service reports them. Who finds one need not know which service it is:
 * the reply has its style. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_PROBLEM_H
#define SANDBOX_PROBLEM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct error;
struct faults;
struct reply;

struct error_style {
	const char *content_type;
	/* One object: detail may be NULL, faults may be NULL or empty. */
	void (*write)(int status, const char *detail, const struct faults *faults, FILE *out);
};

/* Problem details (RFC 9457) with, for wrong input, an `errors` object from field name to messages,
 * whose names begin with capitals (nymble.openapi.yaml, ProblemDetails, ValidationProblem). */
extern const struct error_style problem_details;
/* {status, code, message, details: [{field, message}]} (flow.openapi.yaml, Error). */
extern const struct error_style flow_errors;

/* detail may be NULL. */
void problem_reply(struct reply *reply, int status, const char *detail);
/* 500; what the machine said goes to standard error, not to the client. */
void problem_reply_failure(struct reply *reply, const struct error *err);

/* What is wrong with an input. */
struct fault {
	char *field, *message;
};
struct faults {
	struct fault *list;
	size_t count;
};

/* Adds a message for a field whose name is given as the contract spells it ("companyEmail",
 * "addresses[0].country"). */
void faults_add(struct faults *faults, const char *field, const char *message);
void faults_finish(struct faults *faults);

/* Answers 400 and gives true when there are any. */
bool faults_reply(const struct faults *faults, struct reply *reply);
/* 400 with one fault. */
void problem_reply_fault(struct reply *reply, const char *field, const char *message);

#endif
