# What is remembered: configuration, drafts, pages of a list.
noinst_LTLIBRARIES += src/store/libstore.la
src_store_libstore_la_SOURCES = \
	src/store/cached_page.c src/store/cached_page.h \
	src/store/config.c src/store/config.h \
	src/store/config_choice.c \
	src/store/config_complaint.c \
	src/store/config_reader.c src/store/config_reader.h \
	src/store/config_text.c src/store/config_text.h \
	src/store/config_words.c src/store/config_words.h \
	src/store/draft.c src/store/draft.h \
	src/store/draft_text.c src/store/draft_text.h \
	src/store/fetches.c src/store/fetches.h \
	src/store/file_lock.c src/store/file_lock.h \
	src/store/known_tiers.c src/store/known_tiers.h \
	src/store/owned_files.c src/store/owned_files.h \
	src/store/page_cache.c src/store/page_cache.h \
	src/store/page_source.c src/store/page_source.h \
	src/store/pager.c src/store/pager.h \
	src/store/pager_fetch.c src/store/pager_state.h \
	src/store/profile_place.c src/store/profile_place.h \
	src/store/theme_file.c src/store/theme_file.h \
	src/store/views.c src/store/views.h \
	src/store/views_text.c src/store/views_text.h
src_store_libstore_la_LIBADD = src/api/libapi.la $(CONFUSE_LIBS)
