# What every other folder builds on. Knows no other folder.
noinst_LTLIBRARIES += src/base/libbase.la
src_base_libbase_la_SOURCES = \
	src/base/alloc.c src/base/alloc.h \
	src/base/atomic_file.c src/base/atomic_file.h \
	src/base/clock.c src/base/clock.h \
	src/base/colour.c src/base/colour.h \
	src/base/decimal.c src/base/decimal.h \
	src/base/disputed.c src/base/disputed.h \
	src/base/error.c src/base/error.h \
	src/base/hash.c src/base/hash.h \
	src/base/i18n.h \
	src/base/nearest.c src/base/nearest.h \
	src/base/options.c src/base/options.h src/base/options_print.c \
	src/base/output.c src/base/output.h \
	src/base/path.c src/base/path.h \
	src/base/path_typed.c src/base/path_typed.h \
	src/base/secret.c src/base/secret.h \
	src/base/sha256.c src/base/sha256.h \
	src/base/text.c src/base/text.h \
	src/base/text_file.c src/base/text_file.h \
	src/base/text_index.c src/base/text_index.h \
	src/base/text_list.c src/base/text_list.h \
	src/base/theme.c src/base/theme.h \
	src/base/url.c src/base/url.h \
	src/base/word.c src/base/word.h \
	src/base/yes_no.c src/base/yes_no.h
src_base_libbase_la_LIBADD = $(UNISTRING_LIBS) $(CRYPTO_LIBS) $(LTLIBINTL)
