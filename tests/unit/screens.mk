# Unit tests of src/screens: what needs no terminal. The screens themselves are told in tests/e2e.
check_PROGRAMS += \
	tests/unit/screens/test_known_names \
	tests/unit/screens/test_themes
screens_test_libs = src/screens/libscreens.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_screens_test_known_names_LDADD = $(screens_test_libs)
tests_unit_screens_test_themes_LDADD = $(screens_test_libs)
