#!/bin/sh
# The verbs with Flow Retail, against the real sandbox: what is listed, written to files and taken from them
# again, many records in a call. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

customers=250

file() { # what is in it, as printf has it
	# shellcheck disable=SC2059 # that is what it is for
	printf "$@" >"$work/in"
}

import() { # arguments; of the file
	run import "$@" in
}

value() { # customer member
	"$tui" get customers "$1" --format json | sed -n "s/^  *\"$2\": \(.*[^,]\),*\$/\1/p"
}

uid_of() { # external id
	"$tui" list customers --filter "externalId:equals:$1" --format csv 2>/dev/null | sed -n '2s/,.*//p'
}

sent() { # method part of the path: how many the service has got so far
	grep "\"method\":\"$1\"" "$work/requests" | grep -c "$2"
}

start_sandbox --customers "$customers" --products 5 --log "$work/requests"
use_flow
cd "$work" || exit 99

# --- list and get ---

run list customers --format csv
is "list walks every page" "$status $(printf '%s\n' "$out" | cut -d, -f1 | grep -c '^cus-')" "0 $customers"
has "with names of members inside others" "$out" ",ehf.enabled,credit.limit,credit.balance,accountManager.displayName,"
run list customers --format json
is "json is what the service says, and nothing made of it" "$status $(printf '%s\n' "$out" | grep -c Amount)" "0 0"
has "with objects in objects" "$out" '"ehf":{"enabled":'
run list customers --sort -customerUid --limit 5 --format csv
is "--sort - turns round" "$(printf '%s\n' "$out" | sed 1d | cut -d, -f1)" \
	"$(printf '%s\n' "$out" | sed 1d | cut -d, -f1 | sort -r)"
run list customers --search fjord --format csv
has "--search finds by name" "$status $out" "jord"
run list customers --filter email:contains:bergen --filter createdAt:gte:2026-01-01 --format csv
is "--filter takes what the service searches by" "$status $(printf '%s\n' "$out" | sed 1d | grep -civ 'bergen.*,2026-')" "0 0"
run list customers --filter city:equals:Oslo
has "and nothing else" "$status $err" "2 nymble-tui: --filter: "
run list customers --filter externalId:equals:erp-1 --filter email:contains:a
has "one stands alone" "$status $err" "2 nymble-tui: --filter: "
run list customer-groups --format csv
has "customer groups" "$status $out" "cg-trade,Trade accounts,"
refuses "the register needs a text" 2 \
	"external-customers: --search TEXT is needed: the service does not list all of them" list external-customers
run list external-customers --search fjordtek --format csv
has "and finds by it" "$status $out" "Fjordtek AS"
refuses "what is no resource here" 2 "products: no such resource (there are customers, external-customers, customer-groups)" \
	list products
run get customers cus-1001 --format json
has "get prints one" "$status $out" '"customerUid": "cus-1001"'
run get customers cus-nobody
has "or says that there is none" "$status $err" "1 nymble-tui: There is no customer cus-nobody"
run deactivate customers cus-1001
is "what the service cannot do" "$status $err" "2 nymble-tui: The service has no way to deactivate customers"
run prices export -
has "prices are another service's" "$status $err" "2 nymble-tui: prices: the service has nothing of the kind"
run --tenant tnt-nobody list customers
is "another tenant is not ours" "$status $out" "1 "

# --- export ---

run export customers all.csv
is "export writes a file and says nothing" "$status $out $err" "0  "
is "and a row each" "$(cut -d, -f1 all.csv | grep -c '^cus-')" "$customers"
has "groups are one cell" "$(cut -d, -f30- all.csv | grep 'cg-.*;cg-' | head -1)" "cg-"
run export customers all.json
is "and as json" "$status $(grep -c '"customerUid"' all.json)" "0 $customers"
is "both without reading each" "$(sent GET '/customers/cus-')" "2"

run export customer-groups - --format csv
has "groups are written as their list has them" "$status $err$out" "0 customerGroupUid,"
run export external-customers register.json --search fjordtek
is "and so are hits of the register" "$status $err $(grep -c Fjordtek register.json)" "0  2"
run get customer-groups cg-club
is "a group is listed only" "$status $err" \
	"1 nymble-tui: Customer groups can only be listed: the service has no call for a single one."
run list customers --filter mobile:contains:'+47 555-01' --limit 1 --format csv
has "a mobile number is asked for as it is written, and keeps its sign" "$status $out" ",'+4755501"

# --- import: what came out goes in again ---

run import customers all.csv --dry-run
is "a file as it was written changes nothing" "$status $out $err" "0 0 new, 0 changed, $customers same, 0 wrong "
run import customers all.json --dry-run
is "nor as json" "$status $out" "0 0 new, 0 changed, $customers same, 0 wrong"
before=$(sent POST /customers/batch)
file 'customerUid,internalNote\n'
cut -d, -f1 all.csv | grep '^cus-' | sed 's/$/,seen/' >>in
import customers --dry-run
is "a dry run tells" "$status $out" "0 0 new, $customers changed, 0 same, 0 wrong"
is "and sends nothing" "$(sent POST /customers/batch)" "$before"
import customers
is "an import changes all" "$status $out $err" "0 0 new, $customers changed, 0 same, 0 wrong "
is "a hundred in a call" "$(sent POST /customers/batch)" "$((before + 3))"
is "and none by itself" "$(sent PUT /customers/)" "0"
is "it is there" "$(value cus-1001 internalNote)" '"seen"'

# --- import: external ids, companies and persons ---

file 'externalId,customerType,companyName,firstname,lastname,city,customerGroups,ehf.enabled\n'
printf '%s\n' 'pos-1,COMPANY,Fjordbruk AS,,,Voss,Club members; cg-trade,yes' 'pos-2,,,Ola,Moe,Voss,,' >>in
import customers
is "new ones get their keys from the service" "$status $out $err" "0 2 new, 0 changed, 0 same, 0 wrong "
import customers
is "the same file again adds nothing" "$status $out" "0 0 new, 0 changed, 2 same, 0 wrong"
uid=$(uid_of pos-1)
is "a company" "$(value "$uid" companyName)" '"Fjordbruk AS"'
is "in two groups" "$("$tui" get customers "$uid" --format json | grep -c customerGroupUid)" "2"
is "with a member inside another" "$(value "$uid" enabled)" "true"
file 'externalId,city\npos-1,Bergen\n'
import customers
is "found by its external id it is changed" "$status $out $(value "$uid" city)" \
	'0 0 new, 1 changed, 0 same, 0 wrong "Bergen"'
file 'customerUid,externalId,customerType,companyName,firstname,lastname\n'
printf '%s\n' ',pos-7,COMPANY,,Ola,Moe' ',pos-8,,Bruk AS,,' "$uid,pos-2,,,," 'cus-new,pos-2,,,A,B' "$uid,,,,," >>in
import customers
is "each wrong row is told by line" "$status $err" "1 in:2: pos-7: Company name: This must be filled in
in:3: pos-8: First name: This must be filled in
in:4: $uid: External id: pos-2 belongs to $(uid_of pos-2)
in:5: cus-new: External id: pos-2 is in line 4 already
in:6: $uid: Uid: $uid is in line 4 already"
is "and counted" "$out" "0 new, 0 changed, 0 same, 5 wrong"
file 'firstname,lastname\nOla,Moe\n'
import customers
is "one of two columns says which is meant" "$status $err" \
	"1 nymble-tui: in: no column is customerUid or externalId: one of them says which record is meant"
file '[{"externalId":"pos-2","customerGroupUids":["cg-club"],"ehf":{"enabled":true}},{"firstname":"Kari","lastname":"Moe"}]'
import customers
is "json has lists and objects" "$status $out" "0 1 new, 1 changed, 0 same, 0 wrong"
file 'externalId,customerGroups\npos-2,Nobodys\n'
import customers
has "a group that there is not" "$status $err" "1 in:2: pos-2: Groups: the service does not know Nobodys"
run import customer-groups in
is "what cannot be changed" "$status $err" "2 nymble-tui: The service has no way to change customer-groups"
run --read-only import customers in
is "read-only" "$status $err" "1 nymble-tui: Read-only mode: only --dry-run is possible."

# --- words that a shell completes ---

offered() { # words: what is offered, without its meaning
	"$tui" complete "$@" | cut -f1 | tr '\n' ' '
}

is "resources of the service that is meant" "$(offered list '')" "customers external-customers customer-groups "
is "whatever says which it is" "$(NYMBLE_API='' ; unset NYMBLE_API; offered --api=flow list cust)" "customers customer-groups "
has "fields that it searches by" "$(offered list customers --filter '')" "email: mobile: vatNumber: storeUid: createdAt: "
is "and their operators" "$(offered list customers --filter createdAt:)" "createdAt:gte: "
is "sorting by its own members" "$(offered list customers --sort c)" "customerUid customerType companyName city countryCode createdAt "

# --- one command ---

unset NYMBLE_API NYMBLE_URL FLOW_TENANT FLOW_TOKEN
run --sandbox --api flow list customers --limit 2 --format csv
is "--sandbox --api flow needs nothing" "$status $(printf '%s\n' "$out" | cut -d, -f1 | grep -c '^cus-')" "0 2"

finish
