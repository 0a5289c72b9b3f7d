# What is done to many records, and saving one.
noinst_LTLIBRARIES += src/work/libwork.la
src_work_libwork_la_SOURCES = \
	src/work/csv.c src/work/csv.h
src_work_libwork_la_LIBADD = src/store/libstore.la
