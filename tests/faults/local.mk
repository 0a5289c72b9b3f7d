# A server that misbehaves as told: linked by unit tests and stories, and a program to use by hand
# (make tests/faults/fault_proxy).
check_LTLIBRARIES += tests/faults/libfaults.la
tests_faults_libfaults_la_SOURCES = \
	tests/faults/fault_give.c tests/faults/fault_give.h \
	tests/faults/fault_proxy.c tests/faults/fault_proxy.h \
	tests/faults/fault_rules.c tests/faults/fault_rules.h \
	tests/faults/http_stream.c tests/faults/http_stream.h

EXTRA_PROGRAMS += tests/faults/fault_proxy
CLEANFILES += tests/faults/fault_proxy
tests_faults_fault_proxy_SOURCES = tests/faults/fault_proxy_main.c
tests_faults_fault_proxy_LDADD = tests/faults/libfaults.la
