/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

static const struct sample_city se_cities[] = {
	{ "Stockholm", "", "11# ##", "+46 8 465 004 ##" },
	{ "Göteborg", "", "41# ##", "+46 31 390 06 ##" },
	{ "Malmö", "", "21# ##", "+46 40 628 04 ##" },
	{ "Östersund", "", "831 ##", "+46 63 555 01 ##" },
	{ "Umeå", "", "903 ##", "+46 90 555 01 ##" },
	{ "Västerås", "", "72# ##", "+46 21 555 01 ##" },
	{ "Gällivare", "", "982 ##", "+46 980 319 2##" },
	{ "Visby", "", "621 ##", "+46 498 555 0##" },
};

static const struct sample_city no_cities[] = {
	{ "Oslo", "", "01##", "+47 22 55 01 ##" },      { "Bergen", "", "50##", "+47 55 55 01 ##" },
	{ "Ålesund", "", "600#", "+47 70 55 01 ##" },   { "Tromsø", "", "900#", "+47 77 55 01 ##" },
	{ "Harstad", "", "940#", "+47 77 55 02 ##" },   { "Bodø", "", "800#", "+47 75 55 01 ##" },
	{ "Stavanger", "", "400#", "+47 51 55 01 ##" },
};

static const struct sample_city dk_cities[] = {
	{ "København K", "", "10##", "+45 33 55 01 ##" },
	{ "Aarhus C", "", "8000", "+45 86 55 01 ##" },
	{ "Aalborg", "", "9000", "+45 98 55 01 ##" },
	{ "Rønne", "", "3700", "+45 56 55 01 ##" },
	{ "Ærøskøbing", "", "5970", "+45 62 55 01 ##" },
	{ "Helsingør", "", "3000", "+45 49 55 01 ##" },
};

static const struct sample_city fi_cities[] = {
	{ "Helsinki", "", "00##0", "+358 9 555 01##" },
	{ "Turku", "", "20##0", "+358 2 555 01##" },
	{ "Jyväskylä", "", "40##0", "+358 14 555 01##" },
	{ "Äänekoski", "", "44###", "+358 14 555 02##" },
	{ "Rovaniemi", "", "96##0", "+358 16 555 01##" },
	{ "Maarianhamina", "", "22100", "+358 18 555 01##" },
};

const struct sample_country sample_nordic[4] = {
	{ .code = "SE",
	  .share = 4,
	  .culture = &sample_swedish,
	  SAMPLE_CITIES(se_cities),
	  .forms = SAMPLE_LIST("AB", "AB", "HB", "Ek. för."),
	  .streets = SAMPLE_LIST("Skeppsbron %#", "Storgatan %#", "Första Långgatan %#",
				 "Östra Hamngatan %", "Smedjegränd %", "Kungsgatan %#",
				 "Björkvägen %#", "Industrivägen %"),
	  .second_lines = SAMPLE_LIST("%# tr", "Box %##", "Port @") },
	{ .code = "NO",
	  .share = 3,
	  .culture = &sample_norwegian,
	  SAMPLE_CITIES(no_cities),
	  .forms = SAMPLE_LIST("AS", "AS", "ASA", "SA"),
	  .streets = SAMPLE_LIST("Bryggegata %#", "Sjøgata %", "Kongens gate %#", "Fiskebrygga %",
				 "Øvre Slottsgate %#", "Havneveien %#", "Fjellgata %"),
	  .second_lines = SAMPLE_LIST("Postboks %##", "Inngang @") },
	{ .code = "DK",
	  .share = 2,
	  .culture = &sample_danish,
	  SAMPLE_CITIES(dk_cities),
	  .forms = SAMPLE_LIST("A/S", "ApS", "I/S"),
	  .streets = SAMPLE_LIST("Nyhavn %#", "Østergade %", "Strandvejen %##", "Havnegade %#",
				 "Sønder Allé %", "Kirkestræde %"),
	  .second_lines = SAMPLE_LIST("%. sal tv.", "st. th.", "Baghuset") },
	{ .code = "FI",
	  .share = 2,
	  .culture = &sample_finnish,
	  SAMPLE_CITIES(fi_cities),
	  .forms = SAMPLE_LIST("Oy", "Oy", "Oyj", "Ky"),
	  .streets = SAMPLE_LIST("Satamakatu %", "Hämeentie %#", "Kauppakatu %#", "Rantatie %",
				 "Yliopistonkatu %#", "Pitkäsilta %"),
	  .second_lines = SAMPLE_LIST("@ %#", "PL %##") },
};
