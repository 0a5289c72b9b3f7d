/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

static const struct sample_city gb_cities[] = {
	{ "London", "", "SE1 #@@", "+44 20 7946 0###" },
	{ "Bristol", "", "BS1 #@@", "+44 117 496 0###" },
	{ "Cardiff", "", "CF10 #@@", "+44 29 2018 0###" },
	{ "Leeds", "", "LS2 #@@", "+44 113 496 0###" },
	{ "Liverpool", "", "L3 #@@", "+44 151 496 0###" },
	{ "Sheffield", "", "S1 #@@", "+44 114 496 0###" },
	{ "Edinburgh", "", "EH6 #@@", "+44 131 496 0###" },
	{ "Glasgow", "", "G2 #@@", "+44 141 496 0###" },
	{ "Belfast", "", "BT1 #@@", "+44 28 9649 6###" },
	{ "Llanfairpwllgwyngyll", "", "LL61 #@@", "+44 1632 960###" },
};

static const struct sample_city au_cities[] = {
	{ "Sydney", "NSW", "20##", "+61 2 5550 ####" },
	{ "Newcastle", "NSW", "230#", "+61 2 7010 ####" },
	{ "Melbourne", "VIC", "30##", "+61 3 5550 ####" },
	{ "Hobart", "TAS", "70##", "+61 3 7010 ####" },
	{ "Brisbane", "QLD", "40##", "+61 7 5550 ####" },
	{ "Adelaide", "SA", "50##", "+61 8 5550 ####" },
	{ "Fremantle", "WA", "616#", "+61 8 7010 ####" },
	{ "Darwin", "NT", "080#", "+61 8 7010 ####" },
};

const struct sample_country sample_britain_australia[2] = {
	{ .code = "GB",
	  .share = 6,
	  .culture = &sample_english,
	  SAMPLE_CITIES(gb_cities),
	  .forms = SAMPLE_LIST("Ltd", "plc", "LLP", "& Co. Ltd"),
	  .streets = SAMPLE_LIST("%# High Street", "% Ropewalk", "%## Kirkgate", "%# Quayside",
				 "% Tannery Court", "%# St. Mary's Street", "% Weavers' Row",
				 "%## London Road", "% The Old Maltings", "%# Dock Street"),
	  .second_lines = SAMPLE_LIST("Unit %#, Riverside Trading Estate", "First Floor",
				      "The Old Smithy", "Unit %, Enterprise Park") },
	{ .code = "AU",
	  .share = 3,
	  .culture = &sample_english,
	  SAMPLE_CITIES(au_cities),
	  .forms = SAMPLE_LIST("Pty Ltd", "Pty Ltd", "Ltd"),
	  .streets = SAMPLE_LIST("%# Wharf Street", "%## Parramatta Road", "% Salamanca Place",
				 "%# King William Street", "%## Great Eastern Highway",
				 "%# Jacaranda Avenue"),
	  .second_lines = SAMPLE_LIST("Unit %", "Level %", "Shop %#") },
};
