# The program as lines: for screen readers, braille and logs.
noinst_LTLIBRARIES += src/plain/libplain.la
src_plain_libplain_la_SOURCES = \
	src/plain/action.c src/plain/action.h \
	src/plain/action_argument.c src/plain/action_argument.h \
	src/plain/ask.c src/plain/ask_choice.c src/plain/ask.h \
	src/plain/commands.c src/plain/commands.h \
	src/plain/connect.c src/plain/connect.h \
	src/plain/drafts.c src/plain/drafts.h \
	src/plain/edit.c src/plain/edit.h src/plain/edit_room.h \
	src/plain/edit_begin.c \
	src/plain/edit_draft.c \
	src/plain/edit_entry.c \
	src/plain/edit_lines.c src/plain/edit_lines.h \
	src/plain/edit_review.c \
	src/plain/edit_value.c \
	src/plain/export.c src/plain/export.h \
	src/plain/import.c src/plain/import.h \
	src/plain/input.c src/plain/input.h \
	src/plain/list.c src/plain/list_fields.c src/plain/list_query.c src/plain/list_say.c src/plain/list.h \
	src/plain/lists.c src/plain/lists.h \
	src/plain/login.c src/plain/login.h \
	src/plain/number.c src/plain/number.h \
	src/plain/personal_export.c src/plain/personal_export.h \
	src/plain/plain.c src/plain/plain.h src/plain/plain_state.h \
	src/plain/profiles.c src/plain/profiles.h \
	src/plain/record.c src/plain/record.h \
	src/plain/record_say.c src/plain/record_say.h \
	src/plain/room.c src/plain/room.h \
	src/plain/say.c src/plain/say.h \
	src/plain/undo.c src/plain/undo.h \
	src/plain/views.c src/plain/views.h \
	src/plain/wait.c src/plain/wait.h
src_plain_libplain_la_LIBADD = src/work/libwork.la
