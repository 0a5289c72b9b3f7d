# Every test program prints TAP (cmocka does when CMOCKA_MESSAGE_OUTPUT says so). A folder of src/ has its unit
# tests in tests/unit/FOLDER.mk; they link that folder's library and what lies below it, never a stub.
TESTS += $(check_PROGRAMS)
AM_CPPFLAGS += -I$(top_srcdir)/tests/unit -I$(top_srcdir)/tests $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
EXTRA_DIST += tests/unit/unit.h
if HAVE_CMOCKA
include tests/unit/base.mk
include tests/unit/schema.mk
include tests/unit/model.mk
include tests/unit/net.mk
include tests/unit/api.mk
include tests/unit/store.mk
include tests/unit/work.mk
include tests/unit/ui.mk
include tests/unit/screens.mk
include tests/unit/cli.mk
include tests/unit/plain.mk
include tests/unit/sandbox.mk
endif
include tests/faults/local.mk
include tests/support/local.mk
include tests/e2e/local.mk
include tests/e2e/sandbox.mk
include tests/contract/local.mk
include tests/layering/local.mk
include tests/completion/local.mk
include tests/manual/local.mk
