# The same client without a screen: options, verbs, writers.
noinst_LTLIBRARIES += src/cli/libcli.la
src_cli_libcli_la_SOURCES = \
	src/cli/act.c \
	src/cli/complete.c src/cli/complete.h \
	src/cli/export.c \
	src/cli/export_run.c src/cli/export_run.h \
	src/cli/get.c \
	src/cli/help.c src/cli/help.h \
	src/cli/import.c \
	src/cli/import_run.c src/cli/import_run.h \
	src/cli/job.c src/cli/job.h \
	src/cli/list.c \
	src/cli/login_words.c src/cli/login_words.h \
	src/cli/options.c src/cli/options.h \
	src/cli/prices.c \
	src/cli/record_text.c src/cli/record_text.h \
	src/cli/report.c src/cli/report.h \
	src/cli/selection.c src/cli/selection.h \
	src/cli/table_line.c src/cli/table_line.h \
	src/cli/verb.c src/cli/verb.h \
	src/cli/writer.c src/cli/writer.h \
	src/cli/writer_csv.c \
	src/cli/writer_json.c \
	src/cli/writer_table.c
src_cli_libcli_la_LIBADD = src/work/libwork.la
