# nymble-sandbox over HTTP: what it survives, and who may do what.
if HAVE_CMOCKA
if !SHORT_TESTS
check_PROGRAMS += \
	tests/e2e/sandbox_crash \
	tests/e2e/sandbox_crowd \
	tests/e2e/sandbox_file \
	tests/e2e/sandbox_input \
	tests/e2e/sandbox_options \
	tests/e2e/sandbox_roles
endif
sandbox_e2e_libs = tests/support/libservers.la src/schema/libschema.la

tests_e2e_sandbox_crash_LDADD = $(sandbox_e2e_libs)
tests_e2e_sandbox_crowd_LDADD = $(sandbox_e2e_libs)
tests_e2e_sandbox_file_LDADD = $(sandbox_e2e_libs)
tests_e2e_sandbox_input_LDADD = $(sandbox_e2e_libs)
tests_e2e_sandbox_options_LDADD = $(sandbox_e2e_libs)
tests_e2e_sandbox_roles_LDADD = $(sandbox_e2e_libs) src/sandbox/libsandbox.la
endif
