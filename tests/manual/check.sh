#!/bin/sh
# Keeps the manuals in step with the tables that they tell about: options, verbs, configuration words,
# environment variables, fields, keys and the sandbox's logins. Prints TAP.
#
#	tests/manual/check.sh --update	writes the lists of fields and keys into nymble-tui.1, as the
#					tables have them now
#
# SPDX-License-Identifier: ISC
set -u
cd "${TOP_SRCDIR:-$(dirname "$0")/../..}" || exit 99
manual=nymble-tui.1

# --- keys ---

# KEYS <newline> NAME <newline> LABEL for each row of a command table in a file.
rows() {
	tr '\n\t' '  ' <"$1" |
		grep -oE '\{ "[^"]*", "[a-z0-9-]+", *N_\("[^"]*"\)' |
		sed -E 's/^\{ "([^"]*)", "([^"]*)", *N_\("([^"]*)"\)$/\1\n\2\n\3/'
}

# Words that mdoc would take for punctuation are protected.
escape() {
	printf '%s\n' "$1" | sed -E 's/(^| )([^A-Za-z0-9])/\1\\\&\2/g; s/-/\\-/g'
}

list() { # heading files...
	printf '.Ss %s\n.Bl -tag -width "PgDn Ctrl-f (page-down)" -compact\n' "$1"
	shift
	for file in "$@"; do
		rows "$file" | while read -r keys && read -r name && read -r label; do
			printf '.It %s Pq Cm %s\n%s\n' "$(escape "${keys:-:}")" "$name" "$label"
		done
	done
	echo .El
}

keys() {
	list 'Everywhere (all)' src/ui/ui_commands.c src/screens/app.c
	list 'Lists (list)' src/screens/lists.c src/screens/list_commands.c src/ui/table_commands.c
	list 'Catalog (catalog)' src/screens/catalog.c src/screens/list_commands.c src/ui/table_commands.c
	list 'Filter builder (filter)' src/screens/filter.c
	list 'Columns (columns)' src/screens/columns_screen.c
	list 'Export to a file (export)' src/screens/export_screen.c
	list 'Import of a file (import)' src/screens/import_screen.c
	list 'Columns of an import (import-columns)' src/screens/import_map.c
	list 'Saved views (views)' src/screens/views_screen.c
	list 'Records (record)' src/screens/record.c src/screens/page_view.c
	list 'One entry of a record (entry)' src/screens/entry.c
	list 'Forms (form)' src/screens/edit.c src/ui/form_commands.c
	list 'Form of an entry (entry-form)' src/screens/edit_entry.c
	list 'Prices (prices)' src/screens/price_matrix.c src/screens/price_grid.c
	list 'Preview of prices (price-preview)' src/screens/price_preview.c
	list 'Leaving a form (leave)' src/screens/edit_leave.c
	list 'Review before saving (review)' src/screens/edit_review.c src/screens/review_view.c
	list 'Changes of this session (history)' src/screens/history_list.c
	list 'Work on many records (run)' src/screens/run.c
	list 'Preview of new prices of many (prices-preview)' src/screens/price_many_preview.c
	list 'Preview of a value for many (set-preview)' src/screens/set_preview.c
	list 'Runs there are (runs)' src/screens/runs_list.c
	list 'Drafts (drafts)' src/screens/drafts_screen.c
	list 'Profiles (profiles)' src/screens/profiles.c
	list 'Request log (log)' src/screens/request_log.c
	list 'Long texts (text)' src/ui/text_view.c
	list 'Login (login)' src/screens/login.c
	list 'Menus (menu)' src/screens/menu.c
	list 'What is waited for (loading)' src/screens/loading.c
}

# A new screen belongs into the list above.
unlisted() {
	listed=$(sed -n '/^keys() {/,/^}/p' tests/manual/check.sh)
	for file in src/screens/*.c; do
		case $listed in
		*"$file"*) ;;
		*) [ -z "$(rows "$file")" ] || echo "$file has commands that the manual does not tell" ;;
		esac
	done
}

# Commands that only Ctrl, Alt, an F-key or a sign behind AltGr reaches: keyboards and terminals differ.
hard_to_reach() {
	for file in src/ui/*.c src/screens/*.c; do
		rows "$file" | while read -r keys && read -r name && read -r label; do
			set -f
			easy=
			for key in $keys; do
				case $key in
				Ctrl-* | Alt-* | F[0-9] | F1[0-9] | '[' | ']' | '{' | '}' | \\ | '|' | @ | '~' | ^) ;;
				*) easy=1 ;;
				esac
			done
			set +f
			[ -n "$keys" ] && [ -z "$easy" ] || continue
			case $name in
			review) ;;	   # Esc, then s
			revert) ;;	   # or typed again
			redraw | suspend) ;; # what every terminal program has there
			*) echo "$file: $keys ($name) has no key that every keyboard has" ;;
			esac
		done
	done
}

# --- fields ---

# NAME LABEL for each field of a table that has one of these flags.
table_fields() { # table file flags
	sed -n "/^static const struct field $1\[\]/,/^};/p" "$2" | tr '\n\t' '  ' | sed 's/{ \.name/\n&/g' |
		grep -E "\.in = [^,]*($3)" |
		sed -E 's/^\{ \.name = "([^"]*)".*\.label = N_\("([^"]*)"\).*/\1 \2/'
}

field_list() { # heading table file flags
	printf '.Pp\n%s:\n' "$1"
	printf '.Bl -tag -width minimumOrderQuantity -compact\n'
	table_fields "$2" "$3" "$4" | while read -r name label; do
		printf '.It Cm %s\n%s\n' "$name" "$label"
	done
	echo .El
}

fields() {
	for kind in customer product; do
		field_list "Fields of ${kind}s, with the heading of their column" \
			${kind}_fields src/model/${kind}s.c 'IN_ALL|IN_FILTER'
	done
	field_list 'What Flow Retail customers are searched by, for conditions alone' \
		criteria_fields src/model/flow_customers.c 'IN_FILTER'
	field_list 'Fields of Flow Retail customers, for order and files' \
		customer_fields src/model/flow_customers.c 'IN_ALL|IN_BODY'
}

# --- lists of the manual that are written from tables ---

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
keys >"$work/keys"
fields >"$work/fields"

in_manual() { # list
	sed -n "/^\.\\\\\" $1:/,/^\.\\\\\" end of $1/p" "$manual" | sed '1d;$d'
}

update() { # list
	sed -e "/^\.\\\\\" $1:/r $work/$1" -e "/^\.\\\\\" $1:/,/^\.\\\\\" end of $1/{//!d;}" "$manual" >"$work/new" &&
		cat "$work/new" >"$manual"
}

if [ "${1-}" = --update ]; then
	update keys
	update fields
	exit
fi

# --- checks ---

count=0
failed=0

result() { # name complaint
	count=$((count + 1))
	if [ -z "$2" ]; then
		echo "ok $count - $1"
	else
		failed=$((failed + 1))
		echo "not ok $count - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# Those words, one a line on standard input, that no line of the manual begins to explain.
unexplained() { # prefix
	while read -r word; do
		grep -qE "^\.(It|Nm|Op|Oo|Cm|Fl|,).*$1$word([^a-z-]|\$)|^\.Cm (.* )?$word( |\$)" "$manual" ||
			echo "$word is not in $manual"
	done
}

options() {
	grep -v FOR_LATER src/cli/options.c | sed -nE 's/^\t\{ \.name = "([^"]*)".*/\1/p'
}

result "every option" "$(options | unexplained 'Fl ..')"
result "every verb" "$(sed -nE 's/^\t\.name = "([^"]*)",$/\1/p' src/cli/list.c src/cli/get.c src/cli/act.c | unexplained 'Cm ')"
result "every word of the configuration" \
	"$(sed -nE 's/^\t\{ "([a-z-]+)", (set|check|add)_.*/\1/p' src/store/config_words.c | unexplained 'Cm .*')"
result "every variable of the environment" \
	"$(grep -ohE '"NYMBLE_[A-Z_]+"' src/store/*.c | tr -d '"' | sort -u | unexplained '(Ev|,) .*')"
for list in keys fields; do
	result "the $list are those of the tables; check.sh --update writes them" "$(in_manual $list | diff - "$work/$list")"
done
result "there are fields" "$([ "$(grep -c '^\.It' "$work/fields")" -gt 20 ] || cat "$work/fields")"
result "every screen's keys" "$(unlisted)"
result "no default needs AltGr, Ctrl, Alt or an F-key" "$(hard_to_reach)"
for constant in UI_MIN_COLS UI_MIN_ROWS PREVIEW_FROM_COLS; do
	number=$(sed -nE "s/.*$constant = ([0-9]+).*/\1/p" src/ui/ui.h src/screens/list_columns.c)
	for page in "$manual" README.md; do
		grep -qE "(^|[^0-9])$number (columns|rows)" $page || echo "$constant is $number, not as in $page"
	done
done >"$work/sizes"
result "the sizes of the screen" "$(cat "$work/sizes")"

manual=nymble-sandbox.1
result "every option of the sandbox" \
	"$(sed -nE 's/^\t\{ \.name = "([^"]*)".*/\1/p' src/sandbox/settings.c | unexplained 'Fl ..')"
result "every login of the sandbox" "$(grep -ohE '"(backoffice|rep|portal|sandbox-key|sandbox-flow|tnt)-[a-z0-9-]*"' \
	src/sandbox/sample_organization.c src/sandbox/sample_flow_tenant.c | tr -d '"' | while read -r word; do
	for page in $manual README.md; do grep -q "$word" $page || echo "$word is not in $page"; done
done)"
if command -v mandoc >/dev/null 2>&1; then
	result "mandoc has nothing to say" "$(mandoc -T lint -W style nymble-tui.1 nymble-sandbox.1 2>&1)"
fi
if command -v groff >/dev/null 2>&1; then
	result "groff has nothing to say" "$(groff -mdoc -T utf8 -ww nymble-tui.1 nymble-sandbox.1 2>&1 >/dev/null)"
fi

echo "1..$count"
[ "$failed" -eq 0 ]
