# Stories: the real programs, as their users have them.
dist_check_SCRIPTS += tests/e2e/files.sh tests/e2e/flow_logins.sh tests/e2e/flow_plain.sh tests/e2e/flow_plain_find.sh tests/e2e/flow_verbs.sh tests/e2e/plain.sh tests/e2e/prices.sh tests/e2e/verbs.sh
EXTRA_DIST += tests/e2e/shell.sh
if !SHORT_TESTS
TESTS += tests/e2e/files.sh tests/e2e/flow_logins.sh tests/e2e/flow_plain.sh tests/e2e/flow_plain_find.sh tests/e2e/flow_verbs.sh tests/e2e/plain.sh tests/e2e/prices.sh tests/e2e/verbs.sh
endif

# In a pseudo-terminal, one file a subject. Each test has a home, a port and a database of its own.
if HAVE_VTERM
if SHORT_TESTS
stories = tests/e2e/sandbox_start
else
stories = \
	tests/e2e/activate \
	tests/e2e/answers \
	tests/e2e/catalog \
	tests/e2e/choices \
	tests/e2e/copy \
	tests/e2e/delete \
	tests/e2e/draft \
	tests/e2e/draft_kill \
	tests/e2e/edit \
	tests/e2e/entries \
	tests/e2e/export \
	tests/e2e/fields \
	tests/e2e/flow_actions \
	tests/e2e/flow_edit \
	tests/e2e/flow_export \
	tests/e2e/flow_import \
	tests/e2e/flow_many \
	tests/e2e/flow_external \
	tests/e2e/flow_login \
	tests/e2e/flow_record \
	tests/e2e/flow_search \
	tests/e2e/hostile \
	tests/e2e/kept_bytes \
	tests/e2e/import \
	tests/e2e/login \
	tests/e2e/looks \
	tests/e2e/lost_answers \
	tests/e2e/many \
	tests/e2e/monkey \
	tests/e2e/mouse \
	tests/e2e/new \
	tests/e2e/palette \
	tests/e2e/price_list \
	tests/e2e/price_many \
	tests/e2e/product_edit \
	tests/e2e/product_switches \
	tests/e2e/profiles \
	tests/e2e/price_matrix \
	tests/e2e/review \
	tests/e2e/plain_terminal \
	tests/e2e/sandbox_start \
	tests/e2e/screens \
	tests/e2e/search \
	tests/e2e/session_end \
	tests/e2e/set_field \
	tests/e2e/states \
	tests/e2e/terminal \
	tests/e2e/tiers \
	tests/e2e/transport \
	tests/e2e/views
endif
check_PROGRAMS += $(stories)
check_LTLIBRARIES += tests/support/libstory.la
tests_support_libstory_la_SOURCES = \
	tests/support/story.c tests/support/story.h \
	tests/support/story_calls.c tests/support/story_calls.h \
	tests/support/story_flow.c tests/support/story_flow.h
tests_support_libstory_la_LIBADD = tests/support/libterminal.la tests/support/libservers.la src/schema/libschema.la
tests_e2e_activate_LDADD = tests/support/libstory.la
tests_e2e_answers_LDADD = tests/support/libstory.la
tests_e2e_catalog_LDADD = tests/support/libstory.la
tests_e2e_choices_LDADD = tests/support/libstory.la
tests_e2e_copy_LDADD = tests/support/libstory.la
tests_e2e_delete_LDADD = tests/support/libstory.la
draft_file = tests/e2e/draft_file.c tests/e2e/draft_file.h
tests_e2e_draft_SOURCES = tests/e2e/draft.c $(draft_file)
tests_e2e_draft_LDADD = tests/support/libstory.la
tests_e2e_draft_kill_SOURCES = tests/e2e/draft_kill.c $(draft_file)
tests_e2e_draft_kill_LDADD = tests/support/libstory.la
tests_e2e_edit_LDADD = tests/support/libstory.la
tests_e2e_entries_LDADD = tests/support/libstory.la
tests_e2e_export_LDADD = tests/support/libstory.la
tests_e2e_fields_LDADD = tests/support/libstory.la
tests_e2e_flow_export_LDADD = tests/support/libstory.la
tests_e2e_flow_actions_LDADD = tests/support/libstory.la
tests_e2e_flow_edit_LDADD = tests/support/libstory.la
tests_e2e_flow_import_LDADD = tests/support/libstory.la
tests_e2e_flow_many_LDADD = tests/support/libstory.la
tests_e2e_flow_external_LDADD = tests/support/libstory.la
tests_e2e_flow_login_LDADD = tests/support/libstory.la
tests_e2e_flow_search_LDADD = tests/support/libstory.la
tests_e2e_flow_record_LDADD = tests/support/libstory.la
tests_e2e_hostile_LDADD = tests/support/libstory.la
tests_e2e_kept_bytes_LDADD = tests/support/libstory.la
tests_e2e_import_LDADD = tests/support/libstory.la
tests_e2e_login_LDADD = tests/support/libstory.la
tests_e2e_looks_LDADD = tests/support/libstory.la
tests_e2e_lost_answers_LDADD = tests/support/libstory.la
tests_e2e_many_LDADD = tests/support/libstory.la
tests_e2e_monkey_LDADD = tests/support/libstory.la
tests_e2e_mouse_LDADD = tests/support/libstory.la
tests_e2e_new_LDADD = tests/support/libstory.la
tests_e2e_palette_LDADD = tests/support/libstory.la
tests_e2e_price_list_LDADD = tests/support/libstory.la
tests_e2e_price_many_LDADD = tests/support/libstory.la
tests_e2e_product_edit_LDADD = tests/support/libstory.la
tests_e2e_product_switches_LDADD = tests/support/libstory.la
tests_e2e_profiles_LDADD = tests/support/libstory.la
tests_e2e_price_matrix_LDADD = tests/support/libstory.la
tests_e2e_review_LDADD = tests/support/libstory.la
tests_e2e_plain_terminal_LDADD = tests/support/libstory.la
tests_e2e_sandbox_start_LDADD = tests/support/libstory.la
tests_e2e_screens_SOURCES = tests/e2e/screens.c tests/e2e/places.c tests/e2e/places.h $(draft_file)
tests_e2e_screens_LDADD = tests/support/libstory.la
tests_e2e_search_LDADD = tests/support/libstory.la
tests_e2e_session_end_LDADD = tests/support/libstory.la
tests_e2e_set_field_LDADD = tests/support/libstory.la
tests_e2e_states_LDADD = tests/support/libstory.la
tests_e2e_terminal_LDADD = tests/support/libstory.la
tests_e2e_tiers_LDADD = tests/support/libstory.la
tests_e2e_views_LDADD = tests/support/libstory.la
tests_e2e_transport_LDADD = tests/support/libstory.la
endif
