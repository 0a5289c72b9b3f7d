# The product's screens.
noinst_LTLIBRARIES += src/screens/libscreens.la
src_screens_libscreens_la_SOURCES = \
	src/screens/action.c src/screens/action.h \
	src/screens/action_argument.c src/screens/action_argument.h \
	src/screens/action_one.c src/screens/action_one.h \
	src/screens/app.c src/screens/app.h src/screens/app_state.h \
	src/screens/app_signals.c src/screens/app_signals.h \
	src/screens/at_profile.c src/screens/at_profile.h \
	src/screens/catalog.c src/screens/catalog.h src/screens/catalog_state.h \
	src/screens/catalog_cells.c src/screens/catalog_columns.c src/screens/catalog_reads.c \
	src/screens/catalog_tiers.c \
	src/screens/choices.c src/screens/choices.h \
	src/screens/columns_screen.c src/screens/columns_screen.h \
	src/screens/connect.c src/screens/connect.h \
	src/screens/copy.c src/screens/copy.h \
	src/screens/copy_record.c src/screens/copy_record.h \
	src/screens/copy_request.c src/screens/copy_request.h \
	src/screens/discarded.c src/screens/discarded.h \
	src/screens/draft_continue.c \
	src/screens/draft_keeper.c src/screens/draft_keeper.h \
	src/screens/draft_offer.c \
	src/screens/drafts.c src/screens/drafts.h \
	src/screens/drafts_screen.c \
	src/screens/duplicate.c src/screens/duplicate.h \
	src/screens/edit.c src/screens/edit.h \
	src/screens/edit_attribute.c src/screens/edit_attribute.h \
	src/screens/edit_begin.c src/screens/edit_begin.h \
	src/screens/edit_chosen.c src/screens/edit_chosen.h \
	src/screens/edit_entry.c src/screens/edit_entry.h \
	src/screens/edit_fields.c src/screens/edit_fields.h \
	src/screens/edit_leave.c src/screens/edit_leave.h \
	src/screens/edit_read.c src/screens/edit_read.h \
	src/screens/edit_review.c src/screens/edit_review.h \
	src/screens/edit_save.c src/screens/edit_save.h \
	src/screens/edit_session.c src/screens/edit_session.h \
	src/screens/edit_wrong.c src/screens/edit_wrong.h \
	src/screens/entry.c src/screens/entry.h \
	src/screens/entry_columns.c src/screens/entry_columns.h \
	src/screens/export_screen.c src/screens/export_screen.h \
	src/screens/export_settings.c src/screens/export_settings.h \
	src/screens/filter.c src/screens/filter.h \
	src/screens/filter_count.c src/screens/filter_count.h \
	src/screens/filter_line.c src/screens/filter_line.h \
	src/screens/filter_step.c src/screens/filter_step.h \
	src/screens/go_to.c src/screens/go_to.h \
	src/screens/header.c src/screens/header.h \
	src/screens/history_list.c src/screens/history_list.h \
	src/screens/import_ask.c src/screens/import_ask.h \
	src/screens/import_map.c src/screens/import_map.h \
	src/screens/import_rows.c src/screens/import_rows.h \
	src/screens/import_screen.c src/screens/import_screen.h \
	src/screens/known_names.c src/screens/known_names.h \
	src/screens/list.c src/screens/list.h \
	src/screens/list_columns.c \
	src/screens/list_commands.c src/screens/list_commands.h \
	src/screens/list_draw.c \
	src/screens/list_filter.c \
	src/screens/list_mark_all.c src/screens/list_mark_all.h \
	src/screens/list_marks.c \
	src/screens/list_memory.c src/screens/list_memory.h \
	src/screens/list_search.c \
	src/screens/list_sort.c \
	src/screens/lists.c src/screens/lists.h \
	src/screens/loading.c src/screens/loading.h \
	src/screens/login.c src/screens/login.h \
	src/screens/login_draw.c src/screens/login_state.h \
	src/screens/login_form.c src/screens/login_form.h \
	src/screens/menu.c src/screens/menu.h \
	src/screens/offers.c src/screens/offers.h \
	src/screens/personal_export.c src/screens/personal_export.h \
	src/screens/path_ask.c src/screens/path_ask.h \
	src/screens/page_view.c src/screens/page_view.h \
	src/screens/preview.c src/screens/preview.h \
	src/screens/price_ask.c src/screens/price_ask.h \
	src/screens/price_grid.c src/screens/price_grid.h \
	src/screens/price_grid_draw.c \
	src/screens/price_lines.c src/screens/price_lines.h \
	src/screens/price_many.c src/screens/price_many.h \
	src/screens/price_many_preview.c src/screens/price_many_preview.h \
	src/screens/price_matrix.c src/screens/price_matrix.h \
	src/screens/price_matrix_actions.c src/screens/price_matrix_state.h \
	src/screens/price_matrix_change.c \
	src/screens/price_matrix_edit.c \
	src/screens/price_matrix_type.c \
	src/screens/price_preview.c src/screens/price_preview.h \
	src/screens/profiles.c src/screens/profiles.h \
	src/screens/profiles_switch.c src/screens/profiles_switch.h \
	src/screens/reader.c src/screens/reader.h \
	src/screens/recent.c src/screens/recent.h \
	src/screens/record.c src/screens/record.h \
	src/screens/record_edit.c src/screens/record_edit.h \
	src/screens/record_entries.c src/screens/record_entries.h \
	src/screens/record_prices.c src/screens/record_prices.h \
	src/screens/record_read.c src/screens/record_state.h \
	src/screens/record_status.c \
	src/screens/record_store.c src/screens/record_store.h \
	src/screens/record_title.c src/screens/record_title.h \
	src/screens/record_watch.c src/screens/record_watch.h \
	src/screens/request_log.c src/screens/request_log.h \
	src/screens/request_text.c src/screens/request_text.h \
	src/screens/review_view.c src/screens/review_view.h \
	src/screens/run.c src/screens/run.h \
	src/screens/run_report.c src/screens/run_report.h \
	src/screens/run_rows.c src/screens/run_rows.h \
	src/screens/runs.c src/screens/runs.h \
	src/screens/runs_list.c src/screens/runs_list.h \
	src/screens/runs_offer.c \
	src/screens/set_field.c src/screens/set_field.h \
	src/screens/set_preview.c src/screens/set_preview.h \
	src/screens/set_rows.c src/screens/set_rows.h \
	src/screens/take_over.c src/screens/take_over.h \
	src/screens/taken.c src/screens/taken.h \
	src/screens/tenant_choice.c src/screens/tenant_choice.h \
	src/screens/tier_list.c src/screens/tier_list.h \
	src/screens/tier_names.c \
	src/screens/tier_products.c src/screens/tier_products.h \
	src/screens/views_screen.c src/screens/views_screen.h \
	src/screens/waiting.c src/screens/waiting.h \
	src/screens/wrapped.c src/screens/wrapped.h
src_screens_libscreens_la_LIBADD = src/work/libwork.la src/ui/libui.la
