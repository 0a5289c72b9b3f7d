#!/bin/sh
# The verbs against the real sandbox: what a script sees on standard output, on standard error and as
# exit status. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

customers=250

# --- the service ---

start_sandbox --customers "$customers" --products 60
export NYMBLE_URL

# --- before any login ---

run --version
is "--version" "$status ${out%% *}" "0 nymble-tui"
run --help
has "--help has examples" "$status $out" "nymble-tui --sandbox"
refuses "a wrong option" 2 "--fliter: no such option, did you mean --filter?" list customers --fliter x
refuses "a wrong value" 2 "--limit ten: expected a whole number, at least 1" list customers --limit ten
refuses "a wrong verb" 2 "lst: no such verb, did you mean list?" lst customers
refuses "a wrong resource" 2 \
	"customer: no such resource, did you mean customers? (there are customers, products, price-tiers, sales-reps)" list customer
run list customers --filter terms:beginswith:N
has "a wrong operator names the right ones" "$status $err" \
	"2 nymble-tui: --filter: terms:beginswith:N: no such operator, did you mean startswith? (terms takes startswith,"
run
has "no terminal" "$status $err" "2 nymble-tui: No terminal: use --plain, or a verb"
has "no terminal, on one line" "$(printf '%s\n' "$err" | wc -l)" 1
run list customers
has "no credentials: what to set" "$status $err" "1 nymble-tui: No credentials: set NYMBLE_ORG_CODE, NYMBLE_CLIENT_ID"
has "no credentials: what needs none" "$err" "--sandbox"
is "no credentials: nothing printed" "$out" ""

has "no terminal: what is there" "$(run; echo "$err")" "list, get, export, import, prices, activate, deactivate"

service=$NYMBLE_URL
NYMBLE_URL=
refuses "an empty NYMBLE_URL is not the production service" 2 \
	"NYMBLE_URL is set but empty; expected an address such as https://api.example, or no such variable" \
	list customers
NYMBLE_URL=$service
echo 'bind(list, "Ctrl-n", dwon)' >"$work/config"
run --config "$work/config" list customers
has "a wrong binding is told by verbs, too" "$status $err" \
	"2 nymble-tui: $work/config:1: list has no command \"dwon\"; expected one of open, "
printf '%s\n' 'bind(list, "Ctrl-n", down)' 'bind(list, "Ctrl-n", up)' >"$work/config"
run --config "$work/config" list customers
has "one key for two commands, too" "$status $err" \
	"2 nymble-tui: $work/config:2: Ctrl-n on list means \"down\" already ($work/config:1); expected one bind() for a key and screen"
echo 'theme = blue' >"$work/config"
run --config "$work/config" list customers
has "a wrong theme, too" "$status $err" \
	"2 nymble-tui: $work/config:1: blue: no such theme (there are dark, light, high-contrast, mono; another is"

NYMBLE_ORG_CODE=$(word org-code)
export NYMBLE_ORG_CODE
refuses "half a login: what is missing" 1 \
	"The login is incomplete: set also NYMBLE_CLIENT_ID, NYMBLE_CLIENT_SECRET" list customers
NYMBLE_CLIENT_ID=$(word client-id) NYMBLE_CLIENT_SECRET=wrong
export NYMBLE_ORG_CODE NYMBLE_CLIENT_ID NYMBLE_CLIENT_SECRET
run list customers
has "a wrong secret" "$status $err" "1 nymble-tui: The service does not accept these credentials."
NYMBLE_CLIENT_SECRET=$(word client-secret)

# --- list ---

run list customers --format csv
is "list walks every page" "$status $(printf '%s\n' "$out" | wc -l)" "0 $((customers + 1))"
is "and each record comes once" "$(printf '%s\n' "$out" | sort -u | wc -l)" "$((customers + 1))"
is "csv begins with the API's names" "${out%%,pricing*}" "customerNumber,companyName"
is "csv says which columns are always empty" "$err" \
	"nymble-tui: No row of the list holds companyFax, externalId; get prints whole records"
has "csv has the currency" "$out" ",currencyCode,"
run list customers --limit 9
is "a table leaves them out" "$(printf '%s\n' "$out" | sed -n 1p | tr -s ' ')" \
	"Number Company name Price tier Rep Terms Active E-mail Phone Currency"
run list customers --format json
is "json has one record a line" "$(printf '%s\n' "$out" | grep -c '^{"')" "$customers"
is "json is one array" "$(printf '%s\n' "$out" | sed -n '1p;$p' | tr -d '\n')" "[]"
run list customers --limit 120 --format csv
is "--limit stops within a page" "$status $(printf '%s\n' "$out" | wc -l)" "0 121"
run list customers --limit 1
is "a table has a heading" "$status $(printf '%s\n' "$out" | wc -l) ${out%% *}" "0 2 Number"
run --limit 3 list --format csv customers --sort -customerNumber
is "options stand anywhere; --sort - turns round" \
	"$(printf '%s\n' "$out" | sed 1d | cut -d, -f1)" \
	"$(printf '%s\n' "$out" | sed 1d | cut -d, -f1 | LC_ALL=C sort -r)"
run list customers --filter active:equals:no --filter pricing:equals:Retail --format csv
is "all filters hold" "$(printf '%s\n' "$out" | sed 1d | grep -cv ',Retail,.*,false,')" 0
has "and leave some" "$(printf '%s\n' "$out" | sed -n 2p)" ",Retail,"
run list customers --search harborline --format csv
has "--search finds by name" "$status $out" "HRB-1042,"
refuses "nothing matches" 0 "No customer matches companyName:equals:nobody." list customers \
	--filter companyName:equals:nobody
run list customers --filter companyName:equals:nobody --format json
is "nothing, as json" "$status $out" "0 []"
run list products --search rope --limit 5 --format csv
has "products are searched by the service" "$status $out" "ROPE-"
refuses "a search takes no filter" 2 \
	"--search goes without --filter and --sort here: the service has no search that takes them" \
	list products --search rope --sort name

run list price-tiers --format csv
is "price tiers are listed" "$status $out" "0 Name,Customers,KnownFrom
Retail,,organization
Wholesale,,organization
Distributor,,organization"
run list price-tiers --format json --sort -Name --limit 1
is "sorted by their names" "$out" '[
{"Name":"Wholesale","KnownFrom":"organization"}
]'
refuses "and by nothing else" 1 "The service cannot sort by Customers." list price-tiers --sort Customers
run list sales-reps --format csv
has "sales reps are listed" "$status $out" "0 repNumber,firstName,lastName"
has "with their numbers" "$out" "SR-207,"
refuses "no filters where the service has none" 2 "--filter: active:equals:yes: the service cannot filter these" \
	list sales-reps --filter active:equals:yes
echo 'profile rep { price-tiers = { "Trade" } }' >"$work/tiers"
admin=$NYMBLE_CLIENT_ID
NYMBLE_CLIENT_ID=rep-207
run --config "$work/tiers" list price-tiers --format csv
is "what a role may not read comes from the profile, and that is said" "$status $out $err" \
	"0 Name,Customers,KnownFrom
Trade,,profile nymble-tui: The service lists none: these are the profile's and those seen
nymble-tui: No row of the list holds Customers; get prints whole records"
NYMBLE_CLIENT_ID=$admin

# --- get ---

run get customers HRB-1042
has "get prints the record" "$status $out" "HRB-1042"
has "with its addresses" "$out" "Addresses"
run get products ROPE-BRD-12 --format json
has "get prints json" "$status $out" '"sku": "ROPE-BRD-12"'
refuses "a missing record" 1 "There is no customer NONE-1, or your login may not see it." get customers NONE-1
run get price-tiers retail --format json
has "a price tier is counted" "$status $out" '"Customers": '
run list customers --filter pricing:equals:Retail --format csv
has "as many as there are" "$("$tui" get price-tiers retail)" " $(printf '%s\n' "$out" | sed 1d | wc -l)"
refuses "a price tier that nobody knows" 1 \
	"There is no price tier None, or your login may not see it." get price-tiers None
refuses "sales reps have no calls of their own" 1 \
	"Sales reps can only be listed: the service has no call for a single one." get sales-reps SR-207
refuses "get has no csv" 2 "--format csv: get prints table or json" get customers HRB-1042 --format csv

# --- activate, deactivate ---

is_active() { # yes or NO, as the record says
	"$tui" get customers HRB-1042 | sed -n 's/^  Active  *//p'
}

run deactivate customers HRB-1042
is "deactivate" "$status $out" "0 HRB-1042 is not active any more."
is "and the record says so" "$(is_active)" NO
run deactivate customers HRB-1042
is "what is so already is said" "$status $out" "0 HRB-1042 is already not active."
run --read-only activate customers HRB-1042
has "read-only refuses" "$status $err" "1 nymble-tui: Read-only mode"
is "and nothing changed" "$(is_active)" NO
run activate customers NONE-1 HRB-1042
is "one that is missing does not stop the rest" "$status $err $out" \
	"1 nymble-tui: There is no customer NONE-1, or your login may not see it. HRB-1042 is active again."
is "it is active again" "$(is_active)" yes
run deactivate products ROPE-BRD-12
is "a product" "$status $out" "0 ROPE-BRD-12 is not active any more."
"$tui" get products ROPE-BRD-12 >"$work/product"
is "the rest of it stays" "$(sed -n 's/^  Active  *//p' "$work/product") $(grep -c 'Retail\|-front.jpg' "$work/product")" "NO 2"
run activate products ROPE-BRD-12
is "and back" "$status $out" "0 ROPE-BRD-12 is active again."

# --- what a server may have in its records ---

# Lines of standard input with anything a terminal could act on: C0, DEL, C1, bidirectional overrides.
dangerous() {
	tr -d '\r\n' | LC_ALL=C grep -c "$(printf '[\001-\037\177]\|\302[\200-\237]\|\342\200[\250-\256]')"
}

on_terminal() { # arguments
	script -qec "$tui $* 2>/dev/null" /dev/null </dev/null # a message erases its line first
}

if command -v curl >/dev/null && command -v script >/dev/null; then
	# JSON demands an escape for ESC and BEL alone.
	printf '{"customerNumber":"EVIL-1","companyName":"a\\u001b]0;own\\u0007\302\23331m\342\200\256b",%s' \
		'"pricing":"Retail","companyEmail":"a@b.example"}' |
		curl -s -o "$work/put" -X PUT -H "x-api-key: $(word api-key)" -H 'Content-Type: application/json' \
			--data-binary @- "$NYMBLE_URL/api/customers"
	is "a record to be afraid of" "$(grep -c EVIL-1 "$work/put")" 1
	evil="list customers --filter customerNumber:equals:EVIL-1"
	for format in table csv json; do
		on_terminal "$evil" --format $format >"$work/shown"
		is "a terminal gets no command from $format" "$(grep -c EVIL-1 "$work/shown") $(dangerous <"$work/shown")" "1 0"
	done
	on_terminal get customers EVIL-1 >"$work/shown"
	is "nor from get" "$(grep -c EVIL-1 "$work/shown") $(dangerous <"$work/shown")" "1 0"
	# shellcheck disable=SC2086 # words
	run $evil
	is "a table is harmless in a file, too" "$(printf '%s\n' "$out" | dangerous)" 0
	# shellcheck disable=SC2086
	run $evil --format json
	has "a file gets the bytes as they came" "$out" "$(printf '31m\342\200\256')"
fi

# --- standard output ---

{ "$tui" list customers --format csv 2>"$work/err"; echo $? >"$work/status"; } | head -n 1 >/dev/null
# It may have left after the last row: then the word about empty columns is said.
is "a reader that leaves early is no error" "$(grep -v 'No row of the list' "$work/err")" ""
"$tui" list customers 2>"$work/err" >&-
is "a closed standard output" "$? $(cat "$work/err")" \
	"1 nymble-tui: Standard output cannot be written: Bad file descriptor"
if [ -w /dev/full ]; then
	"$tui" list customers --limit 1 2>"$work/err" >/dev/full
	is "a full disk" "$? $(cat "$work/err")" \
		"1 nymble-tui: Standard output cannot be written: No space left on device"
fi

# --- other ways in ---

end_sandbox
run get customers HRB-1042
has "no service" "$status $err" "1 nymble-tui: Cannot reach 127.0.0.1"
unset NYMBLE_URL NYMBLE_ORG_CODE NYMBLE_CLIENT_ID NYMBLE_CLIENT_SECRET
run --sandbox list products --limit 3 --format csv
is "--sandbox needs nothing" "$status $err $(printf '%s\n' "$out" | wc -l)" "0  4"
refuses "--sandbox is a service of its own" 2 \
	"--sandbox is a service of its own: leave out --profile and --url" \
	--sandbox --url http://127.0.0.1:1 list products
printf '%s\n' 2 "f sku:startswith:ROPE" "V Ropes by me" q | "$tui" --sandbox --plain >"$work/plain" 2>&1
run --sandbox list products --view "Ropes by me" --format csv
is "a view that was saved in the sandbox is found there by verbs" \
	"$status $err $(printf '%s\n' "$out" | sed 1d | grep -cv '^ROPE')" "0  0"

finish
