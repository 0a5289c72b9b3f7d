#!/bin/sh
# --plain with Flow Retail, against the real sandbox: a customer with what a store sees, actions that have to be
# told something, the file of personal data, the form. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

said() { # name part: in what was said last
	case $out in
	*"$2"*) result true "$1" ;;
	*) result false "$1" "no «$2» in: $out" ;;
	esac
}

# Types each argument as a line, at the record of cus-1002; out is all that was said.
type_lines() {
	# shellcheck disable=SC2086 # words
	out=$(printf '%s\n' 1 "/ sunniva@mail" 1 "$@" | "$tui" --plain ${options-} 2>&1)
	status=$?
}

sent() { # method part of the path: how many the service has got so far
	grep "\"method\":\"$1\"" "$work/requests" | grep -c "$2"
}

start_sandbox --customers 50 --products 5 --log "$work/requests"
use_flow
cd "$work" || exit 99

# --- a record ---

options="--store store-bergen"
type_lines q
said "a private person by her name" "cus-1002 Sunniva Dahl"
said "in words" "Type: Private person"
said "with her groups" "Name: Club members"
said "and what a store sees below it" "In store store-bergen ("
said "both values of what differs" "  store: {\"storeUid\":\"store-bergen\""
options=
type_lines q
is "without a store none is asked" "$(sent GET /stores/)" 1

# --- a file of personal data ---

type_lines "x export-personal-data" mine.json q
said "the file is named" "Wrote $work/mine.json"
said "with its digest" "SHA-256 $(sha256sum mine.json | cut -d' ' -f1)"
is "for its owner alone" "$(stat -c %a mine.json)" 600
echo kept >theirs.json
options=--read-only
type_lines "x export-personal-data" theirs.json other.json q
said "nothing is replaced" "theirs.json is there already. Nothing is replaced: choose another name."
is "the file that was there is kept" "$(cat theirs.json)" kept
said "another name is asked for, in read-only mode too" "Wrote $work/other.json"
is "each file has a line in the journal" "$(cat "$work"/.local/state/nymble-tui/profiles/*/personal-data.jsonl | wc -l)" 2
is "without a name" "$(grep -c Sunniva "$work"/.local/state/nymble-tui/profiles/*/personal-data.jsonl)" 0
type_lines "x add-two-invoice" q
said "all else is refused there" "read-only mode: changes are refused"
options=

# --- actions ---

type_lines "x add-two-invoice" store-oslo y q
said "a store is asked for" "Store
1. store-"
said "and said again before it is done" "Store: store-oslo"
said "what was done" "cus-1002 Sunniva Dahl has TWO_INVOICE now."
said "the record is read again" "Extension: TWO_INVOICE"
is "with the store" "$(grep '"method":"POST"' "$work/requests" | grep -c 'TWO_INVOICE.*store-oslo')" 1
type_lines "x remove-two-invoice" store-oslo y "x remove-two-invoice" q
said "it goes again" "cus-1002 Sunniva Dahl has no TWO_INVOICE any more."
said "what is not there is not taken away" "cus-1002 has no TWO_INVOICE."

# --- the form ---

number() { # label: of the line that says it
	printf '%s\n' "$out" | sed -n "s/^\([0-9]*\)\. $1.*/\1/p" | tail -n 1
}

type_lines e q q
said "what a private person has to have" "First name, required: Sunniva"
type_lines e "$(number 'Add a group')" 1 "trade accounts" b s s q
said "a group is chosen by its name" "cg-trade, Trade accounts"
said "and said by it" "Groups: Trade accounts: - -> cg-trade"
is "both are saved" "$("$tui" get customers cus-1002 --format json | grep -c '"customerGroupUid"')" 2
type_lines "e type" company l q y q
said "company or person, in words" "Type, now Private person
1. Company
2. Private person"
said "what is required follows" "Company name, required: -"
finish
