# The terminal toolkit. Knows no customer and no HTTP.
noinst_LTLIBRARIES += src/ui/libui.la
src_ui_libui_la_SOURCES = \
	src/ui/bind.c \
	src/ui/clipboard.c src/ui/clipboard.h \
	src/ui/command.c src/ui/command.h \
	src/ui/command_list.c src/ui/command_list.h \
	src/ui/confirm.c src/ui/confirm.h \
	src/ui/dispatch.c \
	src/ui/draw.c src/ui/draw.h \
	src/ui/form.c src/ui/form.h src/ui/form_state.h \
	src/ui/form_commands.c \
	src/ui/form_complaints.c \
	src/ui/form_draw.c \
	src/ui/form_entries.c \
	src/ui/form_keys.c \
	src/ui/form_layout.c \
	src/ui/form_lines.c \
	src/ui/form_moves.c \
	src/ui/form_texts.c \
	src/ui/form_typing.c \
	src/ui/frame.c \
	src/ui/held_output.c src/ui/held_output.h \
	src/ui/help.c src/ui/help.h \
	src/ui/hint_bar.c src/ui/hint_bar.h \
	src/ui/key_decoder.c \
	src/ui/key_names.c \
	src/ui/key_sequences.c src/ui/key_sequences.h \
	src/ui/keys.h \
	src/ui/line_edit.c src/ui/line_edit.h \
	src/ui/line_edit_draw.c \
	src/ui/mouse.c \
	src/ui/palette.c src/ui/palette.h \
	src/ui/pick.c src/ui/pick.h \
	src/ui/pick_list.c src/ui/pick_list.h \
	src/ui/prompt.c src/ui/prompt.h \
	src/ui/screen.h \
	src/ui/stack.c \
	src/ui/table.c src/ui/table.h \
	src/ui/table_commands.c \
	src/ui/table_mouse.c \
	src/ui/target.c src/ui/target.h \
	src/ui/term.c src/ui/term.h \
	src/ui/term_crash.c src/ui/term_crash.h \
	src/ui/text_view.c src/ui/text_view.h \
	src/ui/paint.c src/ui/paint.h \
	src/ui/ui.c src/ui/ui.h src/ui/ui_state.h \
	src/ui/ui_commands.c \
	src/ui/wrap.c src/ui/wrap.h
src_ui_libui_la_LIBADD = src/schema/libschema.la $(NCURSES_LIBS)
