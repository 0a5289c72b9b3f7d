/* handlers.h - what answers each operation of the contract; routes.c says which. */
/* SPDX-License-Identifier: ISC */
#ifndef SANDBOX_HANDLERS_H
#define SANDBOX_HANDLERS_H
#include "sandbox/exchange.h"

handler_fn handle_login, handle_access;                    /* auth.c */
handler_fn handle_list_customers, handle_get_customer;     /* customers.c */
handler_fn handle_upsert_customer, handle_create_customer; /* customers_write.c */
handler_fn handle_update_customer, handle_delete_customer;
handler_fn handle_activate_customer, handle_deactivate_customer;
handler_fn handle_list_products, handle_search_products, handle_get_product; /* products.c */
handler_fn handle_upsert_product;                                            /* products_write.c */
handler_fn handle_update_prices;                                             /* prices.c */
handler_fn handle_get_organization, handle_list_sales_reps;                  /* organization.c */

handler_fn handle_flow_account, handle_flow_login, handle_flow_exchange; /* flow_account.c */
handler_fn handle_flow_list_customers, handle_flow_get_customer;         /* flow_customers.c */
handler_fn handle_flow_search_customers, handle_flow_search_external, handle_flow_list_groups;
handler_fn handle_flow_create_customer, handle_flow_update_customer; /* flow_customers_write.c */
handler_fn handle_flow_delete_customer;
handler_fn handle_flow_add_extension, handle_flow_remove_extension;     /* flow_extensions.c */
handler_fn handle_flow_export_customer, handle_flow_get_store_customer; /* flow_views.c */
handler_fn handle_flow_batch_customers;                                 /* flow_batch.c */

#endif
