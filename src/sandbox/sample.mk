# The sample data of nymble-sandbox: rows, and the tables they are made from.
sandbox_sample_sources = \
	src/sandbox/sample.c src/sandbox/sample.h \
	src/sandbox/sample_catalog.c src/sandbox/sample_catalog.h \
	src/sandbox/sample_company.c src/sandbox/sample_company.h \
	src/sandbox/sample_customer.c src/sandbox/sample_customer.h \
	src/sandbox/sample_flow.c src/sandbox/sample_flow.h \
	src/sandbox/sample_flow_customer.c src/sandbox/sample_flow_customer.h \
	src/sandbox/sample_flow_party.c src/sandbox/sample_flow_party.h \
	src/sandbox/sample_flow_tenant.c \
	src/sandbox/sample_json.c src/sandbox/sample_json.h \
	src/sandbox/sample_organization.c src/sandbox/sample_organization.h \
	src/sandbox/sample_price.c src/sandbox/sample_price.h \
	src/sandbox/sample_product.c src/sandbox/sample_product.h \
	src/sandbox/sample_random.c src/sandbox/sample_random.h \
	src/sandbox/sample_rows.c src/sandbox/sample_rows.h \
	src/sandbox/sample_text.c src/sandbox/sample_text.h \
	src/sandbox/sample_world.c src/sandbox/sample_world.h \
	src/sandbox/sample_america.c \
	src/sandbox/sample_britain.c \
	src/sandbox/sample_east.c \
	src/sandbox/sample_east_names.c \
	src/sandbox/sample_english.c \
	src/sandbox/sample_europe.c \
	src/sandbox/sample_europe_names.c \
	src/sandbox/sample_nordic.c \
	src/sandbox/sample_nordic_names.c \
	src/sandbox/sample_house.c \
	src/sandbox/sample_marine.c \
	src/sandbox/sample_supply.c \
	src/sandbox/sample_trade.c
