# Unit tests of src/store.
check_PROGRAMS += \
	tests/unit/store/test_config \
	tests/unit/store/test_draft \
	tests/unit/store/test_draft_processes \
	tests/unit/store/test_known_tiers \
	tests/unit/store/test_owned_files \
	tests/unit/store/test_page_cache \
	tests/unit/store/test_pager \
	tests/unit/store/test_theme_file \
	tests/unit/store/test_views
store_test_libs = src/store/libstore.la $(CMOCKA_LIBS)

tests_unit_store_test_config_LDADD = $(store_test_libs)
tests_unit_store_test_known_tiers_SOURCES = tests/unit/store/test_known_tiers.c tests/unit/store/folder.c tests/unit/store/folder.h
tests_unit_store_test_known_tiers_LDADD = $(store_test_libs)
tests_unit_store_test_page_cache_LDADD = $(store_test_libs)
tests_unit_store_test_pager_SOURCES = tests/unit/store/test_pager.c tests/unit/store/script.c tests/unit/store/script.h
tests_unit_store_test_pager_LDADD = $(store_test_libs)
tests_unit_store_test_theme_file_SOURCES = tests/unit/store/test_theme_file.c tests/unit/store/folder.c tests/unit/store/folder.h
tests_unit_store_test_theme_file_LDADD = $(store_test_libs)
tests_unit_store_test_views_LDADD = $(store_test_libs)

# With other processes at work on the same folder.
store_files_sources = \
	tests/unit/store/folder.c tests/unit/store/folder.h \
	tests/unit/store/process.c tests/unit/store/process.h
store_draft_sources = $(store_files_sources) \
	tests/unit/store/draft_fixture.c tests/unit/store/draft_fixture.h
tests_unit_store_test_draft_SOURCES = tests/unit/store/test_draft.c $(store_draft_sources)
tests_unit_store_test_draft_LDADD = $(store_test_libs)
tests_unit_store_test_draft_processes_SOURCES = tests/unit/store/test_draft_processes.c $(store_draft_sources)
tests_unit_store_test_draft_processes_LDADD = $(store_test_libs)
tests_unit_store_test_owned_files_SOURCES = tests/unit/store/test_owned_files.c $(store_files_sources)
tests_unit_store_test_owned_files_LDADD = $(store_test_libs)
