# Unit tests of src/net, against servers on loopback that misbehave as told.
check_PROGRAMS += \
	tests/unit/net/test_call \
	tests/unit/net/test_cancel \
	tests/unit/net/test_child \
	tests/unit/net/test_fault_rules \
	tests/unit/net/test_faults \
	tests/unit/net/test_loop \
	tests/unit/net/test_origin \
	tests/unit/net/test_retry \
	tests/unit/net/test_tls \
	tests/unit/net/test_trace
net_test_libs = src/net/libnet.la tests/faults/libfaults.la $(CMOCKA_LIBS)
net_test_fixture = tests/unit/net/net_fixture.c tests/unit/net/net_fixture.h

tests_unit_net_test_call_SOURCES = tests/unit/net/test_call.c $(net_test_fixture)
tests_unit_net_test_call_LDADD = $(net_test_libs)
tests_unit_net_test_cancel_SOURCES = tests/unit/net/test_cancel.c $(net_test_fixture)
tests_unit_net_test_cancel_LDADD = $(net_test_libs)
tests_unit_net_test_child_LDADD = $(net_test_libs)
tests_unit_net_test_fault_rules_LDADD = $(net_test_libs)
tests_unit_net_test_faults_SOURCES = tests/unit/net/test_faults.c $(net_test_fixture)
tests_unit_net_test_faults_LDADD = $(net_test_libs)
tests_unit_net_test_loop_LDADD = $(net_test_libs)
tests_unit_net_test_origin_LDADD = $(net_test_libs)
tests_unit_net_test_retry_SOURCES = tests/unit/net/test_retry.c $(net_test_fixture)
tests_unit_net_test_retry_LDADD = $(net_test_libs)
tests_unit_net_test_tls_SOURCES = tests/unit/net/test_tls.c $(net_test_fixture)
tests_unit_net_test_tls_LDADD = tests/support/libservers.la $(net_test_libs)
tests_unit_net_test_trace_LDADD = $(net_test_libs)
