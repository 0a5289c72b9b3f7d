# Unit tests of src/plain. What is said and answered is told in tests/e2e/plain.sh.
check_PROGRAMS += \
	tests/unit/plain/test_input \
	tests/unit/plain/test_number

tests_unit_plain_test_input_LDADD = src/plain/libplain.la $(CMOCKA_LIBS)
tests_unit_plain_test_number_LDADD = src/plain/libplain.la $(CMOCKA_LIBS)
