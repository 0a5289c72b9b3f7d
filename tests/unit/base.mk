# Unit tests of src/base.
check_PROGRAMS += tests/unit/test_nearest
tests_unit_test_nearest_SOURCES = tests/unit/test_nearest.c
tests_unit_test_nearest_LDADD = src/base/libbase.la $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_options
tests_unit_test_options_SOURCES = tests/unit/test_options.c
tests_unit_test_options_LDADD = src/base/libbase.la $(CMOCKA_LIBS)
