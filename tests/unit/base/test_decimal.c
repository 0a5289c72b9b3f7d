/* What amounts people may type, what a server may send, and that neither changes on the way. */
/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/decimal.h"
#include "base/error.h"

static const struct {
	const char *text;
	bool ok;
	int64_t value;
} typed[] = {
	{ "12.50", true, 125000 },
	{ "12,50", true, 125000 }, /* Nordic number blocks send a comma */
	{ "0", true, 0 },
	{ ".5", true, 5000 },
	{ "-3.0001", true, -30001 },
	{ "007", true, 70000 },
	{ "922337203685477.5807", true, INT64_MAX },
	{ "922337203685477.5808", false, 0 },
	{ "1,234.50", false, 0 }, /* no grouping: which sign groups depends on the reader */
	{ "1 000", false, 0 },
	{ "1.00005", false, 0 }, /* never round what was typed */
	{ "", false, 0 },
	{ "-", false, 0 },
	{ ".", false, 0 },
	{ "12x", false, 0 },
	{ "1e3", false, 0 },
};

static void amounts_typed(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(typed); i++) {
		struct decimal amount = { 42 };
		struct error err = { 0 };
		bool ok = decimal_parse(typed[i].text, &amount, &err);
		if (ok != typed[i].ok)
			fail_msg("«%s»: %s", typed[i].text, ok ? "accepted" : err.message);
		assert_int_equal(amount.value, ok ? typed[i].value : 42);
		assert_int_equal(err.code, ok ? ERROR_NONE : ERROR_INPUT);
	}
}

static const struct {
	const char *number;
	bool ok;
	const char *shown;
} sent[] = {
	{ "12.5", true, "12.5" },
	{ "12.500000", true, "12.5" },
	{ "1e3", true, "1000" },
	{ "1.5E-3", true, "0.0015" },
	{ "25e-1", true, "2.5" },
	{ "-0", true, "0" },
	{ "0.0000", true, "0" },
	{ "0e400", true, "0" },
	{ "-0.05", true, "-0.05" },
	{ "12.345678", false, NULL }, /* shown with ~, sent back as it came */
	{ "0.00005", false, NULL },
	{ "1e400", false, NULL },
	{ "9007199254740993", false, NULL }, /* times 10,000 is out of range */
	{ "900719925474099.1234", true, "900719925474099.1234" },
};

static void amounts_sent(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(sent); i++) {
		struct decimal amount;
		char text[DECIMAL_TEXT_SIZE];
		bool ok = decimal_from_number(sent[i].number, &amount);
		if (ok != sent[i].ok)
			fail_msg("%s: %s", sent[i].number, ok ? "accepted" : "refused");
		if (!ok)
			continue;
		decimal_format(amount, text);
		assert_string_equal(text, sent[i].shown);
	}
}

static void places_are_filled_but_never_cut(void **state)
{
	char text[DECIMAL_TEXT_SIZE];

	(void)state;
	decimal_format_places((struct decimal){ 125000 }, 2, text);
	assert_string_equal(text, "12.50");
	decimal_format_places((struct decimal){ 125001 }, 2, text);
	assert_string_equal(text, "12.5001");
	decimal_format_places((struct decimal){ INT64_MIN }, 0, text);
	assert_string_equal(text, "-922337203685477.5808");
}

static void a_million_amounts_come_back_as_they_were(void **state)
{
	uint64_t seed = 0x9e3779b97f4a7c15u;

	(void)state;
	for (int i = 0; i < 1000000; i++) {
		seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
		struct decimal amount = { (int64_t)(seed >> (seed & 31)) }, back;
		char text[DECIMAL_TEXT_SIZE];
		if (amount.value == INT64_MIN)
			continue;
		decimal_format(amount, text);
		if (!decimal_from_number(text, &back) || back.value != amount.value)
			fail_msg("%s did not come back", text);
		if (!decimal_parse(text, &back, NULL) || back.value != amount.value)
			fail_msg("%s typed did not come back", text);
	}
}

static const struct {
	const char *amount, *percent, *step;
	const char *result; /* NULL: out of range */
} percents[] = {
	{ "100", "10", "0.01", "110" },
	{ "31.20", "-3", "0.01", "30.26" },  /* 30.264 */
	{ "31.20", "-3", "0.05", "30.25" },
	{ "31.20", "-3", "0.5", "30.5" },
	{ "31.20", "-3", "0.0001", "30.264" },
	{ "31.20", "0", "1", "31" },
	{ "0.10", "5", "0.01", "0.11" },     /* 0.105: half goes away from zero */
	{ "-0.10", "5", "0.01", "-0.11" },
	{ "-31.20", "-3", "0.05", "-30.25" },
	{ "0.09", "5", "0.05", "0.1" },
	{ "0.02", "0", "0.05", "0" },
	{ "12.50", "-100", "0.01", "0" },
	{ "12.50", "-150", "0.01", "-6.25" },
	{ "1", "0.0001", "0.0001", "1" },    /* 1.000001 */
	{ "100", "0.0001", "0.0001", "100.0001" },
	{ "922337203685477.5807", "0", "0.0001", "922337203685477.5807" },
	{ "922337203685477.5807", "0", "0.01", "922337203685477.58" },
	{ "922337203685477.5807", "0", "1", NULL }, /* up */
	{ "922337203685477.5807", "1", "1", NULL },
	{ "-922337203685477.5807", "-99", "1", "-9223372036855" },
	{ "922337203685477.5807", "922337203685477.5807", "0.0001", NULL },
	{ "922337203685477.5807", "-922337203685477.5807", "922337203685477.5807", NULL },
	{ "1", "0", "922337203685477.5807", "0" },
};

static void percents_are_added_exactly_and_rounded_to_a_step(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(percents); i++) {
		struct decimal amount, percent, step, out;
		char text[DECIMAL_TEXT_SIZE];
		assert_true(decimal_parse(percents[i].amount, &amount, NULL));
		assert_true(decimal_parse(percents[i].percent, &percent, NULL));
		assert_true(decimal_parse(percents[i].step, &step, NULL));
		bool ok = decimal_add_percent(amount, percent, step, &out);
		if (ok)
			decimal_format(out, text);
		if (ok != !!percents[i].result || (ok && strcmp(text, percents[i].result) != 0))
			fail_msg("%s %s%% by %s: %s", percents[i].amount, percents[i].percent,
				 percents[i].step, ok ? text : "out of range");
	}
}

static const struct {
	const char *from, *to, *step;
	const char *result; /* NULL: there is none */
} differences[] = {
	{ "44.00", "32.90", "0.1", "-25.2" },
	{ "32.90", "44.00", "0.1", "33.7" },
	{ "10", "10", "0.1", "0" },
	{ "10", "0", "0.1", "-100" },
	{ "0", "10", "0.1", NULL }, /* nothing is no base of a percentage */
	{ "0", "0", "0.1", NULL },
	{ "2000", "2001", "0.1", "0.1" },  /* 0.05: half away from zero, */
	{ "2000", "1999", "0.1", "-0.1" }, /* both ways */
	{ "20000", "20009", "0.1", "0" },
	{ "3", "4", "0.0001", "33.3333" },
	{ "3", "5", "1", "67" },
	{ "-10", "-5", "0.1", "-50" }, /* a credit that is half as large */
	{ "0.0001", "922337203685477.5807", "0.1", NULL },
	{ "922337203685477.5807", "-922337203685477.5807", "0.1", "-200" },
};

static void differences_are_exact_and_rounded_to_a_step(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES(differences); i++) {
		struct decimal from, to, step, out;
		char text[DECIMAL_TEXT_SIZE] = "";

		assert_true(decimal_parse(differences[i].from, &from, NULL));
		assert_true(decimal_parse(differences[i].to, &to, NULL));
		assert_true(decimal_parse(differences[i].step, &step, NULL));
		bool ok = decimal_percent_between(from, to, step, &out);
		if (ok)
			decimal_format(out, text);
		if (ok != !!differences[i].result ||
		    (ok && strcmp(text, differences[i].result) != 0))
			fail_msg("%s to %s: %s", differences[i].from, differences[i].to,
				 ok ? text : "none");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_typed),
		cmocka_unit_test(amounts_sent),
		cmocka_unit_test(places_are_filled_but_never_cut),
		cmocka_unit_test(percents_are_added_exactly_and_rounded_to_a_step),
		cmocka_unit_test(differences_are_exact_and_rounded_to_a_step),
		cmocka_unit_test(a_million_amounts_come_back_as_they_were),
	};
	return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
