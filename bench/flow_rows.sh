#!/bin/sh
# As many Flow Retail customers as a file: compared with what the sandbox has, and sent through the call for
# many (bench/price_rows.c). Half of the rows are changed, a quarter is new.
# SPDX-License-Identifier: ISC
#
#	flow_rows.sh BUILD_FOLDER [ROWS]
set -eu

build=${1:-.}
rows=${2:-100000}
folder=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$folder XDG_CONFIG_HOME=$folder XDG_STATE_HOME=$folder XDG_DATA_HOME=$folder XDG_RUNTIME_DIR=$folder
export HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME XDG_RUNTIME_DIR

mkfifo "$folder/said"
"$build/src/nymble-sandbox" --port 0 --db "$folder/db" --customers $((rows * 3 / 4)) --products 1 >"$folder/said" &
server=$!
exec 3<"$folder/said"
FLOW_TENANT=
while [ -z "$FLOW_TENANT" ] && read -r line <&3; do
	case $line in
	*"listening on "*) NYMBLE_URL=${line##* }/v2 ;;
	*": flow-login "*)
		FLOW_TENANT=$(printf '%s\n' "$line" | sed 's/.* tenant=\([^ ]*\).*/\1/')
		FLOW_TOKEN=$(printf '%s\n' "$line" | sed 's/.* integration-token=\([^ ]*\).*/\1/')
		;;
	esac
done
NYMBLE_API=flow
export NYMBLE_API NYMBLE_URL FLOW_TENANT FLOW_TOKEN

"$build/src/nymble-tui" list customers --format csv 2>/dev/null | grep '^cus-' |
	awk -F, -v OFS=, '{ print $1, "", NR % 3 ? "seen " NR : "", "", "" }' >"$folder/rows"
{
	echo 'customerUid,externalId,internalNote,firstname,lastname'
	cat "$folder/rows"
	seq "$((rows / 4))" | sed 's/.*/,new-&,,Ola,Moe &/'
} >"$folder/customers.csv"
"$build/bench/price-rows" "$NYMBLE_URL" "$FLOW_TOKEN" "$folder/customers.csv" customers "$FLOW_TENANT"
