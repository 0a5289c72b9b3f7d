/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_world.h"

const struct sample_culture sample_german = {
	.titles = SAMPLE_LIST("Frau", "Herr", "Dr."),
	.first_names = SAMPLE_LIST("Annegret", "Benedikt", "Brünhilde", "Christoph", "Dörte",
				   "Elfriede", "Friedrich", "Gisela", "Heiko", "Ilse", "Jörg",
				   "Jürgen", "Käthe", "Lieselotte", "Matthias", "Nele", "Özlem",
				   "Ruprecht", "Sönke", "Ursula", "Volker", "Wiebke"),
	.last_names = SAMPLE_LIST("Achterberg", "Bäcker", "Brömmel", "Dörrie", "Eßlinger",
				  "Faßbender", "Grünewald", "Hölscher", "Jäger", "Kästner",
				  "Köhler", "Lüdemann", "Müller-Lüdenscheidt", "Nußbaumer",
				  "Oelrichs", "Pfännenstiel", "Rößler", "Schäfer", "Thielemann",
				  "Überschär", "von Hohenfels", "Wölk", "Zöllner"),
	.words = SAMPLE_LIST("Alster", "Bodensee", "Elbtor", "Hanse", "Holsten", "Kranich",
			     "Leuchtturm", "Nordlicht", "Ostsee", "Rheingold", "Schwarzwald",
			     "Sieben Eichen", "Zum Anker"),
	.beginnings = SAMPLE_LIST("Eichen", "Felsen", "Grün", "Hafen", "Hirsch", "Kirch", "Linden",
				  "Mühl", "Rosen", "Silber", "Stein", "Wiesen"),
	.endings = SAMPLE_LIST("bach", "berg", "burg", "brück", "feld", "grund", "heim", "höfe",
			       "stein", "tal", "werder"),
	.families = SAMPLE_LIST("*", "Gebrüder *", "* & Söhne", "Wwe. *"),
	.trades = SAMPLE_LIST("Schiffsausrüstung", "Eisenwaren", "Gastronomie", "Gartencenter",
			      "Bootswerft", "Bäckerei", "Brauerei", "Elektrogroßhandel",
			      "Büroeinrichtung", "Molkerei", "Sanitärtechnik", "Spedition",
			      "Buchhandlung", "Tischlerei", "Fahrräder", "Landhandel", "Farben",
			      "Großküchen"),
	.long_names = SAMPLE_LIST("*er Einkaufsgenossenschaft selbständiger Eisenwaren-, Werkzeug- "
				  "und Haushaltswarenhändler",
				  "Erste Donaudampfschifffahrtsbedarfshandelsgesellschaft * "
				  "Nachfolger Kommanditgesellschaft"),
	.gap = " ",
};

const struct sample_culture sample_french = {
	.titles = SAMPLE_LIST("Mme", "M.", "Dr"),
	.first_names =
		SAMPLE_LIST("Amélie", "Anaïs", "Baptiste", "Benoît", "Cécile", "Édouard", "Élodie",
			    "François", "Gaëlle", "Hélène", "Inès", "Jérôme", "Loïc", "Maël",
			    "Noémie", "Océane", "Raphaël", "Solène", "Théo", "Zoé"),
	.last_names = SAMPLE_LIST("Archambault", "Beaulieu", "Bézier", "Castelnau", "Châtelain",
				  "d'Aubigné", "Desrosiers", "Évrard", "Fournier", "Gauthier",
				  "Hébert", "Jaurès", "L'Hermitte", "Le Goff", "Mérimée", "Noël",
				  "Pêcheur", "Rivière", "Saint-Exupéry", "Tréhout", "Vauquelin"),
	.words = SAMPLE_LIST("Au Bon Cordage", "Aux Deux Ancres", "Belle Époque", "Côte d'Émeraude",
			     "L'Étoile du Nord", "La Goélette", "Le Phare", "Le Vieux Port",
			     "Les Halles", "Mont Ventoux", "Presqu'île", "Val de Loire"),
	.beginnings = SAMPLE_LIST("Beau", "Bel", "Château", "Clair", "Font", "Haute", "Mont",
				  "Roche", "Vieux"),
	.endings = SAMPLE_LIST("bois", "fontaine", "lieu", "mer", "port", "pré", "rive", "val",
			       "vigne"),
	.families = SAMPLE_LIST("*", "* et Fils", "* Frères", "Maison *"),
	.trades = SAMPLE_LIST("Accastillage", "Quincaillerie", "Restauration", "Jardins",
			      "Boulangerie", "Brasserie", "Voilerie", "Électricité", "Plomberie",
			      "Librairie", "Menuiserie", "Laiterie", "Transports", "Cuisines",
			      "Vins", "Hôtellerie"),
	.long_names = SAMPLE_LIST("Coopérative maritime * des pêcheurs, ostréiculteurs et "
				  "mytiliculteurs de la baie et du littoral"),
	.gap = " ",
};

const struct sample_culture sample_dutch = {
	.first_names = SAMPLE_LIST("Anneke", "Bram", "Carlijn", "Diederik", "Femke", "Gijs",
				   "Hedwig", "IJsbrand", "Joost", "Katrijn", "Liesbeth", "Maarten",
				   "Noor", "Pieternel", "Roeland", "Sjoerd", "Tjitske", "Wouter"),
	.last_names =
		SAMPLE_LIST("Bakhuizen", "Coppens", "de Graaf", "Dijkstra", "Goedhart", "Hoekstra",
			    "in 't Veld", "Kuipers", "Noordhoek", "Oosterhuis", "Schuurman",
			    "Terpstra", "van den Berg", "van der Meulen", "Vermeer", "Wijnands"),
	.words = SAMPLE_LIST("Afsluitdijk", "De Gouden Leeuw", "De Zeven Provinciën", "Het Anker",
			     "IJsselmeer", "Waddenzee", "Zuiderzee"),
	.beginnings = SAMPLE_LIST("Berken", "Haag", "Molen", "Noorder", "Oude", "Polder", "Water",
				  "Wester", "Zee", "Zilver"),
	.endings = SAMPLE_LIST("dam", "dijk", "haven", "hof", "huizen", "land", "meer", "sluis",
			       "veld", "wijk"),
	.families = SAMPLE_LIST("*", "Gebr. *", "* & Zonen"),
	.trades = SAMPLE_LIST("Scheepsbenodigdheden", "IJzerhandel", "Horeca", "Tuincentrum",
			      "Jachtwerf", "Bakkerij", "Brouwerij", "Elektro", "Kantoorinrichting",
			      "Zuivel", "Installatietechniek", "Transport", "Rijwielen", "Bloemen"),
	.long_names = SAMPLE_LIST("Coöperatieve Vereniging * tot Gezamenlijke Inkoop van "
				  "Visserijbenodigdheden en Touwwerk"),
	.gap = " ",
};

const struct sample_culture sample_spanish = {
	.titles = SAMPLE_LIST("Sra.", "Sr.", "Dña.", "D."),
	.first_names = SAMPLE_LIST("Alba", "Álvaro", "Begoña", "Concepción", "Estíbaliz", "Ignacio",
				   "Iñaki", "Íñigo", "Joaquín", "Lucía", "Martín", "Núria", "Óscar",
				   "Rocío", "Sebastián", "Xulia"),
	.last_names =
		SAMPLE_LIST("Álvarez Núñez", "Belmonte", "Castaño", "Echeverría",
			    "Fernández de Córdoba", "Ibáñez", "Llorente", "Muñoz Peña", "Ordóñez",
			    "Pérez Galdós", "Quiñones", "Sáenz", "Ubéda", "Zúñiga"),
	.words = SAMPLE_LIST("Al Andaluz", "Costa Brava", "El Faro", "Estrella Polar", "La Brújula",
			     "Puerto Viejo", "Sierra Nevada", "Tres Marías"),
	.beginnings =
		SAMPLE_LIST("Bella", "Casa", "Fuente", "Mar", "Monte", "Peña", "Torre", "Valle"),
	.endings =
		SAMPLE_LIST("blanca", "clara", "dorada", "frío", "mayor", "sol", "verde", "vista"),
	.families = SAMPLE_LIST("*", "Hermanos *", "Hijos de *"),
	.trades = SAMPLE_LIST("Efectos Navales", "Ferretería", "Hostelería", "Jardinería",
			      "Panadería", "Astilleros", "Electricidad", "Conservas", "Fontanería",
			      "Bodegas", "Transportes", "Pinturas", "Cerámica"),
	.long_names = SAMPLE_LIST("Cofradía de Pescadores, Armadores y Rederas de * y su Comarca, "
				  "Sociedad Cooperativa Limitada"),
	.gap = " ",
};
