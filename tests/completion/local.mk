# What shells offer on a command line of ours.
dist_check_SCRIPTS += tests/completion/check.sh
TESTS += tests/completion/check.sh
