# What the stories told by a shell share: a home of their own, TAP, a sandbox. Read with ".".
# SPDX-License-Identifier: ISC
# shellcheck shell=sh disable=SC2034 # what reads it uses them
set -u

tui=${TOP_BUILDDIR:-.}/src/nymble-tui
sandbox=${TOP_BUILDDIR:-.}/src/nymble-sandbox

work=$(mktemp -d) || exit 1
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

for variable in $(env | sed -n 's/^\(NYMBLE_[A-Z_]*\|FLOW_[A-Z_]*\|XDG_[A-Z_]*\)=.*/\1/p'); do
	unset "$variable"
done
HOME=$work LC_ALL=C.UTF-8
export HOME LC_ALL

# --- TAP ---

count=0
failed=0

result() { # true|false name [what was seen]
	count=$((count + 1))
	if [ "$1" = true ]; then
		echo "ok $count - $2"
	else
		failed=$((failed + 1))
		echo "not ok $count - $2"
		printf '%s\n' "${3-}" | sed 's/^/# /'
	fi
}

is() { # name actual expected
	if [ "$2" = "$3" ]; then result true "$1"; else result false "$1" "got: $2"; fi
}

has() { # name text part
	case $2 in
	*"$3"*) result true "$1" ;;
	*) result false "$1" "no «$3» in: $2" ;;
	esac
}

run() { # arguments; sets out, err and status
	out=$("$tui" "$@" 2>"$work/err" </dev/null)
	status=$?
	err=$(cat "$work/err")
}

# Names the exit status and the whole of standard error in one comparison.
refuses() { # name status message arguments...
	name=$1 wanted="$2 nymble-tui: $3"
	shift 3
	run "$@"
	is "$name" "$status $err" "$wanted"
}

finish() { # the plan, and whether all is well
	echo "1..$count"
	[ "$failed" -eq 0 ]
}

# --- the service ---

# Starts it with these options; sets server, NYMBLE_URL and login.
start_sandbox() {
	mkfifo "$work/said"
	"$sandbox" --port 0 --db :memory: --seed 7 "$@" >"$work/said" 2>"$work/log" &
	server=$!
	exec 3<"$work/said"
	login=
	while [ -z "$login" ] && read -r line <&3; do
		case $line in
		*"listening on "*) NYMBLE_URL=${line##* } ;;
		*": login "*) login=${line#*: login } ;;
		esac
	done
	if [ -z "$login" ]; then
		echo "Bail out! the sandbox did not start: $(cat "$work/log")"
		exit 1
	fi
}

# Of the service that start_sandbox began: its second API, as the first one who may do everything there.
use_flow() {
	login=
	while [ -z "$login" ] && read -r line <&3; do
		case $line in
		*": flow-login "*) login=${line#*: flow-login } ;;
		esac
	done
	NYMBLE_API=flow NYMBLE_URL=$NYMBLE_URL/v2 FLOW_TENANT=$(word tenant) FLOW_TOKEN=$(word integration-token)
	export NYMBLE_API NYMBLE_URL FLOW_TENANT FLOW_TOKEN
}

end_sandbox() {
	kill "$server" && wait "$server" 2>/dev/null
	server=
}

word() { # name: its value in the login line
	printf '%s\n' "$login" | tr ' ' '\n' | sed -n "s/^$1=//p"
}
