#!/bin/sh
# Export and import of records by verb, against the real sandbox: what comes out goes in again, and what is
# wrong is told by line. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

customers=250
products=150

file() { # what is in it, as printf has it
	# shellcheck disable=SC2059 # that is what it is for
	printf "$@" >"$work/in"
}

import() { # arguments; of the file
	run import "$@" in
}

value() { # customer member
	"$tui" get customers "$1" --format json | sed -n "s/^  \"$2\": \(.*[^,]\),*\$/\1/p"
}

sent() { # method: how many the service has got so far
	grep -c "\"method\":\"$1\"" "$work/requests"
}

start_sandbox --customers "$customers" --products "$products" --log "$work/requests"
NYMBLE_API_KEY=$(word api-key)
export NYMBLE_URL NYMBLE_API_KEY
cd "$work" || exit 99

# --- export ---

run export customers all.csv
is "export writes a file and says nothing" "$status $out $err" "0  "
is "for its owner alone" "$(ls -l all.csv | cut -c1-10)" "-rw-------"
is "with the API's names" "$(head -c 36 all.csv)" "customerNumber,companyName,pricing,r"
is "and a row each" "$(cut -d, -f1 all.csv | grep -c '^[A-Z]*-[0-9]*$')" "$customers"
has "attributes are columns, numbers byte for byte" "$(head -1 all.csv)" ",customerAttributes.creditLimit"
run export customers all.csv
is "what is there stays" "$status $err" "1 nymble-tui: all.csv is there already: --force writes over it"
run export customers all.csv --limit 2 --force
is "unless it is told" "$status $(wc -l <all.csv)" "0 3"
run export customers - --filter pricing:equals:Retail --sort -customerNumber --limit 3
is "- is standard output, of what list would list" "$(printf '%s\n' "$out" | sed 1d | cut -d, -f1)" \
	"$("$tui" list customers --filter pricing:equals:Retail --sort -customerNumber --limit 3 --format csv 2>/dev/null |
		sed 1d | cut -d, -f1)"
run export products all.json
is "json by the file's ending" "$status $(sed -n '1p;$p' all.json | tr -d '\n')" "0 []"
has "with all that records have" "$(sed -n 2p all.json)" '"prices":['
run export customers x --format table
is "a file is no table" "$status $err" "2 nymble-tui: --format: a file is csv or json"
run export customers missing.csv --filter companyName:beginswith:x
is "a mistake leaves no file" "$status $(ls missing* 2>/dev/null)" "2 "

# --- there and back ---

for resource in customers products; do
	for ending in csv json; do
		rm -f "all.$ending"
		"$tui" export "$resource" "all.$ending"
		before=$(sent PUT)
		run import "$resource" "all.$ending"
		all=$(eval echo "\$$resource")
		is "$resource as $ending: all the same" "$status $err$out" "0 0 new, 0 changed, $all same, 0 wrong"
		is "and nothing is sent" "$(sent PUT)" "$before"
	done
done

# --- odd texts ---

odd='{"customerNumber":"ODD-1","companyName":"=1+1,\"x\"\r\n ; y\t","pricing":"Retail","companyEmail":"a@b.example",
"terms":"'\''=twice","companyPhone":" 1 ","customerAttributes":{"a,b":"-1","n":12.500,"yes":true,"o":{"k":[1]},"é.x":"\u00e5"}}'
file '[%s]\n' "$odd"
import customers
is "a record of odd texts" "$status $err$out" "0 1 new, 0 changed, 0 same, 0 wrong"
run export customers odd.csv --filter customerNumber:startswith:ODD
is "formulas are protected" "$(grep -c "\"'=1+1" odd.csv) $(grep -c "''=twice" odd.csv)" "1 1"
run import customers odd.csv
is "and all of it comes back" "$status $err$out" "0 0 new, 0 changed, 1 same, 0 wrong"
run export customers raw.csv --filter customerNumber:startswith:ODD --raw
is "--raw protects nothing" "$(grep -c '^ODD-1,"=1+1' raw.csv)" 1

# --- import ---

cat >in <<END
customerNumber;Company name;tier;active;companyEmail;customerAttributes.REGION
NEW-1;New One;Retail;yes;one@new.example;north
HRB-1042;;Wholesale;no;;"east
west"
HRB-1042;again;;;;
;nobody;;;;
NEW-2;New Two;;yes;;
NEW-3;New Three;Wholsale;maybe;three@new.example;
END
import customers
is "the last line counts" "$status $out" "1 1 new, 1 changed, 0 same, 4 wrong"
is "each wrong row is told by line" "$err" "in:5: HRB-1042: Number: HRB-1042 is in line 3 already
in:6: Number is missing
in:7: NEW-2: Price tier: This must be filled in
in:8: NEW-3: Active: Enter yes or no"
is "a new record is there" "$(value NEW-1 companyName) $(value NEW-1 active)" '"New One" true'
is "members change, active by the action" "$(value HRB-1042 pricing) $(value HRB-1042 active)" '"Wholesale" false'
is "which was called" "$(grep -c 'HRB-1042/deactivate' "$work/requests")" 1
has "empty cells leave what is there" "$(value HRB-1042 companyEmail)" "@"
import customers
is "a second time nothing is left to do" "$out" "0 new, 0 changed, 2 same, 4 wrong"

file 'customerNumber,terms\nHRB-1042,NET90\n'
import customers --dry-run
is "--dry-run tells" "$status $out" "0 0 new, 1 changed, 0 same, 0 wrong"
has "and sends nothing" "$(value HRB-1042 terms)" "NET"
is "which the log would show" "$(sent PUT)" 3
is "really nothing" "$(value HRB-1042 terms | grep -c NET90)" 0
file 'customerNumber,terms,companyName\nNEW-1,NET90,\n'
import customers
file 'customerNumber,terms,companyName\nNEW-1,,\n'
import customers --clear-empty
is "--clear-empty empties, but not what is required" "$status $err$(value NEW-1 terms)" \
	'1 in:2: NEW-1: Company name: This must be filled in"NET90"'
file 'customerNumber,terms\nNEW-1,\n'
import customers --clear-empty
is "and what may be empty" "$status $(value NEW-1 terms)" '0 ""'

file '\357\273\277customerNumber\tcompanyName\r\nNEW-1\t"New\r\n1"\r\nNEW-1x\r\n'
import customers
is "a BOM, tabs and CRLF" "$out $err" "0 new, 1 changed, 0 same, 1 wrong in:4: NEW-1x: Company name: This must be filled in"
file 'customerNumber,companyName\nA,b\n\377,c\n'
import customers
is "the line of the first wrong byte" "$status $out${err%%: save*}" "1 nymble-tui: in:3: This is not UTF-8"
file 'customerNumber,compnyName\nA,b\n'
import customers
is "an unknown column" "$status $err" \
	"1 nymble-tui: in:1: no column of customers is called compnyName, did you mean companyName?"
file 'companyName\nA\n'
import customers
is "no key" "$status $err" "1 nymble-tui: in: no column is customerNumber: it says which record is meant"
file 'customerNumber,terms\nHRB-1042,a,b\n'
import customers
is "too many cells" "$status $err" "1 in:2: There are more cells than columns"
file '[{"customerNumber":"HRB-1042","terms":12},\n{"customerNumber":"HRB-1042"'
import customers
is "JSON that ends early" "$status $err" "1 nymble-tui: in:2: The file ends within an object"
file '[{"customerNumber":"HRB-1042","terms":12}]'
import customers
is "JSON of another type" "$status $err" "1 in:1: HRB-1042: Terms: expected a text in quotes"
file 'sku,price,externalId\nROPE-BRD-12,"12,50",\nNONE-1,1.23456,\n'
import products
is "a product's amount, and one that would be rounded" "$status $out $err" \
	"1 0 new, 1 changed, 0 same, 1 wrong in:3: NONE-1: Price: Use at most four decimals"
run get products ROPE-BRD-12 --format json
has "exactly" "$out" '"price": 12.5,'
is "its prices stay" "$(printf '%s\n' "$out" | grep -c '"tier"')" \
	"$("$tui" get products ROPE-BRD-12 --format json | grep -c '"tier"')"

# --- a number that would go to another record (N9) ---

file 'customerNumber,externalId\nNEW-1,EXT-77\n'
import customers
file 'customerNumber,externalId\nREN-9,EXT-77\nHRB-1042,EXT-77\n'
import customers
is "twice in a file" "$(printf '%s\n' "$err" | tail -1)" "in:3: HRB-1042: External id: EXT-77 is in line 2 already"
is "renames are told, not sent" "$(printf '%s\n' "$err" | head -1)" \
	"in:2: REN-9: renames NEW-1 to REN-9: not sent, choose it on the screen"
is "the record keeps its number" "$(value NEW-1 externalId)" '"EXT-77"'
file 'customerNumber,externalId\nHRB-1042,EXT-77\n'
import customers
is "an id that another has" "$err" "in:2: HRB-1042: External id: EXT-77 belongs to NEW-1"

# --- what stops it ---

run --read-only import customers all.csv
is "read-only sends nothing" "$status $err" "1 nymble-tui: Read-only mode: only --dry-run is possible."
run --read-only import customers odd.csv --dry-run
is "but compares" "$status $out" "0 0 new, 0 changed, 1 same, 0 wrong"
run import sales-reps all.csv
is "what cannot be changed" "$status $err" "2 nymble-tui: The service has no way to change sales-reps"
run import customers none.csv
has "no file" "$status $err" "1 nymble-tui: "
: >empty.csv
run import customers empty.csv
has "an empty file" "$status $err" "1 nymble-tui: "
end_sandbox
run export customers gone.csv
has "no service" "$status $err" "1 nymble-tui: Cannot reach 127.0.0.1"
is "leaves no half file" "$(ls gone* 2>/dev/null)" ""

finish
