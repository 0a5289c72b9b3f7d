/* SPDX-License-Identifier: ISC */
#include "sandbox/sample.h"

#include "sandbox/sample_customer.h"
#include "sandbox/sample_organization.h"
#include "sandbox/sample_product.h"
#include "sandbox/sample_rows.h"
#include "sandbox/store.h"

static void write_customer(const void *organization, uint64_t seed, uint64_t i, FILE *out)
{
	sample_customer_write(organization, seed, i, out);
}

static void write_product(const void *organization, uint64_t seed, uint64_t i, FILE *out)
{
	sample_product_write(organization, seed, i, out);
}

static bool fill_logins(struct store *store, int64_t id,
			const struct sample_organization *organization, uint64_t customers,
			struct error *err)
{
	for (size_t i = 0; i < organization->login_count; i++) {
		if (organization->logins[i].role == ROLE_CUSTOMER && customers == 0)
			continue; /* nobody is there to log in */
		if (!store_insert_login(store, id, &organization->logins[i], err))
			return false;
	}
	return true;
}

static bool fill_organization(struct store *store, const struct sample_organization *organization,
			      uint64_t seed, uint64_t customers, uint64_t products,
			      struct error *err)
{
	const struct sample_rows rows = { organization, seed };
	int64_t id;

	if (!store_insert_organization(store, organization->org_code, organization->currency_code,
				       organization->document, &id, err))
		return false;
	for (size_t i = 0; i < organization->reps.count; i++)
		if (!store_insert_sales_rep(store, id, organization->reps.items[i], err))
			return false;
	return sample_rows_fill(store, id, &rows, customers, write_customer, store_insert_customer,
				err) &&
	       sample_rows_fill(store, id, &rows, products, write_product, store_insert_product,
				err) &&
	       fill_logins(store, id, organization, customers, err);
}

static uint64_t share_of_second(int64_t size)
{
	uint64_t share = (uint64_t)(size + 7) / 8;
	return share < SAMPLE_SECOND_MAX ? share : SAMPLE_SECOND_MAX;
}

bool sample_fill(struct store *store, const struct store_size *size, struct error *err)
{
	const struct sample_organization *first = sample_organization_at(0),
					 *second = sample_organization_at(1);
	uint64_t seed = (uint64_t)size->seed;

	return fill_organization(store, first, seed, (uint64_t)size->customers,
				 (uint64_t)size->products, err) &&
	       fill_organization(store, second, ~seed, share_of_second(size->customers),
				 share_of_second(size->products), err);
}
