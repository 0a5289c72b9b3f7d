# Unit tests of src/base.
check_PROGRAMS += \
	tests/unit/base/test_atomic_file \
	tests/unit/base/test_clock \
	tests/unit/base/test_decimal \
	tests/unit/base/test_disputed \
	tests/unit/base/test_error \
	tests/unit/base/test_nearest \
	tests/unit/base/test_options \
	tests/unit/base/test_sha256 \
	tests/unit/base/test_text \
	tests/unit/base/test_text_file \
	tests/unit/base/test_text_index \
	tests/unit/base/test_text_list \
	tests/unit/base/test_theme \
	tests/unit/base/test_url
base_test_libs = src/base/libbase.la $(CMOCKA_LIBS)
tests_unit_base_test_atomic_file_LDADD = $(base_test_libs)
tests_unit_base_test_clock_LDADD = $(base_test_libs)
tests_unit_base_test_decimal_LDADD = $(base_test_libs)
tests_unit_base_test_disputed_LDADD = $(base_test_libs)
tests_unit_base_test_error_LDADD = $(base_test_libs)
tests_unit_base_test_nearest_LDADD = $(base_test_libs)
tests_unit_base_test_options_LDADD = $(base_test_libs)
tests_unit_base_test_sha256_LDADD = $(base_test_libs)
tests_unit_base_test_text_LDADD = $(base_test_libs)
tests_unit_base_test_text_file_LDADD = $(base_test_libs)
tests_unit_base_test_text_index_LDADD = $(base_test_libs)
tests_unit_base_test_text_list_LDADD = $(base_test_libs)
tests_unit_base_test_theme_LDADD = $(base_test_libs)
tests_unit_base_test_url_LDADD = $(base_test_libs)
