#!/bin/sh
# --plain against the real sandbox: what a person types, a line each, and what is said to it. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

has() { # name part: in what was said last
	case $out in
	*"$2"*) result true "$1" ;;
	*) result false "$1" "no «$2» in: $out" ;;
	esac
}

lacks() { # name part
	case $out in
	*"$2"*) result false "$1" "«$2» in: $out" ;;
	*) result true "$1" ;;
	esac
}

# Types each argument as a line; out is all that was said, answers included, as in a log.
type_lines() {
	# shellcheck disable=SC2086 # words
	out=$(printf "%s\n" "$@" | "$tui" --plain ${options-} 2>&1)
	status=$?
}

# --- the service ---

start_sandbox --customers 60 --products 30
member() { # customer, label: as the service has it
	"$tui" get customers "$1" | sed -n "s/^  $2  *//p"
}

# --- logging in ---

type_lines ""
is "an empty line leaves" "$status" 0
has "without a profile, the ways to log in are numbered" "2. Credentials: organization code, client id and secret"
has "the prompt says what may be answered" "Number, or an empty line to leave: "

forget() { # the token of an earlier login
	rm -rf "$work/.local"
}

options="--url $NYMBLE_URL"
type_lines 1 1 "$(word org-code)" "$(word client-id)" "$(word client-secret)" q
has "credentials are asked for, a line each" "Client id, or an empty line to cancel: "
has "and then what was to be done goes on" "60 customers"
lacks "the secret is not written" "$(word client-secret)"
forget
type_lines 1 1 "$(word org-code)" "$(word client-id)" wrong "" q
has "a wrong secret is asked for again" "The service does not accept these credentials.
Secret, or an empty line to cancel: 
"
has "and not logging in ends what waited for it" "Not logged in, nothing was sent."
forget
type_lines 1 3 "$(word api-key)" q
has "an API key" "60 customers"
lacks "is not written either" "$(word api-key)"
forget
type_lines 1 3 "no such key" "$(word api-key)" q
has "one that the service refuses is asked for again" "API key, or an empty line to cancel: 
"
has "and then goes on" "60 customers"
forget
type_lines 1 9 x 1 "" q
has "what is no way is asked again, an empty line cancels" "Organization code, or an empty line to cancel: 
"
has "and the lists are there still" "Lists, number opens"
options=
type_lines 9 2 "" ""
has "at start an empty line goes back to the ways" "Organization code, or an empty line to cancel: 
How do you want to log in?"
is "and leaves in the end" "$status" 0

options=
NYMBLE_API_KEY=$(word api-key)
export NYMBLE_URL NYMBLE_API_KEY

# --- lists ---

type_lines 1 n n n p q
has "a page is numbered rows" "
20. "
has "there is a next page" "Customers, page 2 of 3, number opens, n next, p previous"
has "the last one has none behind it" "n means nothing here"
type_lines customers b b
has "a list by its name" "60 customers"
is "back from the lists ends the program" "$status" 0
type_lines 1 "f terms:beginswith:N" q
has "a wrong filter names the word" "terms:beginswith:N: no such operator, did you mean startswith?"
type_lines 1 f companyName:startswith:Harb F q
has "a filter is asked for with an example" "Such as: companyName:contains:harbour active:equals:yes
Filter, or an empty line to leave it as it is: companyName"
has "and narrows" "Customers, companyName:startswith:Harb
"
has "and is cleared" "F
Customers
60 customers"
type_lines 1 "/harborline" q
has "a search" "1. HRB-1042 Harborline Marine Supply"
type_lines 1 "f companyName:equals:nobody" q
has "nothing matches" "No customer matches companyName:equals:nobody."
type_lines 1 "s -customerNumber" s 1 "s colour" q
has "sorted the other way round" "Customers, sort=-customerNumber"
has "or by a number" "Customers, sort=customerNumber"
has "a wrong field is named" "colour: "
type_lines 1 '?' nxt "$(printf 'q\377')" q
has "help lists the commands" "n, next: Next page"
has "and those of everywhere" "q, quit: Leave the program"
has "a word that is none has a nearest" "nxt means nothing here, did you mean next?"
has "a line that is no text" "That line is no text of this locale"
type_lines 1 "$(head -c 70000 /dev/zero | tr '\0' x)" "o HRB-1042" q
has "a line that is too long" "That line is too long: it was not read.
Customers, page 1"
has "does not take the next one with it" "Company name: Harborline Marine Supply"
lacks "and is not taken for a command" "means nothing here"

type_lines 1 "f terms:equals:COD" "s -companyName" "V cash payers" F "v cash payers" F v 1 "V cash payers" n q
has "a view is saved" 'Saved the view "cash payers".'
has "and shown by its name" "v cash payers
Customers, terms:equals:COD sort=-companyName"
has "or its number" "1. cash payers, terms:equals:COD sort=-companyName"
has "one of that name is not replaced unasked" "There is a view of that name. Replace it?"
options=--view=CASH
type_lines q
has "a view to begin with that is not there" 'There is no view "CASH".'
is "verbs share them" "$("$tui" list customers --view "cash payers" --format json | grep -c COD)" \
	"$("$tui" list customers --filter terms:equals:COD --format json | grep -c COD)"
sed -i 's/^customers "cash payers"/& columns=customerNumber,terms:30,companyName:8/' \
	"$work"/.local/state/nymble-tui/profiles/*/views
is "its columns are those of CSV" "$("$tui" list customers --view "cash payers" --format csv | head -n 1)" \
	"customerNumber,terms,companyName"
is "and of the table" "$("$tui" list customers --view "cash payers" --limit 1 | head -n 1 | tr -s ' ')" \
	"Number Terms Company name"
is "and of nothing else" "$("$tui" list customers --limit 1 --format csv | head -n 1 | cut -d , -f 1-2)" \
	"customerNumber,companyName"
out=$(echo q | "$tui" --plain --view "Cash payers")
has "and one that is" "Customers, terms:equals:COD sort=-companyName"
options=

# --- a record ---

type_lines 1 "o HRB-1042" q
has "its tabs are headings" "
Account
Number: HRB-1042
Company name: Harborline Marine Supply"
has "entries have a heading each" "
Address 1
  Type: "
type_lines 1 "o NONE-1" q
has "one that is not there" "There is no customer NONE-1, or your login may not see it."

# --- editing ---

type_lines 1 "o HRB-1042" e phone nonsense 555-0111 s s q
has "a value that is wrong is asked for again" "Use digits, spaces and + - ( )"
has "a review says what is sent, and where" "Only this is sent to ${NYMBLE_URL#http://}, Northpoint Trade Supply:
Phone: "
has "and it is saved" "Saved 1 change to HRB-1042. z undoes it."
is "the service has it" "$(member HRB-1042 Phone)" 555-0111
type_lines 1 "o HRB-1042" "e phone" 555-0222 "e terms" s s z s q
has "a field can be named at once" "Phone, now 555-0111. New value"
has "an undo is a review, too" "Phone: 555-0222 -> 555-0111"
is "and undoes" "$(member HRB-1042 Phone)" 555-0111
type_lines 1 "o HRB-1042" "e price tier" "" tier 9 1 terms CASH s s q
has "choices are numbered" "1. "
has "a number that is none is refused" "There is no 9."
has "an open choice takes another value" "Terms: "
has "both are saved" "-> CASH"
type_lines 1 "o HRB-1042" "e e-mail" '""' "" s q
has "what is required cannot be emptied" "This must be filled in"
has "and stays what it was" "Nothing is changed, so nothing is sent."
type_lines drafts q
has "no drafts is said" "There are no drafts."
type_lines 1 "o HRB-1042" "e fax" 555-0999 q
type_lines "d 1" y q
has "what was not saved is a draft, and offered at start" "1. HRB-1042 Harborline Marine Supply, 1 change, today"
has "it can be discarded" "Discarded."
type_lines 1 "o HRB-1042" "e fax" 555-0333
is "end of input leaves cleanly" "$status" 0
type_lines 1 s s b q
has "and keeps the draft, which goes on" "Fax, changed: 555-0333"
is "to its save" "$(member HRB-1042 Fax)" 555-0333
type_lines 1 "o HRB-1042" "e fax" '""' b e 2 b e 1 s s q
has "a draft of the record is offered when it is edited" "1. Go on with the draft: HRB-1042"
has "anew leaves it alone" "2. Start anew; the draft stays as it is"
is "the draft emptied the field" "$(member HRB-1042 Fax)" -
type_lines 1 "o HRB-1042" e s q
has "no change, no request" "Nothing is changed, so nothing is sent."

# --- entries and attributes ---

type_lines 1 "o HRB-1042" e "add an address" type 2 "line 1" "Quay 7" city Portland country sweden primary b s s q
has "an address is added" "Line 1: - -> Quay 7"
has "its country is found by a part of its name" "Country: SE"
has "and made the primary one" "is the primary one now"
has "the entry was saved" "to HRB-1042. z undoes"
number=$(printf '%s\n' "$out" | sed -n 's/^\(Address [0-9]*\), number or name.*/\1/p' | sed -n 1p)
type_lines 1 "o HRB-1042" e "remove $number" s s q
has "and taken away" "$number is taken away when this is saved."
type_lines 1 "o HRB-1042" e "add an address" b s q
has "an entry that nothing was put into is none" "Nothing is changed, so nothing is sent."
type_lines 1 "o HRB-1042" e "add an attribute" "gate code" 4711 s s q
has "an attribute" "gate code: - -> 4711"
type_lines 1 "o HRB-1042" e "rename gate code" "door code" "remove door code" s s q
has "is renamed" "door code"
type_lines 1 "o HRB-1042" q
lacks "and removed" "code: 4711"

# --- a new one ---

type_lines 1 a number HRB-1042 "company name" "New Quay Ltd" tier 1 e-mail a@b.example s s number NEW-1 s s q
has "a number that is taken" "HRB-1042 is taken by Harborline Marine Supply. Nothing was sent."
has "a new customer" "Saved NEW-1, which is new."
is "is there" "$(member NEW-1 "Company name")" "New Quay Ltd"

# --- actions ---

type_lines 1 "o NEW-1" x 2 n "x deactivate" maybe y "x deactivate" q
has "a question says where and what follows" "Data stays; x can activate again."
has "no is no" "Cancelled, nothing was sent."
has "what is neither is asked again" "Answer y or n: maybe
Answer y or n: y"
has "yes does it" "is not active any more."
has "what is so already is said" "NEW-1 is already not active."
is "the service has it, too" "$(member NEW-1 Active)" NO
type_lines 1 "o NEW-1" "x activate" y "x delete" i y "x delete" NEW "" "x delete" NEW-1 q
has "deactivation is offered first" "i: Deactivate instead"
has "and can be taken" "NEW-1 New Quay Ltd is not active any more."
has "deletion wants the number" "Type NEW-1 to go on, an empty line cancels: NEW
"
has "and then deletes" "NEW-1 New Quay Ltd is deleted."
options=--read-only
type_lines 1 "o HRB-1042" e "x deactivate" q
has "read-only: edit" "This is read-only mode: nothing can be changed."
has "read-only: actions" "read-only mode: changes are refused"
options=

# --- products ---

type_lines 2 "o ROPE-BRD-12" e minimum -1 '""' 4 category Ropes s s z s q
has "a number has a smallest" "Enter 0 or more"
has "and cannot be emptied" "The service cannot empty this: enter 0 or another number"
has "those that were seen are offered" "These were seen; others may be typed."
has "what is sent of a product" "Category: Rope -> Ropes
Minimum order: 2 -> 4"
has "is undone like anything" "Minimum order: 4 -> 2"
type_lines 2 "o ROPE-BRD-12" "e price 1" price 44.123 b "add a price" tier 1 quantity 100 price 40,5 b s s q
has "a price keeps its decimals" "Retail from 1: Price: 42.50 -> 44.123"
has "a review says what becomes of all prices" "Only this changes at ${NYMBLE_URL#http://}, Northpoint Trade Supply:
Retail from 1: Price: 42.50 -> 44.123"
has "those that stay too" "Saving replaces all 5 stored prices: 4 kept, 1 changed, 1 new, 0 removed."
has "prices are saved" "Saved 2 changes to ROPE-BRD-12."
is "the service has both" "$("$tui" get products ROPE-BRD-12 | grep -c '44\.123 \|^  Retail  *100  *40\.50')" 2
type_lines 2 "o ROPE-BRD-12" "?" e b q
has "help says where prices are" "e lists the prices of each tier as entries"
has "and the form how" "Each price of a tier is an entry: its number changes it"
type_lines 2 "o ROPE-BRD-12" e "remove price 2" "add an image" name side.jpg b s s b "o ROPE-BRD-12" q
has "an image by its name" "side.jpg: Name: - -> side.jpg"
has "is an object of the service's" "Address: https://img.northpoint.example/side.jpg"
type_lines 2 a sku rope-brd-12 name "Other line" s s sku NEW-1 s s q
has "a SKU that is taken" "rope-brd-12 is taken by ROPE-BRD-12"
has "a new product" "Saved NEW-1, which is new."
type_lines 2 "o NEW-1" "x deactivate" y "x deactivate" "x activate" y q
has "a product is put out of the catalog" "It disappears from the catalog."
has "and back" "is active again."
type_lines 2 a sku prices name "Price list" s s "o prices" "e upc" 0715 s s "x deactivate" y q
has "a SKU that is also a call's name" "Saved prices, which is new."
has "is changed" "Saved 1 change to prices."
has "and acted on" "prices Price list is not active any more."

# --- somebody else ---

put() { # JSON
	printf '%s' "$1" | curl -s -o "$work/put" -X PUT -H "x-api-key: $NYMBLE_API_KEY" \
		-H 'Content-Type: application/json' --data-binary @- "$NYMBLE_URL/api/customers"
}

if command -v curl >/dev/null; then
	type_lines 1 "o HRB-1042" "e fax" 555-0001 phone 555-0002
	put '{"customerNumber":"HRB-1042","companyName":"Harborline Marine Supply","pricing":"Retail","companyEmail":"accounts@harborline.example","companyPhone":"555-0003","companyFax":"555-0004"}'
	type_lines 1 s x m t x s q
	has "a draft says that the record has moved" "Somebody has changed this meanwhile; saving asks whose values to take."
	has "a clash is said with all three" "-> 555-0002, on the server 555-0003"
	has "each is decided, when nothing else is answered" "m takes mine, t theirs: x"
	has "and nothing but s sends" "s sends, an empty line goes back to the fields: x"
	is "mine" "$(member HRB-1042 Phone)" 555-0002
	is "theirs" "$(member HRB-1042 Fax)" 555-0004
fi

# --- profiles ---

cat >"$work/config" <<EOF
profile first {
	url = "$NYMBLE_URL"
	org-code = $(word org-code)
	client-id = $(word client-id)
	secret-command = "echo $(word client-secret)"
}
profile second {
	url = "$NYMBLE_URL"
	login = api-key
	read-only = true
}
profile broken { ca-file = /nowhere/ca.pem }
EOF
key=$NYMBLE_API_KEY
unset NYMBLE_API_KEY
options="--config $work/config"
type_lines P "" "P second" 1 "$key" b "P first" 1 q
has "the profiles are numbered, with what they are" "2. second, Nymble Commerce, $NYMBLE_URL, test, read-only
3. broken, "
has "the one in use is said" "$(word org-code), test, in use"
has "another one asks for its own login" "READ-ONLY: nothing can be changed."
has "and is worked with" "API key, or an empty line to cancel: 
"
lacks "its key is not written" "$key"
type_lines 1 "o HRB-1042" e fax 555-0009 "P second" "P first" q
has "what was typed stays" "The changes stay as a draft.
second
"
has "it is a draft of its own profile alone" "READ-ONLY: nothing can be changed.
1. Customers
2. Products"
has "and offered there again" "Drafts: changes that were not saved
1. HRB-1042"
type_lines drafts "d 1" y "P broken" "P nobody" "" "P first" q
has "one that cannot be used changes nothing" "broken cannot be used: /nowhere/ca.pem"
has "nor does one that is not there" "There is no profile nobody."
has "nor the one in use" "first is in use."
options=
NYMBLE_API_KEY=$key
export NYMBLE_API_KEY

# --- what must never reach a terminal ---

# Lines with anything a terminal could act on: C0, DEL, C1, bidirectional overrides.
dangerous() {
	LC_ALL=C grep -c "$(printf '[\001-\010\013-\037\177]\|\302[\200-\237]\|\342\200[\250-\256]')"
}

if command -v curl >/dev/null; then
	put "$(printf '{"customerNumber":"EVIL-1","companyName":"a\\u001b]0;own\\u0007\\r\\n\302\23331m\342\200\256b","pricing":"Retail","companyEmail":"a@b.example","customerAttributes":{"k\\u001b[2J":"v\\u001b[31m"}}')"
	type_lines 1 "f customerNumber:equals:EVIL-1" 1 e "x" b H "x deactivate" y "e k" q
	has "a record to be afraid of" "EVIL-1 a^["
	is "no control byte in all that is said" "$(printf '%s\n' "$out" | dangerous)" 0
fi

# --- files ---

type_lines 1 "f pricing:equals:Retail" "E $work/out.csv" q
has "a list becomes a file" " to $work/out.csv"
is "of what it shows" "$(grep -c ',Retail,' "$work/out.csv") $(grep -c ',Wholesale,' "$work/out.csv")" \
	"$("$tui" list customers --filter pricing:equals:Retail --format csv 2>/dev/null | grep -c ',Retail,') 0"
type_lines 1 "E $work/out.csv" n E q
has "nothing is overwritten unasked" "$work/out.csv is there already. Replace it?"
has "a file without a name" "Say where: E and the file's name."
printf 'customerNumber,terms,companyEmail\nHRB-1042,NET77,\nADR-5306,,nobody\n' >"$work/in.csv"
type_lines 1 "I $work/in.csv" r "s $work/wrong.csv" g 2 "" q
has "an import says what it would do" "1 changed, 0 same, 1 wrong"
has "row by row" " -> NET77"
has "and what is wrong" "Line 3, ADR-5306, wrong: "
has "another count sends nothing" "Cancelled, nothing was sent."
is "the wrong rows are a file" "$(cut -d, -f1-3 "$work/wrong.csv" | tail -1)" "ADR-5306,,nobody"
is "it is as it was" "$(member HRB-1042 Terms | grep -c NET77)" 0
type_lines 1 "I $work/in.csv" g 1 q
has "the right count sends" "Finished."
is "and the record says so" "$(member HRB-1042 Terms)" NET77
printf 'customerNumber,terms\nHRB-1042,NET78\nADR-5306,\377\n' >"$work/in.csv"
type_lines 1 "I $work/in.csv" n q
has "a file that breaks off is left again" "in.csv:3: This is not UTF-8"
has "for the list" "Customers, page 2"
type_lines 1 "I $work/none.csv" q
has "no file" "none.csv cannot be opened"

# --- standard input and output ---

printf '1\nq\n' >"$work/script"
out=$("$tui" --plain <"$work/script")
has "a plain file is input as well" "61 customers"
out=$("$tui" --plain </dev/null)
is "and so is nothing" "$?" 0
printf '1\nn\nn\nq\n' | "$tui" --plain 2>"$work/err" | head -n 1 >/dev/null
is "a reader that leaves early is no error" "$(cat "$work/err")" ""
if [ -w /dev/full ]; then
	printf 'q\n' | "$tui" --plain 2>"$work/err" >/dev/full
	is "a full disk" "$? $(cat "$work/err")" \
		"1 nymble-tui: Standard output cannot be written: No space left on device"
fi
out=$("$tui" --plain list customers 2>&1)
is "verbs take no --plain" "$? $out" "2 nymble-tui: list takes no --plain"
out=$("$tui" 2>&1 </dev/null)
has "no terminal names --plain and the verbs" "No terminal: use --plain, or a verb (list, get,"
end_sandbox
type_lines 1 q
has "no service" "Cannot reach 127.0.0.1"
unset NYMBLE_URL NYMBLE_API_KEY
options=--sandbox
type_lines 1 q
has "--sandbox needs nothing" "
Customers, page 1"
options=
type_lines 1 1 q
has "nor does the first choice" "
Customers, page 1"

type_lines 1 v q
has "views are those of a list" "Views are those of a list: open it by its number, then v shows them."

# --- price tiers ---

type_lines 1 3 1 b q
has "price tiers are a list with numbers" "3. Distributor, Known from organization"
has "one of them is counted" "
Retail

Price tier
Price tier: Retail
Customers: "

finish
