/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

static const struct sample_city de_cities[] = {
	{ "Berlin", "", "10###", "+49 30 23125 ###" },
	{ "Hamburg", "", "20###", "+49 40 66969 ###" },
	{ "Köln", "", "50###", "+49 221 4710 ###" },
	{ "München", "", "80###", "+49 89 99998 ###" },
	{ "Frankfurt am Main", "", "60###", "+49 69 90009 ###" },
	{ "Lübeck", "", "235##", "+49 451 555 01##" },
	{ "Görlitz", "", "0282#", "+49 3581 555 01#" },
};

static const struct sample_city fr_cities[] = {
	{ "Paris", "", "7501#", "+33 1 99 00 ## ##" },
	{ "Saint-Malo", "", "35400", "+33 2 61 91 ## ##" },
	{ "Strasbourg", "", "67000", "+33 3 53 01 ## ##" },
	{ "Marseille", "", "1300#", "+33 4 65 71 ## ##" },
	{ "La Rochelle", "", "17000", "+33 5 36 49 ## ##" },
};

static const struct sample_city nl_cities[] = {
	{ "Amsterdam", "", "101# @@", "+31 20 555 01##" },
	{ "Rotterdam", "", "301# @@", "+31 10 555 01##" },
	{ "'s-Hertogenbosch", "", "521# @@", "+31 73 555 01##" },
	{ "Den Helder", "", "178# @@", "+31 223 55 01##" },
	{ "Groningen", "", "971# @@", "+31 50 555 01##" },
};

static const struct sample_city es_cities[] = {
	{ "Barcelona", "B", "080##", "+34 93 555 01 ##" },
	{ "A Coruña", "C", "150##", "+34 981 55 01 ##" },
	{ "Cádiz", "CA", "110##", "+34 956 55 01 ##" },
	{ "Donostia-San Sebastián", "SS", "200##", "+34 943 55 01 ##" },
	{ "Málaga", "MA", "290##", "+34 952 55 01 ##" },
};

const struct sample_country sample_europe[4] = {
	{ .code = "DE",
	  .share = 4,
	  .culture = &sample_german,
	  SAMPLE_CITIES(de_cities),
	  .forms = SAMPLE_LIST("GmbH", "GmbH & Co. KG", "e. K.", "AG", "KG"),
	  .streets = SAMPLE_LIST("Hafenstraße %#", "Am Alten Speicher %", "Mühlenweg %#",
				 "Große Elbstraße %##", "Lindenallee %#", "Straße des 17. Juni %##",
				 "Bäckergasse %"),
	  .second_lines = SAMPLE_LIST("Halle %", "Hinterhaus", "%. OG", "Tor %") },
	{ .code = "FR",
	  .share = 2,
	  .culture = &sample_french,
	  SAMPLE_CITIES(fr_cities),
	  .forms = SAMPLE_LIST("SARL", "SAS", "SA", "et Cie"),
	  .streets = SAMPLE_LIST("%# quai des Belges", "% rue de l'Épée-de-Bois",
				 "%# boulevard de la République", "% place du Marché",
				 "%## avenue Jean-Jaurès", "% impasse des Cordiers"),
	  .second_lines = SAMPLE_LIST("Bâtiment @", "BP %##", "Zone artisanale") },
	{ .code = "NL",
	  .share = 2,
	  .culture = &sample_dutch,
	  SAMPLE_CITIES(nl_cities),
	  .forms = SAMPLE_LIST("B.V.", "B.V.", "V.O.F.", "N.V."),
	  .streets = SAMPLE_LIST("Prinsengracht %##", "Havenkade %#", "Touwbaan %",
				 "Dorpsstraat %#", "IJburglaan %##", "Oude Delft %#"),
	  .second_lines = SAMPLE_LIST("%-hoog", "Postbus %##", "Loods %") },
	{ .code = "ES",
	  .share = 2,
	  .culture = &sample_spanish,
	  SAMPLE_CITIES(es_cities),
	  .forms = SAMPLE_LIST("S.L.", "S.A.", "S.Coop."),
	  .streets =
		  SAMPLE_LIST("Calle Mayor %#", "Paseo Marítimo %", "Avenida de la Constitución %#",
			      "Muelle de Levante s/n", "Plaza de España %", "Ronda de Poniente %#"),
	  .second_lines = SAMPLE_LIST("%.º izq.", "Nave %", "Local @") },
};
