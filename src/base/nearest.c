/* SPDX-License-Identifier: ISC */
#include "base/nearest.h"

#include <limits.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

/* What it takes to turn what was typed into the name. People leave letters out and swap neighbours
 * more often than they type too many: "prod" is nearer to "products" than to "pro". */
enum { COST_SWAP = 1, COST_INSERT = 1, COST_CHANGE = 2, COST_DELETE = 3 };

/* Longer texts are no misspelt names. */
enum { NAME_MAX_LEN = 64 };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The cheapest edit (optimal string alignment), row by row: row[j] is the cost of turning the first
 * i letters of text into the first j of name. */
static int edit_cost(const char *text, size_t text_len, const char *name, size_t name_len)
{
	int rows[3][NAME_MAX_LEN + 1];
	int *before = rows[0], *above = rows[1], *row = rows[2];

	for (size_t j = 0; j <= name_len; j++)
		above[j] = before[j] = (int)j * COST_INSERT;
	for (size_t i = 1; i <= text_len; i++) {
		row[0] = (int)i * COST_DELETE;
		for (size_t j = 1; j <= name_len; j++) {
			char typed = lower(text[i - 1]), meant = lower(name[j - 1]);
			row[j] = above[j - 1] + (typed == meant ? 0 : COST_CHANGE);
			row[j] = least(row[j], above[j] + COST_DELETE);
			row[j] = least(row[j], row[j - 1] + COST_INSERT);
			if (i > 1 && j > 1 && typed == lower(name[j - 2]) &&
			    meant == lower(text[i - 2]))
				row[j] = least(row[j], before[j - 2] + COST_SWAP);
		}
		int *oldest = before;
		before = above;
		above = row;
		row = oldest;
	}
	return above[name_len];
}

struct nearest nearest_to(const char *text)
{
	return (struct nearest){ .text = text, .cost = INT_MAX };
}

void nearest_offer(struct nearest *nearest, const char *name)
{
	size_t text_len = strlen(nearest->text), name_len = strlen(name);

	if (text_len > NAME_MAX_LEN || name_len > NAME_MAX_LEN)
		return;
	int cost = edit_cost(nearest->text, text_len, name, name_len);
	/* Dearer than one letter in two changed: another word, no slip. */
	if (cost <= (int)text_len && cost < nearest->cost) {
		nearest->cost = cost;
		nearest->name = name;
	}
}

const char *nearest_name(const struct nearest *nearest)
{
	return nearest->name;
}

char *nearest_question(const struct nearest *nearest)
{
	return nearest->name ? xasprintf(_(", did you mean %s?"), nearest->name) : xstrdup("");
}
