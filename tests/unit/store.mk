# Unit tests of src/store.
check_PROGRAMS += \
	tests/unit/store/test_config \
	tests/unit/store/test_page_cache \
	tests/unit/store/test_pager \
	tests/unit/store/test_views
store_test_libs = src/store/libstore.la $(CMOCKA_LIBS)

tests_unit_store_test_config_LDADD = $(store_test_libs)
tests_unit_store_test_page_cache_LDADD = $(store_test_libs)
tests_unit_store_test_pager_SOURCES = tests/unit/store/test_pager.c tests/unit/store/script.c tests/unit/store/script.h
tests_unit_store_test_pager_LDADD = $(store_test_libs)
tests_unit_store_test_views_LDADD = $(store_test_libs)
