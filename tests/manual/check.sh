#!/bin/sh
# Keeps nymble-tui.1 in step with the tables that it tells about: options, verbs, configuration words,
# environment variables and keys. Prints TAP.
#
#	tests/manual/check.sh --update	writes the lists of keys into the manual, as the command tables
#					have them now
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
	list 'Lists (list)' src/screens/lists.c src/ui/table_commands.c
	list 'Records (record)' src/screens/record.c src/screens/page_view.c
	list 'One entry of a record (entry)' src/screens/entry.c
	list 'Actions on many records (run)' src/screens/action_run.c
	list 'Request log (log)' src/screens/request_log.c
	list 'Long texts (text)' src/ui/text_view.c
	list 'Login (login)' src/screens/login.c
	list 'Menus (menu)' src/screens/menu.c
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

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
keys >"$work/in_tables"

if [ "${1-}" = --update ]; then
	sed -e "/^\.\\\\\" keys:/r $work/in_tables" -e '/^\.\\" keys:/,/^\.\\" end of keys/{//!d;}' "$manual" >"$work/new" &&
		cat "$work/new" >"$manual"
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
sed -n '/^\.\\" keys/,/^\.\\" end of keys/p' "$manual" | sed '1d;$d' >"$work/in_manual"
result "the keys are those of the command tables; check.sh --update writes them" "$(diff "$work/in_manual" "$work/in_tables")"
result "every screen's keys" "$(unlisted)"
if command -v mandoc >/dev/null 2>&1; then
	result "mandoc has nothing to say" "$(mandoc -T lint -W warning "$manual" 2>&1)"
elif command -v groff >/dev/null 2>&1; then
	result "groff has nothing to say" "$(groff -mdoc -T utf8 -ww "$manual" 2>&1 >/dev/null)"
fi

echo "1..$count"
[ "$failed" -eq 0 ]
