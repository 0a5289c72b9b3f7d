# Unit tests of src/ui. Those that need a terminal bring one (tests/support/terminal.h), and run a small program
# of their own on src/ui in it.
check_PROGRAMS += \
	tests/unit/ui/test_clipboard \
	tests/unit/ui/test_commands \
	tests/unit/ui/test_hint_bar \
	tests/unit/ui/test_keys \
	tests/unit/ui/test_line_edit \
	tests/unit/ui/test_pick_list \
	tests/unit/ui/test_wrap
ui_test_libs = src/ui/libui.la $(CMOCKA_LIBS)
tests_unit_ui_test_clipboard_LDADD = $(ui_test_libs)
tests_unit_ui_test_commands_LDADD = $(ui_test_libs)
tests_unit_ui_test_hint_bar_LDADD = $(ui_test_libs)
tests_unit_ui_test_keys_LDADD = $(ui_test_libs)
tests_unit_ui_test_line_edit_LDADD = $(ui_test_libs)
tests_unit_ui_test_pick_list_LDADD = $(ui_test_libs)
tests_unit_ui_test_wrap_LDADD = $(ui_test_libs)
if HAVE_VTERM
check_PROGRAMS += \
	tests/unit/ui/test_form \
	tests/unit/ui/test_restore \
	tests/unit/ui/test_screen
ui_sample = \
	tests/unit/ui/sample.c tests/unit/ui/sample.h \
	tests/unit/ui/sample_form.c tests/unit/ui/sample_form.h
tests_unit_ui_test_form_SOURCES = $(ui_sample) tests/unit/ui/test_form.c
tests_unit_ui_test_form_LDADD = tests/support/libterminal.la $(ui_test_libs)
tests_unit_ui_test_restore_SOURCES = $(ui_sample) tests/unit/ui/test_restore.c
tests_unit_ui_test_restore_LDADD = tests/support/libterminal.la $(ui_test_libs)
tests_unit_ui_test_screen_SOURCES = $(ui_sample) tests/unit/ui/test_screen.c
tests_unit_ui_test_screen_LDADD = tests/support/libterminal.la $(ui_test_libs)
endif
