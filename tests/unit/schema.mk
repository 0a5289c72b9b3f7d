# Unit tests of src/schema, with the tables of src/model as examples.
check_PROGRAMS += \
	tests/unit/schema/test_columns \
	tests/unit/schema/test_changes \
	tests/unit/schema/test_check \
	tests/unit/schema/test_countries \
	tests/unit/schema/test_edit \
	tests/unit/schema/test_edit_lists \
	tests/unit/schema/test_edit_random \
	tests/unit/schema/test_entries_merge \
	tests/unit/schema/test_json \
	tests/unit/schema/test_json_roundtrip \
	tests/unit/schema/test_kind \
	tests/unit/schema/test_merge_random \
	tests/unit/schema/test_model \
	tests/unit/schema/test_nested \
	tests/unit/schema/test_query \
	tests/unit/schema/test_query_random \
	tests/unit/schema/test_record \
	tests/unit/schema/test_start
EXTRA_DIST += tests/unit/schema/record_of.h
random_json = tests/unit/schema/random_json.c tests/unit/schema/random_json.h
random_record = tests/unit/schema/random_record.c tests/unit/schema/random_record.h
schema_test_libs = src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_schema_test_columns_LDADD = $(schema_test_libs)

tests_unit_schema_test_changes_LDADD = $(schema_test_libs)
tests_unit_schema_test_check_LDADD = $(schema_test_libs)
tests_unit_schema_test_countries_LDADD = $(schema_test_libs)
tests_unit_schema_test_edit_LDADD = $(schema_test_libs)
tests_unit_schema_test_edit_lists_LDADD = $(schema_test_libs)
tests_unit_schema_test_edit_random_SOURCES = tests/unit/schema/test_edit_random.c $(random_json) $(random_record)
tests_unit_schema_test_edit_random_LDADD = $(schema_test_libs)
tests_unit_schema_test_entries_merge_LDADD = $(schema_test_libs)
tests_unit_schema_test_json_LDADD = $(schema_test_libs)
tests_unit_schema_test_json_roundtrip_SOURCES = tests/unit/schema/test_json_roundtrip.c $(random_json)
tests_unit_schema_test_json_roundtrip_LDADD = $(schema_test_libs)
tests_unit_schema_test_kind_LDADD = $(schema_test_libs)
tests_unit_schema_test_merge_random_SOURCES = tests/unit/schema/test_merge_random.c $(random_json) $(random_record)
tests_unit_schema_test_merge_random_LDADD = $(schema_test_libs)
tests_unit_schema_test_model_LDADD = $(schema_test_libs)
tests_unit_schema_test_nested_LDADD = $(schema_test_libs)
tests_unit_schema_test_query_LDADD = $(schema_test_libs)
tests_unit_schema_test_query_random_LDADD = $(schema_test_libs)
tests_unit_schema_test_record_LDADD = $(schema_test_libs)
tests_unit_schema_test_start_LDADD = $(schema_test_libs)
