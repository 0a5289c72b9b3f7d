# The tables: which fields the services' records have.
noinst_LTLIBRARIES += src/model/libmodel.la
src_model_libmodel_la_SOURCES = \
	src/model/customers.c src/model/customers.h \
	src/model/flow_customer_groups.c src/model/flow_customer_groups.h \
	src/model/flow_customer_parts.c \
	src/model/flow_customers.c src/model/flow_customers.h \
	src/model/flow_external_customers.c \
	src/model/kind_address_type.c \
	src/model/kind_customer_type.c \
	src/model/price_edit.c src/model/price_edit.h \
	src/model/price_list.c src/model/price_list.h \
	src/model/price_walk.c src/model/price_walk.h \
	src/model/price_warning.c \
	src/model/price_tiers.c src/model/price_tiers.h \
	src/model/products.c src/model/products.h \
	src/model/sales_reps.c src/model/sales_reps.h \
	src/model/words.c src/model/words.h
src_model_libmodel_la_LIBADD = src/schema/libschema.la
