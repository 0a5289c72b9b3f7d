# nymble-sandbox: a local server of the contract on SQLite.
noinst_LTLIBRARIES += src/sandbox/libsandbox.la
src_sandbox_libsandbox_la_SOURCES = \
	src/sandbox/money.c src/sandbox/money.h \
	src/sandbox/store.h
src_sandbox_libsandbox_la_LIBADD = src/model/libmodel.la $(SQLITE_LIBS) $(MHD_LIBS) $(JWT_LIBS)
