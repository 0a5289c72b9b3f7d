#!/bin/bash
# What "nymble-tui complete" offers, and that each shell's script hands it on. Prints TAP.
# SPDX-License-Identifier: ISC
set -u
source_dir=$(cd "${TOP_SRCDIR:-$(dirname "$0")/../..}" && pwd) || exit 99
tui=$(cd "${TOP_BUILDDIR:-.}/src" && pwd)/nymble-tui
scripts=$source_dir/data/completions

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
for variable in $(env | sed -n 's/^\(NYMBLE_[A-Z_]*\|XDG_[A-Z_]*\)=.*/\1/p'); do
	unset "$variable"
done
export HOME=$work LC_ALL=C.UTF-8
mkdir -p "$work/.config/nymble-tui" "$work/bin"
cat >"$work/.config/nymble-tui/config" <<'EOF'
profile northpoint { url = "https://api.northpoint.example" }
profile harbour { url = "http://127.0.0.1:1" }
EOF
ln -s "$tui" "$work/bin/nymble-tui"
PATH=$work/bin:$PATH
cd "$work" && touch prices.csv || exit 99

count=0
failed=0

is() { # name actual expected
	count=$((count + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $count - $1"
	else
		failed=$((failed + 1))
		printf 'not ok %d - %s\n# got:  %s\n# want: %s\n' $count "$1" "${2//$'\n'/ | }" "${3//$'\n'/ | }"
	fi
}

skip() { # name reason
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

has() { # name actual lines...
	local name=$1 actual=$2 line
	shift 2
	for line in "$@"; do
		[[ $'\n'$actual$'\n' == *$'\n'"$line"$'\n'* ]] || {
			is "$name" "$actual" "$line"
			return
		}
	done
	is "$name" '' ''
}

words() { # word...: what is offered, without its meaning
	"$tui" complete "$@" | cut -f 1
}

# --- the program ---

has "verbs" "$(words '')" list get activate deactivate
is "a verb's beginning" "$(words dea)" deactivate
has "a meaning" "$("$tui" complete lis)" $'list\tPrint all records that match'
has "options of the screen" "$(words --)" --sandbox --theme
is "no option of a verb without one" "$(words --fi)" ''
is "options of a verb" "$(words list customers --fi)" --filter
is "resources" "$(words list '')" $'customers\nproducts\nprice-tiers\nsales-reps'
is "an action's resources" "$(words activate '')" $'customers\nproducts'
is "what prices does" "$(words prices '')" $'export\nimport'
is "its own options" "$(words prices export --ti)" --tier
is "no more words" "$(words list customers '')" ''
is "words behind an option's value" "$(words --profile list l)" list
is "fields to filter by" "$(words list customers --filter companyN)" companyName:
is "operators" "$(words list customers --filter active:)" $'active:equals:\nactive:notequals:'
is "products know six" "$(words list products --filter sku: | wc -l)" 6
is "values" "$(words list customers --filter active:equals:)" $'active:equals:true\nactive:equals:false'
is "--option=value" "$(words list customers --filter=active:e)" --filter=active:equals:
is "no field without a resource" "$(words list --filter '')" ''
is "fields to sort by" "$(words list products --sort -pric)" $'-price\n-priceFormatted'
is "formats" "$(words list customers --format '')" $'table\ncsv\njson'
mkdir -p "$work/.config/nymble-tui/themes"
: >"$work/.config/nymble-tui/themes/lighthouse.theme"
is "themes" "$(words --theme li)" $'light\nlighthouse'
is "the file of a theme" "$(words --theme ./)" :files
is "profiles" "$(words --profile '')" $'northpoint\nharbour'
is "profiles of another file" "$(words --config /dev/null --profile '')" ''
is "files" "$(words --config '')" :files
is "behind -- there are no options" "$(words -- -)" ''

# --- bash ---

in_bash() { # line
	bash --norc --noprofile -c '
		source "$1"
		compopt() { :; }
		COMP_LINE=$2 COMP_POINT=${#2}
		_nymble_tui
		printf "%s\n" "${COMPREPLY[@]}"' - "$scripts/nymble-tui" "$1"
}
has "bash: verbs" "$(in_bash 'nymble-tui ')" list get
is "bash: behind a colon" "$(in_bash 'nymble-tui list customers --filter active:no')" notequals:
is "bash: behind =" "$(in_bash 'nymble-tui list customers --format=js')" json
is "bash: files" "$(in_bash 'nymble-tui --config pri')" prices.csv

# --- zsh ---

in_zsh() { # words...
	zsh -f -c '
		_call_program() { shift; eval "$@"; }
		_describe() { print -rl -- ${(P)2}; }
		_files() { print files; }
		script=$1; shift
		words=("$@") CURRENT=$#
		source $script' - "$scripts/_nymble-tui" nymble-tui "$@"
}
if command -v zsh >/dev/null; then
	has "zsh: verbs" "$(in_zsh '')" "list:Print all records that match"
	is "zsh: colons" "$(in_zsh list customers --filter terms:st)" 'terms\:startswith\::'
	is "zsh: files" "$(in_zsh --config '')" files
else
	skip "zsh" "not installed"
fi

# --- fish ---

in_fish() { # line
	fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$scripts/nymble-tui.fish" "$1"
}
if command -v fish >/dev/null; then
	has "fish: verbs" "$(in_fish 'nymble-tui ')" $'list\tPrint all records that match'
	is "fish: fields" "$(in_fish 'nymble-tui list customers --filter companyN')" $'companyName:\tCompany name'
	is "fish: files" "$(in_fish 'nymble-tui --config pri')" prices.csv
else
	skip "fish" "not installed"
fi

echo "1..$count"
[ $failed -eq 0 ]
