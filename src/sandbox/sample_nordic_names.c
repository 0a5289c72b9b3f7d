/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

const struct sample_culture sample_swedish = {
	.first_names = SAMPLE_LIST("Agneta", "Anders", "Åsa", "Björn", "Cecilia", "Elin", "Folke",
				   "Göran", "Gunilla", "Hjalmar", "Ingrid", "Jörgen", "Kerstin",
				   "Linnéa", "Märta", "Måns", "Östen", "Pär", "Rasmus", "Sigrid",
				   "Teodor", "Tuva", "Ulf", "Viveka"),
	.last_names = SAMPLE_LIST("Ahlgren", "Ågren", "Bergström", "Björklund", "Dahlquist",
				  "Ekström", "Engström", "Fagerström", "Gyllenstierna", "Hägglund",
				  "Hjärne", "Källström", "Lindqvist", "Löfgren", "Månsson",
				  "Norrby", "Nyström", "Öberg", "Palmgren", "Rönnblom", "Sjöholm",
				  "Sköld", "Strömberg", "Trägårdh", "Wallenstråle", "Ytterberg"),
	.words = SAMPLE_LIST("Ankaret", "Blåklockan", "Fyren", "Gamla Stans", "Hamnkrogen",
			     "Kungsholmens", "Lanternan", "Masten", "Norrsken", "Polstjärnan",
			     "Råseglet", "Skärgårdens", "Smedjan", "Tärnan", "Vinterhamnen",
			     "Älvdalens", "Ölands", "Roslagens"),
	.beginnings = SAMPLE_LIST("Berg", "Björk", "Ek", "Fjäll", "Gran", "Hav", "Lind", "Nord",
				  "Sjö", "Skog", "Små", "Sten", "Ström", "Söder", "Väster", "Öst"),
	.endings = SAMPLE_LIST("berga", "by", "dal", "fors", "gård", "hamn", "holm", "lund", "näs",
			       "sund", "torp", "vik"),
	.families = SAMPLE_LIST("*", "Bröderna *", "* & Söner", "Systrarna *"),
	.trades = SAMPLE_LIST("Skeppshandel", "Järnhandel", "Restauranger", "Trädgård", "Båtvarv",
			      "Bageri", "Mejeri", "Elgrossist", "Kontorsmöbler", "Fiskehamn",
			      "Segelmakeri", "VVS-teknik", "Åkeri", "Bokhandel", "Snickeri",
			      "Cykelservice", "Lantmän", "Hotellgrupp", "Färghandel", "Storkök"),
	.long_names = SAMPLE_LIST(
		"*s Ekonomiska Förening för Skärgårdsbefolkningens Gemensamma Inköp och "
		"Varuförsörjning",
		"Stiftelsen *s Båtbyggar- och Skeppstimmermansgille i Bohuslän med omnejd"),
	.gap = " ",
};

const struct sample_culture sample_norwegian = {
	.first_names = SAMPLE_LIST("Åse", "Aksel", "Bjørg", "Dagfinn", "Eirik", "Frøydis",
				   "Gunnhild", "Håkon", "Ingebjørg", "Jørn", "Kjersti", "Magnhild",
				   "Oddvar", "Ragnhild", "Sølvi", "Sverre", "Torbjørn", "Øystein"),
	.last_names = SAMPLE_LIST("Aasen", "Bjørnstad", "Dæhlie", "Eikeland", "Fjellheim",
				  "Grønvold", "Haugland", "Høiby", "Kjærgård", "Lønning", "Mæhlum",
				  "Nygård", "Ødegård", "Rønning", "Sæther", "Skjeggestad", "Tveit",
				  "Vågenes", "Ystgård"),
	.words = SAMPLE_LIST("Bryggen", "Fiskebruket", "Fjordlys", "Havørn", "Kystens", "Lofotens",
			     "Midnattssol", "Nordkapp", "Polarsirkelen", "Sørlandets",
			     "Trollstigen", "Ærfugl"),
	.beginnings = SAMPLE_LIST("Bjørk", "Fjell", "Hav", "Hval", "Nord", "Sild", "Sjø", "Skog",
				  "Sør", "Storm", "Vest", "Øst"),
	.endings = SAMPLE_LIST("berg", "bø", "dal", "fjord", "heim", "holmen", "nes", "stad",
			       "sund", "vik", "våg", "øy"),
	.families = SAMPLE_LIST("*", "Brødrene *", "* og Sønner"),
	.trades = SAMPLE_LIST("Skipshandel", "Jernvare", "Fiskemottak", "Båtbyggeri", "Bakeri",
			      "Elektro", "Rørleggerservice", "Hagesenter", "Bokhandel", "Meieri",
			      "Hotelldrift", "Trelast", "Transport", "Verft", "Sjømat",
			      "Kontorservice"),
	.long_names = SAMPLE_LIST("*s Samvirkelag for Fiskeredskaper, Skipsutrustning og "
				  "Landhandel på Helgelandskysten",
				  "Interkommunalt Innkjøpssamarbeid for Havnevesenet i * og "
				  "omkringliggende øykommuner"),
	.gap = " ",
};

const struct sample_culture sample_danish = {
	.first_names = SAMPLE_LIST("Asger", "Birgitte", "Bodil", "Else", "Frederik", "Grethe",
				   "Jørgen", "Karoline", "Kåre", "Lærke", "Mads", "Niels", "Rikke",
				   "Søren", "Thøger", "Ulla"),
	.last_names = SAMPLE_LIST("Aagaard", "Bjerregaard", "Dahlgaard", "Enevoldsen", "Grønbech",
				  "Hjorth", "Høegh", "Kjær", "Krøyer", "Lauridsen", "Møller",
				  "Nørgaard", "Rønnow", "Skovgaard", "Thorbjørnsen", "Vestergård"),
	.words = SAMPLE_LIST("Øresunds", "Havfruen", "Limfjordens", "Nyhavns", "Bornholms",
			     "Kattegat", "Rosenborg", "Vadehavets", "Ærø"),
	.beginnings = SAMPLE_LIST("Bøge", "Hav", "Kirke", "Lille", "Nørre", "Skov", "Strand",
				  "Sønder", "Vester", "Øster"),
	.endings = SAMPLE_LIST("borg", "bro", "bæk", "gaard", "havn", "høj", "lund", "skov",
			       "strup", "å"),
	.families = SAMPLE_LIST("*", "Brdr. *", "* & Søn"),
	.trades = SAMPLE_LIST("Skibsproviant", "Isenkram", "Bådværft", "Bageri", "Mejeri",
			      "Kølehus", "Havecenter", "Trælast", "Fiskeeksport", "Kontormøbler",
			      "VVS", "Cykler", "Storkøkken", "Boghandel"),
	.long_names = SAMPLE_LIST(
		"Andelsselskabet *s Forenede Mejeri-, Slagteri- og Foderstofforeninger af 1882"),
	.gap = " ",
};

const struct sample_culture sample_finnish = {
	.first_names = SAMPLE_LIST("Aino", "Antero", "Eeva", "Eero", "Helmi", "Hilkka", "Jussi",
				   "Kaarina", "Lauri", "Päivi", "Sampo", "Seppo", "Tuulikki",
				   "Väinö", "Yrjö", "Äänis"),
	.last_names =
		SAMPLE_LIST("Aalto", "Hämäläinen", "Häyhä", "Jokinen", "Järvelä", "Kärkkäinen",
			    "Lehtonen", "Myllymäki", "Niemi", "Pöysti", "Rantanen", "Saarinen",
			    "Sillanpää", "Syrjälä", "Väisänen", "Yli-Hukkala"),
	.words = SAMPLE_LIST("Ankkuri", "Hopeanuoli", "Itämeren", "Joutsen", "Kalevan", "Majakka",
			     "Pohjantähti", "Revontuli", "Saimaan"),
	.beginnings = SAMPLE_LIST("Haapa", "Ilma", "Kivi", "Koivu", "Kuusi", "Lehto", "Meri",
				  "Pyhä", "Valkea", "Vesi"),
	.endings = SAMPLE_LIST("järvi", "joki", "koski", "lahti", "lampi", "mäki", "niemi", "ranta",
			       "saari", "salmi"),
	.families = SAMPLE_LIST("*", "Veljekset *", "* ja Pojat"),
	.trades = SAMPLE_LIST("Laivatarvike", "Rauta", "Leipomo", "Puutarha", "Veistämö", "Sähkö",
			      "Kalatukku", "Kuljetus", "Kirjakauppa", "Konepaja", "Toimistotarvike",
			      "Suurkeittiö", "Maatalous"),
	.long_names = SAMPLE_LIST("*n Saariston Osuuskauppa ja Kalastajien Yhteishankintakeskus"),
	.gap = " ",
};
