/* SPDX-License-Identifier: ISC */
#include "sandbox/flow_people.h"
#include "sandbox/sample_flow.h"

/* The first tenant is that of the contract's examples (flow.openapi.yaml), values included; JSON is
 * compact, as store.h wants it, broken between members. */

#define SECRET "sandbox-secret" /* a sample: whoever runs the sandbox may know it */
#define AUTH_INGRID "sandbox-flow-auth-ingrid"

enum { ALL = FLOW_ACCESS | FLOW_BACKOFFICE };

/* F6: nobody says what a store's view has more. */
static const struct sample_flow_store nordlys_stores[] = {
	{ "store-bergen", "Nordlys Sport Bergen",
	  "{\"storeUid\":\"store-bergen\",\"name\":\"Nordlys Sport Bergen\",\"pickupShelf\":\"B-12\","
	  "\"openingHours\":{\"weekdays\":\"10-20\",\"saturday\":\"10-18\"}}" },
	{ "store-oslo", "Nordlys Sport Oslo",
	  "{\"storeUid\":\"store-oslo\",\"name\":\"Nordlys Sport Oslo\",\"pickupShelf\":\"A-3\","
	  "\"parkingSpaces\":14}" },
	{ "store-tromso", "Nordlys Sport Tromsø",
	  "{\"storeUid\":\"store-tromso\",\"name\":\"Nordlys Sport Tromsø\",\"skiRental\":true}" },
};

static const struct sample_flow_store fjellheim_stores[] = {
	{ "store-lillehammer", "Fjellheim Lillehammer",
	  "{\"storeUid\":\"store-lillehammer\",\"name\":\"Fjellheim Lillehammer\"}" },
	{ "store-goteborg", "Fjellheim Göteborg",
	  "{\"storeUid\":\"store-goteborg\",\"name\":\"Fjellheim Göteborg\",\"floors\":2}" },
};

static const struct sample_flow_user nordlys_users[] = {
	{ .uid = "tu-118",
	  .code = "118",
	  .first_name = "Ingrid",
	  .last_name = "Solberg",
	  .email = "ingrid@nordlys.example",
	  .mobile = "+4755501001",
	  .language = "nb",
	  .external_id = "hr-118",
	  .password = SECRET,
	  .auth_token = AUTH_INGRID,
	  .permissions = ALL,
	  .stores = 3 },
	{ .uid = "tu-131",
	  .code = "131",
	  .first_name = "Mikkel",
	  .last_name = "Ravn",
	  .email = "mikkel@nordlys.example",
	  .mobile = "+4755501131",
	  .language = "da",
	  .external_id = "hr-131",
	  .password = SECRET,
	  .auth_token = "sandbox-flow-auth-mikkel",
	  .permissions = FLOW_ACCESS,
	  .stores = 1 },
	{ .uid = "tu-142",
	  .code = "142",
	  .first_name = "Päivi",
	  .last_name = "Lehtonen",
	  .email = "paivi@nordlys.example",
	  .mobile = "+4755501142",
	  .language = "fi",
	  .password = SECRET,
	  .auth_token = "sandbox-flow-auth-paivi",
	  .permissions = ALL,
	  .stores = 2,
	  .inactive = true },
	{ .uid = "tu-901",
	  .code = "erp",
	  .first_name = "ERP",
	  .last_name = "Integration",
	  .integration_token = "sandbox-flow-integration-nordlys",
	  .permissions = ALL,
	  .stores = 3 },
};

static const struct sample_flow_user fjellheim_users[] = {
	{ .uid = "tu-2007",
	  .code = "7",
	  .first_name = "Åsa",
	  .last_name = "Öhrn",
	  .email = "asa@fjellheim.example",
	  .mobile = "+46313900607",
	  .language = "sv",
	  .password = SECRET,
	  .auth_token = "sandbox-flow-auth-asa",
	  .permissions = ALL,
	  .stores = 2 },
	{ .uid = "tu-2118",
	  .code = "118",
	  .first_name = "Ingrid",
	  .last_name = "Solberg",
	  .email = "ingrid@nordlys.example",
	  .mobile = "+4755501001",
	  .language = "nb",
	  .password = SECRET,
	  .auth_token = AUTH_INGRID,
	  .permissions = ALL,
	  .stores = 1 },
	{ .uid = "tu-2901",
	  .code = "erp",
	  .first_name = "ERP",
	  .last_name = "Integration",
	  .integration_token = "sandbox-flow-integration-fjellheim",
	  .permissions = ALL,
	  .stores = 2 },
};

static const struct sample_flow_group nordlys_groups[] = {
	{ "cg-club", "Club members", "2026-01-20T09:00:00.000Z", "2026-01-20T09:00:00.000Z" },
	{ "cg-trade", "Trade accounts", "2026-01-20T09:05:00.000Z", "2026-02-11T12:40:00.000Z" },
	{ "cg-schools", "Skoler og idrettslag", "2026-01-22T08:15:00.000Z",
	  "2026-01-22T08:15:00.000Z" },
	{ "cg-staff", "Ansatte", "2026-01-22T08:20:00.000Z", "2026-03-04T15:02:10.000Z" },
	{ "cg-press", "Presse & ambassadører", "2026-02-02T10:00:00.000Z",
	  "2026-02-02T10:00:00.000Z" },
	{ "cg-rental", "Utleie", "2026-02-09T11:30:00.000Z", "2026-04-21T07:45:00.000Z" },
};

static const struct sample_flow_group fjellheim_groups[] = {
	{ "cg-hotels", "Hotell & restaurang", "2026-02-01T09:00:00.000Z",
	  "2026-02-01T09:00:00.000Z" },
	{ "cg-private", "Stamkunder", "2026-02-01T09:02:00.000Z", "2026-02-01T09:02:00.000Z" },
};

static const char *const nordlys_customers[] = {
	"{\"customerUid\":\"cus-1001\",\"customerType\":\"COMPANY\",\"displayName\":\"Fjordtek AS\","
	"\"companyName\":\"Fjordtek AS\",\"firstname\":\"\",\"lastname\":\"\",\"address\":\"Kaiveien 3\","
	"\"postalCode\":\"5003\",\"city\":\"Bergen\",\"countryCode\":\"NO\","
	"\"email\":\"innkjop@fjordtek.example\",\"mobile\":\"+4755501220\",\"vatNumber\":\"999555111\","
	"\"ledgerNumber\":\"0010472\",\"externalId\":\"erp-2203\",\"loyaltyId\":\"\","
	"\"origin\":\"BACKOFFICE\",\"pricelistUid\":\"pl-trade\",\"defaultStoreUid\":\"store-bergen\","
	"\"paymentTerms\":14,\"internalNote\":\"Prefers pickup.\",\"ehfEnabled\":true,"
	"\"ehf\":{\"enabled\":true},\"credit\":{\"limit\":5000000,\"balance\":1250000},"
	"\"accountManager\":{\"tenantUserUid\":\"tu-118\",\"displayName\":\"Ingrid Solberg\","
	"\"userCode\":\"118\"},\"addresses\":[{\"customerAddressUid\":\"adr-1\","
	"\"type\":\"DELIVERY_ADDRESS\",\"displayName\":\"Fjordtek warehouse\","
	"\"companyName\":\"Fjordtek AS\",\"firstname\":\"Lars\",\"lastname\":\"Vik\","
	"\"address\":\"Industriveien 40\",\"postalCode\":\"5160\",\"city\":\"Laksevåg\","
	"\"countryCode\":\"NO\",\"email\":\"lager@fjordtek.example\",\"phone\":\"+4755501221\"}],"
	"\"contacts\":[{\"customerContactUid\":\"con-1\",\"displayName\":\"Lars Vik\","
	"\"firstname\":\"Lars\",\"lastname\":\"Vik\",\"email\":\"lars@fjordtek.example\","
	"\"mobile\":\"+4755501222\",\"extensions\":[],\"createdAt\":\"2026-02-03T10:21:00.000Z\","
	"\"lastModifiedAt\":\"2026-02-03T10:21:00.000Z\"}],"
	"\"extensions\":[{\"extensionCode\":\"TWO_INVOICE\",\"organizationUid\":\"org-nordlys\"}],"
	"\"consents\":[{\"consentUid\":\"cns-news\",\"name\":\"Newsletter\",\"status\":true,"
	"\"source\":\"POS\",\"createdAt\":\"2026-02-03T10:22:00.000Z\"}],"
	"\"customerGroups\":[{\"customerGroupUid\":\"cg-trade\",\"name\":\"Trade accounts\"}],"
	"\"createdAt\":\"2026-02-03T10:20:30.000Z\",\"lastModifiedAt\":\"2026-05-21T14:05:11.000Z\"}",

	"{\"customerUid\":\"cus-1002\",\"customerType\":\"PRIVATE\",\"displayName\":\"Sunniva Dahl\","
	"\"companyName\":\"\",\"firstname\":\"Sunniva\",\"lastname\":\"Dahl\",\"address\":\"Strandgata 12\","
	"\"postalCode\":\"5013\",\"city\":\"Bergen\",\"countryCode\":\"NO\","
	"\"email\":\"sunniva@mail.example\",\"mobile\":\"+4755501777\",\"vatNumber\":\"\","
	"\"ledgerNumber\":\"\",\"externalId\":\"pos-4471\",\"loyaltyId\":\"club-88121\",\"origin\":\"POS\","
	"\"pricelistUid\":\"\",\"paymentTerms\":0,\"internalNote\":\"\",\"addresses\":[],\"contacts\":[],"
	"\"extensions\":[],\"consents\":[],"
	"\"customerGroups\":[{\"customerGroupUid\":\"cg-club\",\"name\":\"Club members\"}],"
	"\"createdAt\":\"2026-04-11T12:00:00.000Z\",\"lastModifiedAt\":\"2026-04-11T12:00:00.000Z\"}",

	/* The account number is of use where a customer of /api is looked for in both services. */
	"{\"customerUid\":\"cus-1003\",\"customerType\":\"COMPANY\",\"displayName\":\"Harstad Skipshandel "
	"AS\",\"companyName\":\"Harstad Skipshandel AS\",\"firstname\":\"\",\"lastname\":\"\","
	"\"address\":\"Sjøgata 9\",\"postalCode\":\"9405\",\"city\":\"Harstad\",\"countryCode\":\"NO\","
	"\"email\":\"post@harstadskipshandel.example\",\"mobile\":\"+4777550260\","
	"\"vatNumber\":\"999555222\",\"ledgerNumber\":\"0010533\",\"externalId\":\"erp-cust-5530\","
	"\"loyaltyId\":\"\",\"origin\":\"WEB\",\"pricelistUid\":\"\",\"defaultStoreUid\":\"store-tromso\","
	"\"paymentTerms\":30,\"internalNote\":null,\"ehf\":{\"enabled\":false,\"receiver\":\"0192:999555222\"},"
	"\"credit\":{\"limit\":750000,\"balance\":0},\"addresses\":[],\"contacts\":[],\"extensions\":[],"
	"\"consents\":[],\"customerGroups\":[],\"legacyFlags\":{\"blocked\":false,"
	"\"checksum\":12345678901234567890},\"createdAt\":\"2026-01-15T07:30:00.000Z\","
	"\"lastModifiedAt\":\"2026-03-02T11:48:59.000Z\"}",
};

static const char *const fjellheim_customers[] = {
	"{\"customerUid\":\"cus-1001\",\"customerType\":\"COMPANY\",\"displayName\":\"Storhamar Hotell AS\","
	"\"companyName\":\"Storhamar Hotell AS\",\"address\":\"Storgata 71\",\"postalCode\":\"2609\","
	"\"city\":\"Lillehammer\",\"countryCode\":\"NO\",\"email\":\"innkjop@storhamarhotell.example\","
	"\"mobile\":\"+4761550101\",\"vatNumber\":\"999555333\",\"externalId\":\"erp-2203\","
	"\"origin\":\"BACKOFFICE\",\"defaultStoreUid\":\"store-lillehammer\",\"paymentTerms\":30,"
	"\"addresses\":[],\"contacts\":[],\"extensions\":[],\"consents\":[],"
	"\"customerGroups\":[{\"customerGroupUid\":\"cg-hotels\",\"name\":\"Hotell & restaurang\"}],"
	"\"createdAt\":\"2026-02-14T09:12:00.000Z\",\"lastModifiedAt\":\"2026-02-14T09:12:00.000Z\"}",
};

/* The first one is the contract's, which has no reference; more than it documents in the others. */
static const char *const nordlys_register[] = {
	"{\"companyName\":\"Fjordtek AS\",\"vatNumber\":\"999555111\",\"address\":\"Kaiveien 3\","
	"\"postalCode\":\"5003\",\"city\":\"Bergen\",\"countryCode\":\"NO\",\"customerType\":\"COMPANY\"}",
	"{\"externalId\":\"reg-999555444\",\"customerType\":\"COMPANY\","
	"\"companyName\":\"Fjordtek Offshore AS\",\"address\":\"Industriveien 42\",\"postalCode\":\"5160\","
	"\"city\":\"Laksevåg\",\"countryCode\":\"NO\",\"email\":\"post@fjordtekoffshore.example\","
	"\"mobile\":\"+4755501244\",\"vatNumber\":\"999555444\",\"industryCode\":\"33.150\","
	"\"employees\":48}",
};

static const struct sample_flow_tenant tenants[] = {
	{ .uid = "tnt-nordlys",
	  .name = "Nordlys Sport",
	  .organization_uid = "org-nordlys",
	  .device_token = "sandbox-flow-device-bergen",
	  .external_search = true,
	  .stores = nordlys_stores,
	  .store_count = SAMPLE_COUNT(nordlys_stores),
	  .users = nordlys_users,
	  .user_count = SAMPLE_COUNT(nordlys_users),
	  .manager_count = 3,
	  .groups = nordlys_groups,
	  .group_count = SAMPLE_COUNT(nordlys_groups),
	  .customers = { nordlys_customers, SAMPLE_COUNT(nordlys_customers) },
	  .register_entries = { nordlys_register, SAMPLE_COUNT(nordlys_register) } },
	{ .uid = "tnt-fjellheim",
	  .name = "Fjellheim Interiør",
	  .organization_uid = "org-fjellheim",
	  .device_token = "sandbox-flow-device-lillehammer",
	  .stores = fjellheim_stores,
	  .store_count = SAMPLE_COUNT(fjellheim_stores),
	  .users = fjellheim_users,
	  .user_count = SAMPLE_COUNT(fjellheim_users),
	  .manager_count = 2,
	  .groups = fjellheim_groups,
	  .group_count = SAMPLE_COUNT(fjellheim_groups),
	  .customers = { fjellheim_customers, SAMPLE_COUNT(fjellheim_customers) } },
};

const struct sample_flow_tenant *sample_flow_tenant_at(size_t i)
{
	return i < SAMPLE_COUNT(tenants) ? &tenants[i] : NULL;
}
