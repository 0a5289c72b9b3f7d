# make bench: see bench/README. Its programs are built for it alone, and not installed.
bench_programs = bench/drive bench/floor bench/http-floor bench/price-rows bench/prices
EXTRA_PROGRAMS += $(bench_programs)
CLEANFILES += $(bench_programs)
EXTRA_DIST += bench/README bench/price_list.sh bench/flow_rows.sh

bench_drive_SOURCES = \
	bench/drive.c \
	bench/edit_run.c bench/edit_run.h \
	bench/list_run.c bench/list_run.h \
	bench/load.c bench/load.h \
	bench/process.c bench/process.h \
	bench/pty.c bench/pty.h \
	bench/samples.c bench/samples.h \
	bench/service.c bench/service.h
bench_drive_LDADD = src/schema/libschema.la
bench_floor_SOURCES = bench/floor.c
bench_floor_LDADD = $(NCURSES_LIBS)
bench_http_floor_SOURCES = bench/http_floor.c
bench_http_floor_LDADD = $(MHD_LIBS)
bench_price_rows_SOURCES = bench/price_rows.c bench/process.c bench/process.h
bench_price_rows_LDADD = src/work/libwork.la
bench_prices_SOURCES = bench/prices.c
bench_prices_LDADD = src/work/libwork.la

BENCH_ROWS = 100000
.PHONY: bench
bench: all $(bench_programs)
	bench/drive . $(BENCH_ROWS)
	$(srcdir)/bench/price_list.sh .
	$(srcdir)/bench/flow_rows.sh .
	bench/prices
