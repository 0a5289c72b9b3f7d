/* nearest.h - which of several names somebody meant: «did you mean startswith?» */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

/* Offer every name that would have been right, then ask:
 *	struct nearest nearest = nearest_to("limt");
 *	nearest_offer(&nearest, "limit");
 *	nearest_name(&nearest)		// "limit"
 * Names and text are borrowed; ASCII case has no say; of equally near names the first offered wins.
 */
struct nearest {
	const char *text;
	const char *name;
	int cost;
};

struct nearest nearest_to(const char *text);
void nearest_offer(struct nearest *nearest, const char *name);

/* NULL when no name is near enough to be worth a question. */
const char *nearest_name(const struct nearest *nearest);

/* nearest_name as an end of a sentence, ", did you mean startswith?" or "". The caller frees. */
char *nearest_question(const struct nearest *nearest);

#endif
