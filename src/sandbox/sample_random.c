/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_random.h"

/* splitmix64 (Steele, Lea, Flood 2014): good bits from a counter. */
static uint64_t next(struct sample_random *random)
{
	uint64_t z = random->state += 0x9e3779b97f4a7c15;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

struct sample_random sample_random_at(uint64_t seed, unsigned kind, uint64_t i)
{
	struct sample_random random = { seed };

	random.state = next(&random) ^ kind;
	random.state = next(&random) ^ i;
	random.state = next(&random);
	return random;
}

uint32_t sample_random_below(struct sample_random *random, uint32_t limit)
{
	return (uint32_t)(((next(random) >> 32) * limit) >> 32);
}

bool sample_random_percent(struct sample_random *random, unsigned percent)
{
	return sample_random_below(random, 100) < percent;
}

static uint64_t greatest_common_divisor(uint64_t a, uint64_t b)
{
	while (b) {
		uint64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

/* i * stride + offset with a stride near the golden section, which keeps any run of i spread out.
 */
uint64_t sample_random_deal(uint64_t seed, uint64_t i, uint64_t count)
{
	struct sample_random random = { seed };
	uint64_t offset = next(&random) % count;
	uint64_t stride =
		(uint64_t)((unsigned __int128)count * 618034 / 1000000) + next(&random) % 64;

	while (stride == 0 || greatest_common_divisor(stride, count) != 1)
		stride++;
	return (uint64_t)(((unsigned __int128)(i % count) * stride + offset) % count);
}

void sample_random_pattern(struct sample_random *random, const char *pattern,
			   char out[SAMPLE_PATTERN_SIZE])
{
	static const char letters[] = "ABCEGHJKLMNPRSTVWXYZ"; /* those that postal codes use */
	size_t i = 0;

	for (; pattern[i] && i < SAMPLE_PATTERN_SIZE - 1; i++)
		switch (pattern[i]) {
		case '#':
			out[i] = (char)('0' + sample_random_below(random, 10));
			break;
		case '%':
			out[i] = (char)('1' + sample_random_below(random, 9));
			break;
		case '@':
			out[i] = letters[sample_random_below(random, sizeof(letters) - 1)];
			break;
		default:
			out[i] = pattern[i];
		}
	out[i] = '\0';
}
