#!/bin/sh
# --plain with Flow Retail, against the real sandbox: its logins and tenants, its search fields, its external
# register. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

lacks() { # name part
	case $out in
	*"$2"*) result false "$1" "«$2» in: $out" ;;
	*) result true "$1" ;;
	esac
}

says() { # name part: of out
	has "$1" "$out" "$2"
}

# Types each argument as a line; out is all that was said, answers included, as in a log.
type_lines() {
	# shellcheck disable=SC2086 # words
	out=$(printf "%s\n" "$@" | "$tui" --plain ${options-} 2>&1)
	status=$?
}

start_sandbox --customers 60 --products 5 --log "$work/requests"
use_flow
integration=$FLOW_TOKEN
unset FLOW_TOKEN

# --- logging in ---

forget() { # the token of an earlier login
	rm -rf "$work/.local"
}

type_lines 1 1 "$integration" q q
says "the ways are the service's" "1. Integration token: made for a program in the back office
2. Device: "
says "an integration token goes on with what was to be done" "60 customers"
lacks "and is not written" "$integration"
forget
type_lines 1 2 118 sandbox-flow-device-bergen wrong sandbox-secret q q
says "a password that is refused" "The service does not accept this user code with this password"
says "a device asks for the user code" "User code, or an empty line to cancel: "
says "for its token" "Device token, or an empty line to cancel: "
says "and for the password" "Password, or an empty line to cancel: "
says "and goes on" "60 customers"
lacks "no secret of it is written" "sandbox-secret"
forget

unset FLOW_TENANT
type_lines 1 3 sandbox-flow-auth-ingrid fjell 1 q q
says "several tenants are numbered" "Work in which tenant?
Without one, nothing can be asked of the service.
1. tnt-nordlys, Nordlys Sport
2. tnt-fjellheim, Fjellheim Interi"
says "one is chosen by its name" "customers
1. "
forget
type_lines 1 3 sandbox-flow-auth-ingrid "" q
says "who chooses none is told" "Not logged in, nothing was sent."
says "and is where that was asked" "Lists, number opens"
forget

# --- search fields ---

FLOW_TENANT=tnt-nordlys FLOW_TOKEN=$integration
export FLOW_TENANT FLOW_TOKEN
asked() { # text: how often the service was asked with it
	grep -c "$1" "$work/requests"
}

type_lines 1 f search fjordtek f createdAt 2020-01-31 f exactMatch 2 F q q
says "the fields are numbered, the text first" "Which field?
or conditions in words: email:contains:harbour createdAt:gte:2026-01-31
1. search, Text
2. email, E-mail"
says "one is known to stand alone" "8. externalId, External id, on its own"
says "the text narrows the list" "Customers, search=fjordtek"
says "and a day with it" "Customers, createdAt:gte:2020-01-3"
says "a yes or no is a choice" "1. yes
2. no"
says "F takes all of it away" "60 customers"
type_lines 1 "f email:contains:fjordtek" f email sunniva f email "" q q
says "a field that is there is changed" "Customers, email:contains:sunniva"
lacks "and not asked twice" "email:contains:fjordtek email"
says "an empty line takes it away" "60 customers"
type_lines 1 "/ fjordtek" f externalId erp-2203 "/ sunniva" q q
says "what stands alone says so" "External id is looked up on its own. The other conditions are taken away."
says "and is looked up" "Customers, externalId:equals:erp-2203
1 customer"
says "a search takes its place" "Customers, search=sunniva"

# --- the external register ---

before=$(asked search/external)
type_lines 2 n l q q
says "the register wants a text" "/ and a text says what to look for: without it, nothing is asked."
is "and nothing is asked" "$(asked search/external)" "$before"
type_lines 2 "/ fjordtek" 1 r b "a 2" b q
says "hits are numbered" "External register, search=fjordtek
2 entries of the register
1. "
says "one is said whole" "Fjordtek AS

Register
External id: -
Company name: Fjordtek AS"
says "and not asked for again" "r means nothing here"
says "one is taken over" "Company name, required, changed: Fjordtek Offshore AS"
says "with the id that it is known by" "External id, changed: reg-999555444"
type_lines 2 "/ fjordtek" "a 7" "a" q q
says "a row that is not there" "Say which: a and the number of a row that was said."
type_lines 2 "/ fjordtek" "a 2" s s q
says "it becomes a customer" "which is new."
type_lines 2 "/ fjordtek" "a 2" s s b b q
says "once" "reg-999555444 is taken by"
FLOW_TENANT=tnt-fjellheim FLOW_TOKEN=sandbox-flow-integration-fjellheim
type_lines 2 "/ fjordtek" q q
says "where the tenant has no register, it is said" "or the tenant may not search the external register: EXTERNAL_CUSTOMER_SEARCH is required."

# --- without a profile ---

unset NYMBLE_API NYMBLE_URL FLOW_TENANT FLOW_TOKEN
type_lines ""
says "each service has its sandbox" "Flow Retail
5. Sandbox: sample data on this computer, needs no account
6. Integration token"
type_lines 5 1 q q
says "which is chosen by its number" "2000 customers"
options="--sandbox --api flow"
type_lines 2 q q
says "or is one command" "External register, / search"

finish
