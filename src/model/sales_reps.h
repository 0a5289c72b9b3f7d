/* sales_reps.h - the sales representatives of Nymble Commerce: their fields. They can be listed and chosen from. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_SALES_REPS_H
#define MODEL_SALES_REPS_H

struct resource;
struct schema;

extern const struct schema nymble_sales_rep_schema;
extern const struct resource nymble_sales_reps;

#endif
