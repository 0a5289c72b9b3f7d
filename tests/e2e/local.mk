# Stories: the real programs, as their users have them.
dist_check_SCRIPTS += tests/e2e/verbs.sh
TESTS += tests/e2e/verbs.sh
