# The manual against the tables it tells about.
dist_check_SCRIPTS += tests/manual/check.sh
TESTS += tests/manual/check.sh
