# Unit tests of src/sandbox.
check_PROGRAMS += \
	tests/unit/sandbox/test_sample_customers \
	tests/unit/sandbox/test_sample_parts \
	tests/unit/sandbox/test_sample_products
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
