# nymble-sandbox: a local server of the contract on SQLite.
include src/sandbox/sample.mk
noinst_LTLIBRARIES += src/sandbox/libsandbox.la
src_sandbox_libsandbox_la_SOURCES = \
	$(sandbox_sample_sources) \
	src/sandbox/anchors.c src/sandbox/anchors.h \
	src/sandbox/announce.c src/sandbox/announce.h \
	src/sandbox/api.h \
	src/sandbox/auth.c \
	src/sandbox/body.c src/sandbox/body.h \
	src/sandbox/collection.c src/sandbox/collection.h \
	src/sandbox/credentials.c src/sandbox/credentials.h \
	src/sandbox/customers.c src/sandbox/customers.h \
	src/sandbox/customers_write.c \
	src/sandbox/document.c src/sandbox/document.h \
	src/sandbox/exchange.c src/sandbox/exchange.h \
	src/sandbox/flow_account.c \
	src/sandbox/flow_api.c \
	src/sandbox/flow_batch.c \
	src/sandbox/flow_caller.c src/sandbox/flow_caller.h \
	src/sandbox/flow_change.c src/sandbox/flow_change.h \
	src/sandbox/flow_customers.c src/sandbox/flow_customers.h \
	src/sandbox/flow_customers_write.c \
	src/sandbox/flow_errors.c \
	src/sandbox/flow_extensions.c \
	src/sandbox/flow_members.c src/sandbox/flow_members.h \
	src/sandbox/flow_people.c src/sandbox/flow_people.h \
	src/sandbox/flow_rules.c src/sandbox/flow_rules.h \
	src/sandbox/flow_search.c src/sandbox/flow_search.h \
	src/sandbox/flow_views.c \
	src/sandbox/handlers.h \
	src/sandbox/list_query.c src/sandbox/list_query.h \
	src/sandbox/list_reply.c src/sandbox/list_reply.h \
	src/sandbox/list_style.h \
	src/sandbox/listener.c src/sandbox/listener.h \
	src/sandbox/login_limit.c src/sandbox/login_limit.h \
	src/sandbox/memory.c src/sandbox/memory.h \
	src/sandbox/money.c src/sandbox/money.h \
	src/sandbox/nymble_api.c \
	src/sandbox/organization.c \
	src/sandbox/pages.c src/sandbox/pages.h \
	src/sandbox/prices.c \
	src/sandbox/problem.c src/sandbox/problem.h \
	src/sandbox/problem_details.c \
	src/sandbox/products.c src/sandbox/products.h \
	src/sandbox/products_write.c \
	src/sandbox/request_log.c src/sandbox/request_log.h \
	src/sandbox/routes.c src/sandbox/routes.h \
	src/sandbox/row.c src/sandbox/row.h \
	src/sandbox/rules.c src/sandbox/rules.h \
	src/sandbox/selection.c src/sandbox/selection.h \
	src/sandbox/server.c src/sandbox/server.h \
	src/sandbox/service.h \
	src/sandbox/sessions.c src/sandbox/sessions.h \
	src/sandbox/settings.c src/sandbox/settings.h \
	src/sandbox/sql.c src/sandbox/sql.h \
	src/sandbox/step.c src/sandbox/step.h \
	src/sandbox/store.c src/sandbox/store.h \
	src/sandbox/store_count.c src/sandbox/store_count.h \
	src/sandbox/store_fill.c \
	src/sandbox/store_flow.c src/sandbox/store_flow.h \
	src/sandbox/store_internal.h \
	src/sandbox/store_page.c \
	src/sandbox/store_people.c \
	src/sandbox/store_records.h \
	src/sandbox/store_schema.c \
	src/sandbox/store_step.c \
	src/sandbox/store_write.c \
	src/sandbox/token.c src/sandbox/token.h \
	src/sandbox/totals.c src/sandbox/totals.h \
	src/sandbox/upsert.c src/sandbox/upsert.h \
	src/sandbox/url.c src/sandbox/url.h
src_sandbox_libsandbox_la_LIBADD = src/model/libmodel.la $(SQLITE_LIBS) $(MHD_LIBS) $(JWT_LIBS) -lm

bin_PROGRAMS += src/nymble-sandbox
src_nymble_sandbox_SOURCES = src/sandbox/main.c
src_nymble_sandbox_LDADD = src/sandbox/libsandbox.la
dist_man_MANS += nymble-sandbox.1
