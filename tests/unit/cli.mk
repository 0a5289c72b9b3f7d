# Unit tests of src/cli.
check_PROGRAMS += \
	tests/unit/cli/test_cli_options \
	tests/unit/cli/test_job \
	tests/unit/cli/test_writer
cli_test_libs = src/cli/libcli.la $(CMOCKA_LIBS)

tests_unit_cli_test_cli_options_LDADD = $(cli_test_libs)
tests_unit_cli_test_job_SOURCES = tests/unit/cli/test_job.c $(api_fixture)
tests_unit_cli_test_job_LDADD = src/cli/libcli.la $(api_fixture_libs)
tests_unit_cli_test_writer_LDADD = $(cli_test_libs)
