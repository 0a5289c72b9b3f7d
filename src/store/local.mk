# What is remembered: configuration, pages of a list.
noinst_LTLIBRARIES += src/store/libstore.la
src_store_libstore_la_SOURCES = \
	src/store/fetches.c src/store/fetches.h \
	src/store/page_cache.c src/store/page_cache.h \
	src/store/page_source.h \
	src/store/pager.c src/store/pager.h \
	src/store/pager_fetch.c src/store/pager_state.h \
	src/store/row.c src/store/row.h
src_store_libstore_la_LIBADD = src/model/libmodel.la $(CONFUSE_LIBS)
