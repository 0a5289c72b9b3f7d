# Unit tests of src/model.
check_PROGRAMS += \
	tests/unit/model/test_price_edit \
	tests/unit/model/test_price_list \
	tests/unit/model/test_price_walk \
	tests/unit/model/test_price_warning
model_test_libs = src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_model_test_price_edit_LDADD = $(model_test_libs)
tests_unit_model_test_price_list_LDADD = $(model_test_libs)
tests_unit_model_test_price_walk_LDADD = $(model_test_libs)
tests_unit_model_test_price_warning_LDADD = $(model_test_libs)
