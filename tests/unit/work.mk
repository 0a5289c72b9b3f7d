# Unit tests of src/work: against a service that answers from a script, and against a sandbox.
check_PROGRAMS += \
	tests/unit/work/test_choice_items \
	tests/unit/work/test_csv_read \
	tests/unit/work/test_curl_line \
	tests/unit/work/test_record_page \
	tests/unit/work/test_export_prices \
	tests/unit/work/test_price_line \
	tests/unit/work/test_price_merge \
	tests/unit/work/test_record_walk \
	tests/unit/work/test_review_rows \
	tests/unit/work/test_history \
	tests/unit/work/test_marks \
	tests/unit/work/test_money \
	tests/unit/work/test_batch \
	tests/unit/work/test_field_values \
	tests/unit/work/test_halves \
	tests/unit/work/test_price_plan \
	tests/unit/work/test_profile_list \
	tests/unit/work/test_price_rule \
	tests/unit/work/test_job_prices \
	tests/unit/work/test_batch_block \
	tests/unit/work/test_import \
	tests/unit/work/test_import_keys \
	tests/unit/work/test_journal \
	tests/unit/work/test_store_view \
	tests/unit/work/test_entry_choice \
	tests/unit/work/test_login_way \
	tests/unit/work/test_pace \
	tests/unit/work/test_personal_journal \
	tests/unit/work/test_price_change \
	tests/unit/work/test_price_matrix \
	tests/unit/work/test_row_reads \
	tests/unit/work/test_search_fields \
	tests/unit/work/test_tier_price \
	tests/unit/work/test_lost \
	tests/unit/work/test_save

tests_unit_work_test_csv_read_SOURCES = tests/unit/work/test_csv_read.c
tests_unit_work_test_csv_read_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_login_way_SOURCES = tests/unit/work/test_login_way.c
tests_unit_work_test_login_way_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_search_fields_SOURCES = tests/unit/work/test_search_fields.c
tests_unit_work_test_search_fields_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_profile_list_SOURCES = tests/unit/work/test_profile_list.c
tests_unit_work_test_profile_list_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_curl_line_SOURCES = tests/unit/work/test_curl_line.c
tests_unit_work_test_curl_line_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_lost_SOURCES = tests/unit/work/test_lost.c
tests_unit_work_test_lost_LDADD = src/work/libwork.la tests/support/libservers.la $(CMOCKA_LIBS)
tests_unit_work_test_save_SOURCES = tests/unit/work/test_save.c $(api_fixture)
tests_unit_work_test_save_LDADD = src/work/libwork.la $(api_fixture_libs)
run_fixture = tests/unit/work/run_fixture.c tests/unit/work/run_fixture.h $(api_fixture)
tests_unit_work_test_batch_SOURCES = tests/unit/work/test_batch.c $(run_fixture)
tests_unit_work_test_batch_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_record_walk_SOURCES = tests/unit/work/test_record_walk.c $(api_fixture)
tests_unit_work_test_record_walk_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_price_line_SOURCES = tests/unit/work/test_price_line.c
tests_unit_work_test_price_line_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_price_merge_SOURCES = tests/unit/work/test_price_merge.c
tests_unit_work_test_price_merge_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_money_SOURCES = tests/unit/work/test_money.c
tests_unit_work_test_money_LDADD = src/work/libwork.la src/sandbox/libsandbox.la $(CMOCKA_LIBS)
tests_unit_work_test_export_prices_SOURCES = tests/unit/work/test_export_prices.c $(api_fixture)
tests_unit_work_test_export_prices_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_field_values_SOURCES = tests/unit/work/test_field_values.c $(api_fixture)
tests_unit_work_test_field_values_LDADD = src/work/libwork.la $(api_fixture_libs)
import_fixture = tests/unit/work/import_fixture.c tests/unit/work/import_fixture.h $(api_fixture)
tests_unit_work_test_import_keys_SOURCES = tests/unit/work/test_import_keys.c $(import_fixture)
tests_unit_work_test_import_keys_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_import_SOURCES = tests/unit/work/test_import.c $(import_fixture)
tests_unit_work_test_import_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_journal_SOURCES = tests/unit/work/test_journal.c $(api_fixture)
tests_unit_work_test_journal_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_pace_SOURCES = tests/unit/work/test_pace.c
tests_unit_work_test_pace_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_personal_journal_SOURCES = tests/unit/work/test_personal_journal.c
tests_unit_work_test_personal_journal_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_store_view_SOURCES = tests/unit/work/test_store_view.c
tests_unit_work_test_store_view_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_entry_choice_SOURCES = tests/unit/work/test_entry_choice.c
tests_unit_work_test_entry_choice_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_marks_SOURCES = tests/unit/work/test_marks.c
tests_unit_work_test_marks_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_history_SOURCES = tests/unit/work/test_history.c
tests_unit_work_test_history_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_review_rows_SOURCES = tests/unit/work/test_review_rows.c
tests_unit_work_test_review_rows_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_record_page_SOURCES = tests/unit/work/test_record_page.c
tests_unit_work_test_record_page_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_choice_items_SOURCES = tests/unit/work/test_choice_items.c
tests_unit_work_test_choice_items_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_price_change_SOURCES = tests/unit/work/test_price_change.c
tests_unit_work_test_price_change_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_price_matrix_SOURCES = tests/unit/work/test_price_matrix.c
tests_unit_work_test_price_matrix_LDADD = src/work/libwork.la src/model/libmodel.la $(CMOCKA_LIBS)
tests_unit_work_test_halves_SOURCES = tests/unit/work/test_halves.c
tests_unit_work_test_halves_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_batch_block_SOURCES = tests/unit/work/test_batch_block.c $(run_fixture)
tests_unit_work_test_batch_block_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_job_prices_SOURCES = tests/unit/work/test_job_prices.c $(run_fixture)
tests_unit_work_test_job_prices_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_row_reads_SOURCES = tests/unit/work/test_row_reads.c $(api_fixture)
tests_unit_work_test_row_reads_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_tier_price_SOURCES = tests/unit/work/test_tier_price.c
tests_unit_work_test_tier_price_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
tests_unit_work_test_price_plan_SOURCES = tests/unit/work/test_price_plan.c $(api_fixture)
tests_unit_work_test_price_plan_LDADD = src/work/libwork.la $(api_fixture_libs)
tests_unit_work_test_price_rule_SOURCES = tests/unit/work/test_price_rule.c
tests_unit_work_test_price_rule_LDADD = src/work/libwork.la $(CMOCKA_LIBS)
