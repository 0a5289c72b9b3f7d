/* fault_give.h - an answer as a fault wants it. */
/* SPDX-License-Identifier: ISC */
#ifndef TESTS_FAULTS_FAULT_GIVE_H
#define TESTS_FAULTS_FAULT_GIVE_H
#include <stdbool.h>
#include <stddef.h>

#include "fault_proxy.h"

/* Whether anybody needs to know what the service answers. */
bool fault_asks_for_answer(const struct fault *fault);

/* Writes answer (which may be changed; NULL and 0 where none is needed) to fd, unless stop_fd
 * becomes readable. True: the connection can be used again. */
bool fault_give(const struct fault *fault, int fd, int stop_fd, char *answer, size_t len);

#endif
