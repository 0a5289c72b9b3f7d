/* price_block.h - one call of a job that replaces lists, while it is under way: up to JOB_BLOCK_MAX records
 * read, compared, sent together, halved where one of them is wrong; for job_prices.c alone. */
/* SPDX-License-Identifier: ISC */
#ifndef WORK_PRICE_BLOCK_H
#define WORK_PRICE_BLOCK_H

struct job_call;

void price_block_start(struct job_call *call);
void price_block_cancel(struct job_call *call);

#endif
