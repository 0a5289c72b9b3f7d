# nymble-sandbox: a local server of the contract on SQLite.
include src/sandbox/sample.mk
noinst_LTLIBRARIES += src/sandbox/libsandbox.la
src_sandbox_libsandbox_la_SOURCES = \
	$(sandbox_sample_sources) \
	src/sandbox/anchors.c src/sandbox/anchors.h \
	src/sandbox/collection.c src/sandbox/collection.h \
	src/sandbox/document.c src/sandbox/document.h \
	src/sandbox/memory.c src/sandbox/memory.h \
	src/sandbox/money.c src/sandbox/money.h \
	src/sandbox/row.c src/sandbox/row.h \
	src/sandbox/selection.c src/sandbox/selection.h \
	src/sandbox/sql.c src/sandbox/sql.h \
	src/sandbox/store.c src/sandbox/store.h \
	src/sandbox/store_count.c src/sandbox/store_count.h \
	src/sandbox/store_fill.c \
	src/sandbox/store_internal.h \
	src/sandbox/store_page.c \
	src/sandbox/store_people.c \
	src/sandbox/store_records.h \
	src/sandbox/store_schema.c \
	src/sandbox/store_write.c \
	src/sandbox/totals.c src/sandbox/totals.h
src_sandbox_libsandbox_la_LIBADD = src/model/libmodel.la $(SQLITE_LIBS) $(MHD_LIBS) $(JWT_LIBS)
