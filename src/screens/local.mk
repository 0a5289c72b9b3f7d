# The product's screens.
noinst_LTLIBRARIES += src/screens/libscreens.la
src_screens_libscreens_la_SOURCES = \
	src/screens/action.c src/screens/action.h \
	src/screens/action_one.c src/screens/action_one.h \
	src/screens/action_question.c src/screens/action_question.h \
	src/screens/action_run.c src/screens/action_run.h \
	src/screens/app.c src/screens/app.h src/screens/app_state.h \
	src/screens/app_signals.c src/screens/app_signals.h \
	src/screens/choice_items.c src/screens/choice_items.h \
	src/screens/choices.c src/screens/choices.h \
	src/screens/connect.c src/screens/connect.h \
	src/screens/draft_continue.c \
	src/screens/draft_keeper.c src/screens/draft_keeper.h \
	src/screens/draft_offer.c \
	src/screens/draft_words.c src/screens/draft_words.h \
	src/screens/drafts.c src/screens/drafts.h \
	src/screens/drafts_screen.c \
	src/screens/entry.c src/screens/entry.h \
	src/screens/entry_columns.c src/screens/entry_columns.h \
	src/screens/header.c src/screens/header.h \
	src/screens/list.c src/screens/list.h \
	src/screens/list_columns.c \
	src/screens/list_draw.c \
	src/screens/list_filter.c \
	src/screens/list_mark_all.c src/screens/list_mark_all.h \
	src/screens/list_marks.c \
	src/screens/list_search.c \
	src/screens/list_sort.c \
	src/screens/lists.c src/screens/lists.h \
	src/screens/loading.c src/screens/loading.h \
	src/screens/login.c src/screens/login.h \
	src/screens/login_form.c src/screens/login_form.h \
	src/screens/marks.c src/screens/marks.h \
	src/screens/menu.c src/screens/menu.h \
	src/screens/page_view.c src/screens/page_view.h \
	src/screens/preview.c src/screens/preview.h \
	src/screens/reader.c src/screens/reader.h \
	src/screens/record.c src/screens/record.h \
	src/screens/record_page.c src/screens/record_page.h \
	src/screens/record_title.c src/screens/record_title.h \
	src/screens/record_watch.c src/screens/record_watch.h \
	src/screens/request_log.c src/screens/request_log.h \
	src/screens/request_text.c src/screens/request_text.h \
	src/screens/taken.c src/screens/taken.h \
	src/screens/trouble.c src/screens/trouble.h \
	src/screens/waiting.c src/screens/waiting.h \
	src/screens/wrapped.c src/screens/wrapped.h
src_screens_libscreens_la_LIBADD = src/work/libwork.la src/ui/libui.la
