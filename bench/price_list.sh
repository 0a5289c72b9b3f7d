#!/bin/sh
# A price list of 100,000 lines, and a tenth as many customers, read and compared with what the sandbox has
# (bench/price_rows.c).
# SPDX-License-Identifier: ISC
#
#	price_list.sh BUILD_FOLDER [LINES]
set -eu

build=${1:-.}
lines=${2:-100000}
folder=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$folder XDG_CONFIG_HOME=$folder XDG_STATE_HOME=$folder XDG_DATA_HOME=$folder XDG_RUNTIME_DIR=$folder
export HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME XDG_RUNTIME_DIR

mkfifo "$folder/said"
"$build/src/nymble-sandbox" --port 0 --db "$folder/db" --customers $((lines / 10)) --products $((lines / 4)) >"$folder/said" &
server=$!
exec 3<"$folder/said"
NYMBLE_API_KEY=
while [ -z "$NYMBLE_API_KEY" ] && read -r line <&3; do
	case $line in
	*"listening on "*) NYMBLE_URL=${line##* } ;;
	*" api-key="*) NYMBLE_API_KEY=$(printf '%s\n' "$line" | sed 's/.* api-key=\([^ ]*\).*/\1/') ;;
	esac
done
export NYMBLE_URL NYMBLE_API_KEY

# Half of them are changed by a cent, and none is where it was: a product's lines are scattered.
"$build/src/nymble-tui" prices export - | sed 1d | head -n "$lines" |
	awk -F, -v OFS=, '{ $4 = NR % 2 ? $4 : $4 + 0.01 } { print NR % 97 " " $0 }' | sort -n -s | cut -d' ' -f2 \
	>"$folder/rows"
{ echo 'sku,tier,atQuantity,price,currency'; cat "$folder/rows"; } >"$folder/prices.csv"
"$build/bench/price-rows" "$NYMBLE_URL" "$NYMBLE_API_KEY" "$folder/prices.csv"

# The columns that a list has: pages are enough to compare them.
"$build/src/nymble-tui" list customers --format csv 2>/dev/null | cut -d, -f1-9 >"$folder/customers.csv"
"$build/bench/price-rows" "$NYMBLE_URL" "$NYMBLE_API_KEY" "$folder/customers.csv" customers
