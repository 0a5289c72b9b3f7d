#!/bin/sh
# Price lists as files, by the verb: written, read back, merged into what the sandbox has. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

start_sandbox --customers 5 --products 60
NYMBLE_ORG_CODE=$(word org-code) NYMBLE_CLIENT_ID=$(word client-id) NYMBLE_CLIENT_SECRET=$(word client-secret)
export NYMBLE_URL NYMBLE_ORG_CODE NYMBLE_CLIENT_ID NYMBLE_CLIENT_SECRET
cd "$work" || exit 1

run() { # arguments; sets out, err and status
	out=$("$tui" prices "$@" 2>err </dev/null)
	status=$?
	err=$(cat err)
}

says() { # name wanted arguments...: the exit status, standard output and standard error in one
	name=$1 wanted=$2
	shift 2
	run "$@"
	is "$name" "$status $out${err:+
$err}" "$wanted"
}

price_of() { # sku tier quantity
	"$tui" prices export - | sed -n "s/^$1,$2,$3,\(.*\),.*/\1/p"
}

written() { # file line...
	file=$1
	shift
	printf '%s\n' "$@" >"$file"
}

# --- export ---

run export all.csv
is "a price list is written" "$status $out $err $(head -n 1 all.csv)" "0   sku,tier,atQuantity,price,currency"
is "for its owner alone" "$(stat -c %a all.csv)" 600
lines=$(sed 1d all.csv | wc -l)
is "with each price once" "$(sed 1d all.csv | cut -d, -f1-3 | sort -u | wc -l)" "$lines"
says "one that is there is not written over" "1 
nymble-tui: all.csv is there already: --force writes over it" export all.csv
run export all.csv --force
is "unless asked to" "$status $(wc -l <all.csv)" "0 $((lines + 1))"
run export - --tier wholesale
is "one tier alone" "$status $(printf '%s\n' "$out" | sed 1d | cut -d, -f2 | sort -u)" "0 Wholesale"
says "a tier that nobody has" "1 
nymble-tui: There is no price tier Wholesal, did you mean Wholesale?" export - --tier Wholesal
says "neither export nor import" "2 
nymble-tui: prices exprot: expected one of export, import" exprot x.csv
says "what import does not take" "2 
nymble-tui: prices import takes no --tier" import x.csv --tier Retail

# --- import: what was written says nothing new ---

says "what was written is the same" "0 0 new, 0 changed, $lines same, 0 removed, 0 wrong" import all.csv
says "also from standard input, to the last byte" "0 0 new, 0 changed, $lines same, 0 removed, 0 wrong" \
	import /dev/fd/4 4<all.csv

# --- import: changes ---

old=$(price_of ROPE-BRD-12 Retail 1)
neighbour=$(price_of ROPE-BRD-12 Wholesale 1)
written change.csv 'price;sku;Tier;From quantity' '0,012345;ROPE-BRD-12;retail;1' \
	'99.50;ROPE-BRD-12;Retail;500' '1;ROPE-BRD-12;Distributor;7000'
says "a dry run tells" "0 2 new, 1 changed, 0 same, 0 removed, 0 wrong" import change.csv --dry-run
is "and sends nothing" "$(price_of ROPE-BRD-12 Retail 1)" "$old"
says "read-only neither" "1 
nymble-tui: Read-only mode: only --dry-run is possible." import change.csv --read-only
says "an import sends" "0 2 new, 1 changed, 0 same, 0 removed, 0 wrong" import change.csv
is "six decimals, exactly" "$(price_of ROPE-BRD-12 Retail 1)" 0.012345
is "new quantities" "$(price_of ROPE-BRD-12 Retail 500) $(price_of ROPE-BRD-12 Distributor 7000)" "99.50 1"
is "what it does not name stays" "$(price_of ROPE-BRD-12 Wholesale 1)" "$neighbour"
says "twice is once" "0 0 new, 0 changed, 3 same, 0 removed, 0 wrong" import change.csv
written remove.csv 'sku,tier,atQuantity,price' 'ROPE-BRD-12,Retail,500,' 'ROPE-BRD-12,Retail,501,'
says "an empty price removes" "0 0 new, 0 changed, 1 same, 1 removed, 0 wrong" import remove.csv
is "and is gone" "$(price_of ROPE-BRD-12 Retail 500)" ""
is "its neighbour keeps its six decimals" "$(price_of ROPE-BRD-12 Retail 1)" 0.012345

# --- import: what is wrong is told by line, the rest is sent ---

printf '\357\273\277sku,tier,atQuantity,price,currency,name\r\n' >wrong.csv
printf '%s\r\n' 'ROPE-BRD-12,Retail,1,0.02,USD,"a' 'name"' 'ROPE-BRD-12,Retial,1,1,USD' \
	'ROPE-BRD-12,Retail,1,0.03,USD' 'NONE,Retail,1,1,USD' 'ROPE-BRD-12,Wholesale,1,1,EUR' \
	'ROPE-BRD-12,Wholesale,0,1,USD' 'ROPE-BRD-12,Wholesale,1,"1,000.00",USD' \
	'ROPE-BRD-12,Wholesale,1,-1,USD' 'ROPE-BRD-12,Wholesale' ',Wholesale,1,1,USD' >>wrong.csv
says "wrong rows" "1 0 new, 1 changed, 0 same, 0 removed, 9 wrong
wrong.csv:4: ROPE-BRD-12: There is no price tier Retial, did you mean Retail?
wrong.csv:5: ROPE-BRD-12: Line 2 has a price for Retail from 1 already
wrong.csv:6: NONE: There is no product NONE, or your login may not see it.
wrong.csv:7: ROPE-BRD-12: The product's prices are in USD, not in EUR
wrong.csv:8: ROPE-BRD-12: From quantity: Enter a whole number from 1 on, such as 24
wrong.csv:9: ROPE-BRD-12: Price: Thousands cannot be grouped: enter 1000.00, or 1000,00
wrong.csv:10: ROPE-BRD-12: Price: A price cannot be less than 0
wrong.csv:11: ROPE-BRD-12: Price: the line ends before it
wrong.csv:12: SKU: this is missing" import wrong.csv
is "the right one was sent" "$(price_of ROPE-BRD-12 Retail 1)" 0.02
is "the others were not" "$(price_of ROPE-BRD-12 Wholesale 1)" "$neighbour"

written columns.csv 'sku,tier,atQuantty,price' 'A,Retail,1,1'
run import columns.csv
is "a column that nobody knows" "$status $(printf '%s' "$err" | grep -c 'atQuantty')" "1 1"
written missing.csv 'sku,tier' 'A,Retail'
run import missing.csv
is "a column that is missing" "$status $(printf '%s' "$err" | grep -c 'price (Price)')" "1 1"
printf 'sku,tier,price\nA,Retail,1\nB\344,Retail,1\n' >latin.csv
says "what is no UTF-8" "1 
nymble-tui: latin.csv:3: This is not UTF-8: save the file as «CSV UTF-8» and try again" import latin.csv

end_sandbox
finish
