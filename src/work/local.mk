# What is done to many records, and saving one.
noinst_LTLIBRARIES += src/work/libwork.la
src_work_libwork_la_SOURCES = \
	src/work/action_question.c src/work/action_question.h \
	src/work/batch.c src/work/batch.h \
	src/work/batch_block.c src/work/batch_block.h \
	src/work/block.c src/work/block.h \
	src/work/block_read.c src/work/block_read.h \
	src/work/choice_items.c src/work/choice_items.h \
	src/work/csv.c src/work/csv.h \
	src/work/csv_read.c src/work/csv_read.h \
	src/work/csv_style.c src/work/csv_style.h \
	src/work/curl_line.c src/work/curl_line.h \
	src/work/draft_open.c src/work/draft_open.h \
	src/work/draft_words.c src/work/draft_words.h \
	src/work/entry_choice.c src/work/entry_choice.h \
	src/work/export.c src/work/export.h \
	src/work/export_lines.c src/work/export_lines.h \
	src/work/export_row.c src/work/export_row.h \
	src/work/field_values.c src/work/field_values.h \
	src/work/halves.c src/work/halves.h \
	src/work/history.c src/work/history.h \
	src/work/import_key.c \
	src/work/import_item.c src/work/import_item.h \
	src/work/import.c src/work/import.h src/work/import_class.h src/work/import_state.h \
	src/work/import_columns.c \
	src/work/import_compare.c \
	src/work/import_json.c src/work/import_json.h \
	src/work/import_prices.c src/work/import_prices.h \
	src/work/import_read.c \
	src/work/import_records.c src/work/import_records.h src/work/import_records_state.h \
	src/work/import_records_check.c \
	src/work/import_records_judge.c \
	src/work/import_records_known.c \
	src/work/import_records_values.c \
	src/work/import_rows.c \
	src/work/import_sending.c src/work/import_sending.h \
	src/work/import_source.c src/work/import_source.h \
	src/work/import_wrong.c \
	src/work/job.c src/work/job.h src/work/job_class.h \
	src/work/job_action.c \
	src/work/job_import.c src/work/job_import.h \
	src/work/job_prices.c src/work/job_prices.h \
	src/work/job_set.c \
	src/work/job_texts.c src/work/job_texts.h \
	src/work/journal.c src/work/journal.h src/work/journal_line.h \
	src/work/journal_file.c src/work/journal_file.h \
	src/work/journal_read.c \
	src/work/login_way.c src/work/login_way.h \
	src/work/marks.c src/work/marks.h \
	src/work/meeting.c src/work/meeting.h \
	src/work/pace.c src/work/pace.h \
	src/work/page_walk.c src/work/page_walk.h \
	src/work/personal_file.c src/work/personal_file.h \
	src/work/personal_journal.c src/work/personal_journal.h \
	src/work/price_axes.c \
	src/work/price_block.c src/work/price_block.h \
	src/work/price_change.c src/work/price_change.h \
	src/work/price_input.c src/work/price_input.h \
	src/work/price_items.c src/work/price_items.h \
	src/work/price_line.c src/work/price_line.h \
	src/work/price_matrix.c src/work/price_matrix.h \
	src/work/price_merge.c src/work/price_merge.h \
	src/work/price_plan.c src/work/price_plan.h \
	src/work/price_refusal.c src/work/price_refusal.h \
	src/work/price_rule.c src/work/price_rule.h \
	src/work/price_tier_check.c src/work/price_tier_check.h \
	src/work/price_tiers.c src/work/price_tiers.h \
	src/work/price_words.c src/work/price_words.h \
	src/work/record_page.c src/work/record_page.h \
	src/work/record_walk.c src/work/record_walk.h \
	src/work/profile_list.c src/work/profile_list.h \
	src/work/report.c src/work/report.h \
	src/work/review_rows.c src/work/review_rows.h \
	src/work/row_reads.c src/work/row_reads.h \
	src/work/save.c src/work/save.h \
	src/work/save_words.c src/work/save_words.h \
	src/work/search_fields.c src/work/search_fields.h \
	src/work/store_view.c src/work/store_view.h \
	src/work/tier_price.c src/work/tier_price.h \
	src/work/tier_tally.c src/work/tier_tally.h \
	src/work/trouble.c src/work/trouble.h
src_work_libwork_la_LIBADD = src/store/libstore.la $(CSV_LIBS)
