# Unit tests of src/api.
check_PROGRAMS += \
	tests/unit/api/test_claims \
	tests/unit/api/test_failure \
	tests/unit/api/test_nymble \
	tests/unit/api/test_page_read \
	tests/unit/api/test_profile \
	tests/unit/api/test_sandbox_process \
	tests/unit/api/test_token_file
api_test_libs = src/api/libapi.la $(CMOCKA_LIBS)

tests_unit_api_test_claims_LDADD = $(api_test_libs)
tests_unit_api_test_failure_LDADD = $(api_test_libs)
tests_unit_api_test_nymble_LDADD = $(api_test_libs)
tests_unit_api_test_page_read_LDADD = $(api_test_libs)
tests_unit_api_test_profile_LDADD = $(api_test_libs)
tests_unit_api_test_sandbox_process_LDADD = $(api_test_libs)
tests_unit_api_test_token_file_LDADD = $(api_test_libs)

# Against a service that answers from a script.
check_PROGRAMS += \
	tests/unit/api/test_act \
	tests/unit/api/test_choices \
	tests/unit/api/test_client \
	tests/unit/api/test_flow_acts \
	tests/unit/api/test_flow_batch \
	tests/unit/api/test_flow_login \
	tests/unit/api/test_flow_tenant \
	tests/unit/api/test_flow_lists \
	tests/unit/api/test_flow_records \
	tests/unit/api/test_flow_sandbox \
	tests/unit/api/test_login \
	tests/unit/api/test_products \
	tests/unit/api/test_session \
	tests/unit/api/test_taken \
	tests/unit/api/test_values \
	tests/unit/api/test_write
api_fixture = tests/unit/api/api_fixture.c tests/unit/api/api_fixture.h tests/unit/api/flow_steps.h
api_fixture_libs = src/api/libapi.la tests/faults/libfaults.la $(CMOCKA_LIBS)

tests_unit_api_test_act_SOURCES = tests/unit/api/test_act.c $(api_fixture)
tests_unit_api_test_act_LDADD = $(api_fixture_libs)
tests_unit_api_test_choices_SOURCES = tests/unit/api/test_choices.c $(api_fixture)
tests_unit_api_test_choices_LDADD = $(api_fixture_libs)
tests_unit_api_test_client_SOURCES = tests/unit/api/test_client.c $(api_fixture)
tests_unit_api_test_client_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_login_SOURCES = tests/unit/api/test_flow_login.c $(api_fixture)
tests_unit_api_test_flow_login_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_tenant_SOURCES = tests/unit/api/test_flow_tenant.c $(api_fixture)
tests_unit_api_test_flow_tenant_LDADD = $(api_fixture_libs)
tests_unit_api_test_login_SOURCES = tests/unit/api/test_login.c $(api_fixture)
tests_unit_api_test_login_LDADD = $(api_fixture_libs)
tests_unit_api_test_products_SOURCES = tests/unit/api/test_products.c $(api_fixture)
tests_unit_api_test_products_LDADD = $(api_fixture_libs)
tests_unit_api_test_session_SOURCES = tests/unit/api/test_session.c $(api_fixture)
tests_unit_api_test_session_LDADD = $(api_fixture_libs)
tests_unit_api_test_taken_SOURCES = tests/unit/api/test_taken.c $(api_fixture)
tests_unit_api_test_taken_LDADD = $(api_fixture_libs)
tests_unit_api_test_values_SOURCES = tests/unit/api/test_values.c $(api_fixture)
tests_unit_api_test_values_LDADD = $(api_fixture_libs)
tests_unit_api_test_write_SOURCES = tests/unit/api/test_write.c $(api_fixture)
tests_unit_api_test_write_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_acts_SOURCES = tests/unit/api/test_flow_acts.c $(api_fixture)
tests_unit_api_test_flow_acts_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_batch_SOURCES = tests/unit/api/test_flow_batch.c $(api_fixture)
tests_unit_api_test_flow_batch_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_records_SOURCES = tests/unit/api/test_flow_records.c $(api_fixture)
tests_unit_api_test_flow_records_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_lists_SOURCES = tests/unit/api/test_flow_lists.c $(api_fixture)
tests_unit_api_test_flow_lists_LDADD = $(api_fixture_libs)
tests_unit_api_test_flow_sandbox_SOURCES = tests/unit/api/test_flow_sandbox.c $(api_fixture)
tests_unit_api_test_flow_sandbox_LDADD = src/api/libapi.la tests/support/libservers.la $(CMOCKA_LIBS)
