# The person in front of the terminal: for tests of src/ui and the stories of tests/e2e.
if HAVE_VTERM
check_LTLIBRARIES += tests/support/libterminal.la
tests_support_libterminal_la_SOURCES = \
	tests/support/terminal.c tests/support/terminal.h \
	tests/support/terminal_keys.c \
	tests/support/terminal_scan.c \
	tests/support/terminal_screen.c \
	tests/support/terminal_state.h \
	tests/support/terminal_wait.c
tests_support_libterminal_la_LIBADD = src/base/libbase.la $(VTERM_LIBS) $(CMOCKA_LIBS)
endif
# A sandbox of one's own, and HTTP as bytes.
if HAVE_CMOCKA
check_LTLIBRARIES += tests/support/libservers.la
tests_support_libservers_la_SOURCES = \
	tests/support/http.c tests/support/http.h \
	tests/support/sandbox.c tests/support/sandbox.h \
	tests/support/sandbox_calls.c tests/support/sandbox_calls.h \
	tests/support/script.c tests/support/script.h \
	tests/support/tls.c tests/support/tls.h
tests_support_libservers_la_LIBADD = tests/faults/libfaults.la src/base/libbase.la $(CMOCKA_LIBS)
endif
