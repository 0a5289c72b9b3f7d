/* SPDX-License-Identifier: ISC */
#include "sandbox/sample_organization.h"

/* The JSON below is compact, as store.h wants it, broken between members. Values of the first
 * organization that the contract's examples show are those of the examples, UPC included (its check
 * digit is wrong there). */

#define NORTHPOINT "\"organizationId\":\"org_7d21c0e4\""
#define AURORA "\"organizationId\":\"org_2f90b6aa\""

static const char northpoint[] =
	"{\"Organization\":{\"OrganizationId\":\"org_7d21c0e4\",\"IdentityOrganizationId\":\"idp_"
	"org_88c1\","
	"\"Name\":\"Northpoint Trade Supply\",\"Slug\":\"northpoint-trade-supply\","
	"\"Email\":\"office@northpoint.example\",\"PhoneNumber\":\"617-555-0100\","
	"\"Website\":\"https://northpoint.example\",\"BillingAddress1\":\"9 Foundry Lane\","
	"\"BillingAddress2\":\"Floor "
	"3\",\"BillingCity\":\"Boston\",\"BillingStateProvince\":\"MA\","
	"\"BillingPostalCode\":\"02118\",\"BillingCountry\":\"US\","
	"\"PriceTiers\":[{\"Name\":\"Retail\"},{\"Name\":\"Wholesale\"},{\"Name\":\"Distributor\"}]"
	"},"
	"\"Subscriptions\":[{\"Name\":\"Growth\",\"Active\":true}],"
	"\"Features\":[{\"Name\":\"AssistedOrdering\",\"Enabled\":true}]}";

static const char aurora[] =
	"{\"Organization\":{\"OrganizationId\":\"org_2f90b6aa\",\"IdentityOrganizationId\":\"idp_"
	"org_41d7\","
	"\"Name\":\"Aurora Baltic Wholesale Oy\",\"Slug\":\"aurora-baltic\","
	"\"Email\":\"toimisto@aurorabaltic.example\",\"PhoneNumber\":\"+358 2 555 0100\","
	"\"Website\":\"https://aurorabaltic.example\",\"BillingAddress1\":\"Läntinen Rantakatu "
	"12\","
	"\"BillingCity\":\"Turku\",\"BillingPostalCode\":\"20100\",\"BillingCountry\":\"FI\","
	"\"PriceTiers\":[{\"Name\":\"Retail\"},{\"Name\":\"Trade\"},{\"Name\":\"Wholesale\"},"
	"{\"Name\":\"Distributor\"},{\"Name\":\"Export\"}]},"
	"\"Subscriptions\":[{\"Name\":\"Starter\",\"Active\":true}],\"Features\":[]}";

#define REP(organization, assignment, person, first, last, mail, phone, number, active)            \
	"{" organization ",\"organizationSalesRepId\":\"" assignment "\",\"salesRepId\":\"" person \
	"\",\"firstName\":\"" first "\",\"lastName\":\"" last "\",\"email\":\"" mail               \
	"\",\"phoneNumber\":\"" phone "\",\"repNumber\":\"" number "\",\"active\":" active         \
	",\"roles\":[\"SalesRep\"]}"

static const char *const northpoint_reps[] = {
	REP(NORTHPOINT, "osr_4410", "rep_9ac3", "Teodor", "Lindqvist", "teodor@northpoint.example",
	    "617-555-0188", "SR-207", "true"),
	REP(NORTHPOINT, "osr_4411", "rep_7be0", "Amara", "Oduya", "amara@northpoint.example",
	    "617-555-0189", "SR-311", "true"),
	REP(NORTHPOINT, "osr_4402", "rep_03fd", "Marguerite", "Thibodeaux",
	    "marguerite@northpoint.example", "617-555-0181", "SR-118", "true"),
	REP(NORTHPOINT, "osr_4405", "rep_51c2", "Kenji", "Watanabe", "kenji@northpoint.example",
	    "617-555-0184", "SR-142", "true"),
	REP(NORTHPOINT, "osr_4413", "rep_c80e", "Ελένη", "Γεωργιάδη", "eleni@northpoint.example",
	    "617-555-0191", "SR-263", "true"),
	REP(NORTHPOINT, "osr_4415", "rep_ee19", "Håkon", "Sæther", "hakon@northpoint.example",
	    "617-555-0193", "SR-275", "false"),
	REP(NORTHPOINT, "osr_4398", "rep_1b07", "Winifred", "Ramsbottom",
	    "winifred@northpoint.example", "617-555-0107", "REP-007", "false"),
};

static const char *const aurora_reps[] = {
	REP(AURORA, "osr_7001", "rep_2d4a", "Päivi", "Hämäläinen", "paivi@aurorabaltic.example",
	    "+358 2 555 0111", "SR-014", "true"),
	REP(AURORA, "osr_7002", "rep_66b1", "Göran", "Ytterberg", "goran@aurorabaltic.example",
	    "+358 2 555 0112", "SR-019", "true"),
	REP(AURORA, "osr_7003", "rep_90aa", "Оксана", "Щербина", "oksana@aurorabaltic.example",
	    "+358 2 555 0113", "SR-023", "false"),
};

static const char *const northpoint_customers[] = {
	"{\"customerNumber\":\"HRB-1042\"," NORTHPOINT
	",\"companyName\":\"Harborline Marine Supply\","
	"\"companyEmail\":\"accounts@harborline.example\",\"companyPhone\":\"207-555-0142\","
	"\"companyFax\":\"207-555-0143\",\"pricing\":\"Wholesale\",\"active\":true,\"repNumber\":"
	"\"SR-207\","
	"\"terms\":\"NET30\",\"currencyCode\":\"USD\",\"externalId\":\"erp-cust-5521\","
	"\"addresses\":["
	"{\"externalId\":\"addr-hq\",\"line1\":\"14 Chandlery Wharf\",\"line2\":\"Unit "
	"6\",\"city\":\"Portland\","
	"\"state\":\"ME\",\"postalCode\":\"04101\",\"country\":\"US\",\"addressType\":\"Billing\","
	"\"phone\":\"207-555-0142\",\"isPrimary\":true},"
	"{\"externalId\":\"addr-yard\",\"line1\":\"2 Slipway "
	"Road\",\"line2\":\"\",\"city\":\"South Portland\","
	"\"state\":\"ME\",\"postalCode\":\"04106\",\"country\":\"US\",\"addressType\":\"Shipping\","
	"\"phone\":\"207-555-0144\",\"isPrimary\":true}],\"contacts\":["
	"{\"externalId\":\"con-17\",\"title\":\"Ms.\",\"firstName\":\"Odile\",\"lastName\":"
	"\"Barrow\","
	"\"email\":\"odile@harborline.example\",\"phone\":\"207-555-0145\",\"fax\":\"\","
	"\"isPrimary\":true,"
	"\"contactType\":\"Purchasing\"}],"
	"\"customerAttributes\":{\"region\":\"Northeast\",\"accountTier\":\"Gold\"}}",

	"{\"customerNumber\":\"PNC-0088\"," NORTHPOINT
	",\"companyName\":\"Pinecrest Restaurant Group\","
	"\"companyEmail\":\"buying@pinecrest.example\",\"companyPhone\":\"503-555-0119\","
	"\"pricing\":\"Retail\","
	"\"active\":false,\"repNumber\":\"SR-311\",\"terms\":\"COD\",\"currencyCode\":\"USD\","
	"\"addresses\":["
	"{\"line1\":\"1180 NW Lovejoy Street\",\"line2\":\"Suite "
	"200\",\"city\":\"Portland\",\"state\":\"OR\","
	"\"postalCode\":\"97209\",\"country\":\"US\",\"addressType\":\"Shipping\",\"isPrimary\":"
	"true}]}",

	"{\"customerNumber\":\"HRB-1043\"," NORTHPOINT ",\"companyName\":\"Harbour Lights AB\","
	"\"companyEmail\":\"order@harbourlights.example\",\"companyPhone\":\"+46 31 390 06 "
	"12\",\"pricing\":\"Retail\","
	"\"active\":true,\"repNumber\":\"SR-311\",\"terms\":\"COD\",\"currencyCode\":\"SEK\","
	"\"addresses\":["
	"{\"line1\":\"Första Långgatan 24\",\"city\":\"Göteborg\",\"postalCode\":\"413 "
	"28\",\"country\":\"SE\","
	"\"addressType\":\"Billing\",\"isPrimary\":true}]}",

	"{\"customerNumber\":\"HRB-1050\"," NORTHPOINT
	",\"companyName\":\"Harstad Skipshandel AS\","
	"\"companyEmail\":\"post@harstadskipshandel.example\",\"companyPhone\":\"+47 77 55 02 60\","
	"\"pricing\":\"Distributor\",\"active\":false,\"repNumber\":\"SR-207\",\"terms\":\"NET60\","
	"\"currencyCode\":\"NOK\",\"externalId\":\"erp-cust-5530\",\"addresses\":["
	"{\"line1\":\"Sjøgata 9\",\"city\":\"Harstad\",\"postalCode\":\"9405\",\"country\":\"NO\","
	"\"addressType\":\"Billing\",\"isPrimary\":true}],\"contacts\":["
	"{\"firstName\":\"Øystein\",\"lastName\":\"Bjørnstad\",\"email\":\"oystein@"
	"harstadskipshandel.example\","
	"\"isPrimary\":true,\"contactType\":\"Primary\"}]}",
};

static const char *const aurora_customers[] = {
	"{\"customerNumber\":\"TMR-1001\"," AURORA ",\"companyName\":\"Itämeren Laivatarvike Oy\","
	"\"companyEmail\":\"tilaukset@itameren.example\",\"companyPhone\":\"+358 9 555 "
	"0142\",\"pricing\":\"Trade\","
	"\"active\":true,\"repNumber\":\"SR-014\",\"terms\":\"NET30\",\"currencyCode\":\"EUR\","
	"\"addresses\":["
	"{\"line1\":\"Satamakatu "
	"4\",\"city\":\"Helsinki\",\"postalCode\":\"00160\",\"country\":\"FI\","
	"\"addressType\":\"Billing\",\"isPrimary\":true},"
	"{\"line1\":\"Satamakatu 4\",\"line2\":\"A "
	"2\",\"city\":\"Helsinki\",\"postalCode\":\"00160\",\"country\":\"FI\","
	"\"addressType\":\"Shipping\",\"isPrimary\":true}]}",
};

static const char *const northpoint_products[] = {
	"{\"productId\":\"prod_91f0c2aa\"," NORTHPOINT
	",\"sku\":\"ROPE-BRD-12\",\"name\":\"Braided dock line 12 mm\","
	"\"description\":\"Double braided polyester dock line, sold by the "
	"coil.\",\"category\":\"Rope\","
	"\"price\":42.5,\"priceFormatted\":\"$42.50\",\"currencyCode\":\"USD\",\"prices\":["
	"{\"tier\":\"Retail\",\"price\":42.5,\"priceFormatted\":\"$42.50\",\"atQuantity\":1},"
	"{\"tier\":\"Wholesale\",\"price\":31.75,\"priceFormatted\":\"$31.75\",\"atQuantity\":1},"
	"{\"tier\":\"Wholesale\",\"price\":29.4,\"priceFormatted\":\"$29.40\",\"atQuantity\":24},"
	"{\"tier\":\"Distributor\",\"price\":29.5,\"priceFormatted\":\"$29.50\",\"atQuantity\":1},"
	"{\"tier\":\"Distributor\",\"price\":27,\"priceFormatted\":\"$27.00\",\"atQuantity\":24}],"
	"\"quantityOnHand\":310,\"minimumOrderQuantity\":2,\"quantityIncrement\":2,\"weight\":3.4,"
	"\"weightUnit\":\"lb\",\"dimensions\":\"12x12x6\",\"dimensionsUnit\":\"in\",\"upc\":"
	"\"071234500018\","
	"\"active\":true,\"images\":[{\"name\":\"rope-brd-12-front.jpg\","
	"\"url\":\"https://img.northpoint.example/rope-brd-12-front.jpg\"}],"
	"\"productAttributes\":{\"color\":\"navy\",\"material\":\"polyester\"},\"externalId\":"
	"\"erp-item-20418\","
	"\"createdAt\":\"2026-03-02T09:14:00Z\",\"updatedAt\":\"2026-05-18T16:40:12Z\"}",

	"{\"productId\":\"prod_22b7d90e\"," NORTHPOINT
	",\"sku\":\"FNDR-G4-WHT\",\"name\":\"Ribbed fender G4, white\","
	"\"category\":\"Fenders\",\"price\":26.95,\"priceFormatted\":\"$26.95\",\"currencyCode\":"
	"\"USD\",\"prices\":["
	"{\"tier\":\"Retail\",\"price\":26.95,\"priceFormatted\":\"$26.95\"},"
	"{\"tier\":\"Wholesale\",\"price\":20.2,\"priceFormatted\":\"$20.20\"},"
	"{\"tier\":\"Distributor\",\"price\":17.85,\"priceFormatted\":\"$17.85\"}],"
	"\"quantityOnHand\":84,\"upc\":\"071234500025\",\"active\":true,\"images\":[\"fndr-g4-wht."
	"jpg\"],"
	"\"createdAt\":\"2026-03-02T09:20:00Z\",\"updatedAt\":\"2026-04-11T08:02:45Z\"}",
};

#define SECRET "sandbox-secret" /* a sample: whoever runs the sandbox may know it */

static const struct store_login northpoint_logins[] = {
	{ .client_id = "backoffice-terminal",
	  .client_secret = SECRET,
	  .api_key = "sandbox-key-northpoint-admin",
	  .user_id = "usr_10a0",
	  .role = ROLE_ADMIN },
	{ .client_id = "rep-207",
	  .client_secret = SECRET,
	  .api_key = "sandbox-key-northpoint-rep",
	  .user_id = "usr_30c7",
	  .role = ROLE_SALES_REP,
	  .rep_number = "SR-207" },
	{ .client_id = "portal-hrb-1042",
	  .client_secret = SECRET,
	  .user_id = "usr_51b8",
	  .role = ROLE_CUSTOMER,
	  .customer_number = "HRB-1042" },
};

static const struct store_login aurora_logins[] = {
	{ .client_id = "backoffice-aurora",
	  .client_secret = SECRET,
	  .api_key = "sandbox-key-aurora-admin",
	  .user_id = "usr_70a0",
	  .role = ROLE_ADMIN },
	{ .client_id = "rep-014",
	  .client_secret = SECRET,
	  .api_key = "sandbox-key-aurora-rep",
	  .user_id = "usr_70c4",
	  .role = ROLE_SALES_REP,
	  .rep_number = "SR-014" },
	{ .client_id = "portal-tmr-1001",
	  .client_secret = SECRET,
	  .user_id = "usr_70e1",
	  .role = ROLE_CUSTOMER,
	  .customer_number = "TMR-1001" },
};

static const struct sample_organization organizations[] = {
	{ .id = "org_7d21c0e4",
	  .org_code = "harborline",
	  .currency_code = "USD",
	  .document = northpoint,
	  .tiers = SAMPLE_LIST("Retail", "Wholesale", "Distributor"),
	  .tier_percents = (const unsigned char[]){ 100, 76, 66 },
	  .images_url = "https://img.northpoint.example",
	  .reps = { northpoint_reps, SAMPLE_COUNT(northpoint_reps) },
	  .rep_numbers = SAMPLE_LIST("SR-207", "SR-311", "SR-118", "SR-142", "SR-263", "SR-275",
				     "REP-007"),
	  .customers = { northpoint_customers, SAMPLE_COUNT(northpoint_customers) },
	  .products = { northpoint_products, SAMPLE_COUNT(northpoint_products) },
	  .logins = northpoint_logins,
	  .login_count = SAMPLE_COUNT(northpoint_logins) },
	{ .id = "org_2f90b6aa",
	  .org_code = "aurorabaltic",
	  .currency_code = "EUR",
	  .document = aurora,
	  .tiers = SAMPLE_LIST("Retail", "Trade", "Wholesale", "Distributor", "Export"),
	  .tier_percents = (const unsigned char[]){ 100, 88, 76, 68, 62 },
	  .images_url = "https://img.aurorabaltic.example",
	  .is_metric = true,
	  .reps = { aurora_reps, SAMPLE_COUNT(aurora_reps) },
	  .rep_numbers = SAMPLE_LIST("SR-014", "SR-019", "SR-023"),
	  .customers = { aurora_customers, SAMPLE_COUNT(aurora_customers) },
	  .logins = aurora_logins,
	  .login_count = SAMPLE_COUNT(aurora_logins) },
};

const struct sample_organization *sample_organization_at(size_t i)
{
	return i < SAMPLE_COUNT(organizations) ? &organizations[i] : NULL;
}
