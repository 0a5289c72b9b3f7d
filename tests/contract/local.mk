# Every operation of the contract through a validating proxy. Skipped where node or the proxy is missing.
TESTS += tests/contract/run.sh
EXTRA_DIST += \
	tests/contract/run.sh \
	tests/contract/count \
	tests/contract/package.json \
	tests/contract/package-lock.json \
	tests/contract/main.js \
	tests/contract/client.js \
	tests/contract/flow_client.js \
	tests/contract/flow_screens.js \
	tests/contract/screens.js \
	tests/contract/lib/coverage.js \
	tests/contract/lib/exchange.js \
	tests/contract/lib/flow_bodies.js \
	tests/contract/lib/flow_logins.js \
	tests/contract/lib/flow_rows.js \
	tests/contract/lib/flow_sample.js \
	tests/contract/lib/logins.js \
	tests/contract/lib/programs.js \
	tests/contract/lib/rows.js \
	tests/contract/lib/tap.js \
	tests/contract/cases/auth.js \
	tests/contract/cases/customer.js \
	tests/contract/cases/customers.js \
	tests/contract/cases/organization.js \
	tests/contract/cases/products.js \
	tests/contract/cases/flow/account.js \
	tests/contract/cases/flow/batch.js \
	tests/contract/cases/flow/create.js \
	tests/contract/cases/flow/customer.js \
	tests/contract/cases/flow/delete.js \
	tests/contract/cases/flow/extensions.js \
	tests/contract/cases/flow/external.js \
	tests/contract/cases/flow/groups.js \
	tests/contract/cases/flow/list.js \
	tests/contract/cases/flow/search.js \
	tests/contract/cases/flow/update.js

# Types what no verb sends: edits.
if HAVE_VTERM
EXTRA_PROGRAMS += tests/contract/typist
CLEANFILES += tests/contract/typist
check_DATA = tests/contract/typist
tests_contract_typist_LDADD = tests/support/libterminal.la
endif
