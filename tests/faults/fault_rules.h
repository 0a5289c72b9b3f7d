/* fault_rules.h - which fault a request meets. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_FAULTS_FAULT_RULES_H
#define TESTS_FAULTS_FAULT_RULES_H
#include <stdbool.h>
#include <stddef.h>

#include "fault_proxy.h"

/* Counts head (a request, from its first line on) in seen, one number a rule, and gives the rule
 * that it meets; NULL when none. */
const struct fault *fault_find(const struct fault *faults, size_t count, int *seen,
			       const char *head);

/* Reads "POST /deactivate 3 cut 10": method or *, part of the path or *, which one (0: each), kind,
 * amount if it takes one; for answer the rest is "STATUS" or "STATUS retry-after=2". text is cut up
 * and must outlive fault. */
bool fault_parse(char *text, struct fault *fault);

#endif
