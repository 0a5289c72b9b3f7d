# The services: dialect tables, session, client.
noinst_LTLIBRARIES += src/api/libapi.la
src_api_libapi_la_SOURCES = \
	src/api/claims.c src/api/claims.h \
	src/api/client.h \
	src/api/dialect.c src/api/dialect.h \
	src/api/failure.c src/api/failure.h \
	src/api/nymble.c \
	src/api/profile.c src/api/profile.h \
	src/api/sandbox_process.h \
	src/api/token_file.c src/api/token_file.h
src_api_libapi_la_LIBADD = src/net/libnet.la src/model/libmodel.la $(JWT_LIBS)
