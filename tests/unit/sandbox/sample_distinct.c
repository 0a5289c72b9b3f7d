/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "sample_document.h"

#include "base/alloc.h"

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The value of the first member of that name, cut out of the text: parsing 100,000 rows would take
 * long. */
static char *cut_text_take(char *document, const char *member)
{
	char *quoted = xasprintf("\"%s\":\"", member);
	const char *found = strstr(document, quoted);
	char *cut = NULL;

	if (found) {
		found += strlen(quoted);
		cut = xstrndup(found, strcspn(found, "\""));
	}
	free(quoted);
	free(document);
	return cut;
}

void assert_distinct(sample_write_fn *write, const char *member, uint64_t count)
{
	char **texts = xcalloc(count, sizeof(*texts));
	size_t found = 0;

	for (uint64_t i = 0; i < count; i++) {
		texts[found] = cut_text_take(
			sample_document(write, sample_organization_at(0), 1, i), member);
		found += texts[found] != NULL;
	}
	assert_true(found > count / 2);
	qsort(texts, found, sizeof(*texts), compare_texts);
	for (size_t i = 0; i + 1 < found; i++)
		assert_string_not_equal(texts[i], texts[i + 1]);
	for (size_t i = 0; i < found; i++)
		free(texts[i]);
	free(texts);
}
