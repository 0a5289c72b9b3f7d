# The include rules, proved from the sources.
dist_check_SCRIPTS += tests/layering/check.sh
TESTS += tests/layering/check.sh
