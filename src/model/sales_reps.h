/* sales_reps.h - the sales representatives of Nymble Commerce: their fields. */
/* SPDX-License-Identifier: ISC */
#ifndef MODEL_SALES_REPS_H
#define MODEL_SALES_REPS_H

struct schema;

extern const struct schema nymble_sales_rep_schema;

#endif
