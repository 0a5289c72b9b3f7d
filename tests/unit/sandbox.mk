# Unit tests of src/sandbox.
check_PROGRAMS += \
	tests/unit/sandbox/test_document \
	tests/unit/sandbox/test_flow_account \
	tests/unit/sandbox/test_flow_batch \
	tests/unit/sandbox/test_flow_callers \
	tests/unit/sandbox/test_flow_lists \
	tests/unit/sandbox/test_flow_write \
	tests/unit/sandbox/test_flow_store \
	tests/unit/sandbox/test_list_query \
	tests/unit/sandbox/test_login_limit \
	tests/unit/sandbox/test_products \
	tests/unit/sandbox/test_request_log \
	tests/unit/sandbox/test_rules \
	tests/unit/sandbox/test_sample_customers \
	tests/unit/sandbox/test_sample_flow \
	tests/unit/sandbox/test_sample_parts \
	tests/unit/sandbox/test_sample_products \
	tests/unit/sandbox/test_service \
	tests/unit/sandbox/test_store \
	tests/unit/sandbox/test_token \
	tests/unit/sandbox/test_writes
sandbox_test_libs = src/sandbox/libsandbox.la $(CMOCKA_LIBS)
sandbox_sample_document = tests/unit/sandbox/sample_document.c tests/unit/sandbox/sample_document.h \
	tests/unit/sandbox/sample_distinct.c

tests_unit_sandbox_test_sample_customers_SOURCES = \
	tests/unit/sandbox/test_sample_customers.c $(sandbox_sample_document)
tests_unit_sandbox_test_sample_customers_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_sample_parts_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_sample_products_SOURCES = \
	tests/unit/sandbox/test_sample_products.c $(sandbox_sample_document)
tests_unit_sandbox_test_sample_products_LDADD = $(sandbox_test_libs)

sandbox_fixture = tests/unit/sandbox/fixture.c tests/unit/sandbox/fixture.h
sandbox_flow_fixture = tests/unit/sandbox/flow_fixture.c tests/unit/sandbox/flow_fixture.h
tests_unit_sandbox_test_flow_account_SOURCES = \
	tests/unit/sandbox/test_flow_account.c $(sandbox_flow_fixture)
tests_unit_sandbox_test_flow_account_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_flow_lists_SOURCES = \
	tests/unit/sandbox/test_flow_lists.c $(sandbox_flow_fixture)
tests_unit_sandbox_test_flow_lists_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_flow_batch_SOURCES = \
	tests/unit/sandbox/test_flow_batch.c $(sandbox_flow_fixture)
tests_unit_sandbox_test_flow_batch_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_flow_write_SOURCES = \
	tests/unit/sandbox/test_flow_write.c $(sandbox_flow_fixture)
tests_unit_sandbox_test_flow_write_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_flow_store_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_sample_flow_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_flow_callers_SOURCES = \
	tests/unit/sandbox/test_flow_callers.c $(sandbox_flow_fixture)
tests_unit_sandbox_test_flow_callers_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_document_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_list_query_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_login_limit_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_request_log_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_products_SOURCES = tests/unit/sandbox/test_products.c $(sandbox_fixture)
tests_unit_sandbox_test_products_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_rules_SOURCES = tests/unit/sandbox/test_rules.c $(sandbox_fixture)
tests_unit_sandbox_test_rules_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_service_SOURCES = tests/unit/sandbox/test_service.c $(sandbox_fixture)
tests_unit_sandbox_test_service_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_store_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_token_LDADD = $(sandbox_test_libs)
tests_unit_sandbox_test_writes_SOURCES = tests/unit/sandbox/test_writes.c $(sandbox_fixture)
tests_unit_sandbox_test_writes_LDADD = $(sandbox_test_libs)
