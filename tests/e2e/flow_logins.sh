#!/bin/sh
# The logins of Flow Retail where nobody can be asked, against the real sandbox: each kind, its tenant, what is
# missing or refused, what is kept and for whom. Prints TAP.
# SPDX-License-Identifier: ISC
# shellcheck source=tests/e2e/shell.sh
. "$(dirname "$0")/shell.sh"

start_sandbox --customers 40 --products 5 --log "$work/requests"
use_flow
unset NYMBLE_API FLOW_TENANT FLOW_TOKEN
url=$NYMBLE_URL
unset NYMBLE_URL
XDG_RUNTIME_DIR=$work/run
mkdir "$XDG_RUNTIME_DIR"
export XDG_RUNTIME_DIR

device=sandbox-flow-device-bergen
password=sandbox-secret
nordlys=tnt-nordlys
fjell=tnt-fjellheim

cat >"$work/config" <<END
profile integration { api = flow  url = "$url" }
profile till { api = flow  url = "$url"  flow-auth = device  user-code = 118
	device-token-command = "echo $device"  secret-command = "echo $password" }
profile user { api = flow  url = "$url"  flow-auth = user }
END

list() { # profile more...
	profile=$1
	shift
	run --config "$work/config" --profile "$profile" list customers --limit 1 --format json "$@"
}

seen=1
asked() { # method path: how many requests of it there were since the last look
	from=$seen
	seen=$(($(wc -l <"$work/requests") + 1))
	times=$(tail -n "+$from" "$work/requests" | grep "\"method\":\"$1\"" | grep -c "\"target\":\"$2\"")
}

fails() { # name message: of the last one
	is "$1" "$status $err" "1 nymble-tui: $2"
}

# --- an integration token ---

FLOW_TOKEN=sandbox-flow-integration-nordlys list integration
has "an integration token lists its tenant" "$status $out" '0 ['
FLOW_TOKEN=sandbox-flow-integration-nordlys list integration --tenant $fjell
is "and no other" "$status" 1
FLOW_TOKEN=wrong list integration
fails "one that is refused is called that" "The service does not accept this token."
list integration
fails "without one all ways are named" \
	"No credentials: set FLOW_TOKEN, or FLOW_USER_CODE, FLOW_DEVICE_TOKEN and FLOW_PASSWORD; --sandbox needs none"
NYMBLE_TOKEN=x list integration
has "a token of the other service is none" "$status $err" "1 nymble-tui: No credentials"
is "what is used as it is, is not kept" "$(find "$XDG_RUNTIME_DIR" -type f | wc -l | tr -d ' ')" 0

# --- a user at a device ---

list till
has "commands say device token and password" "$status $out" '0 ['
list till
asked POST /v2/account
is "the token is kept for the next run" "$status $times" "0 1"
is "for its owner alone" "$(find "$XDG_RUNTIME_DIR" -type f -perm 600 | wc -l | tr -d ' ')" 1
FLOW_USER_CODE=131 list till
asked POST /v2/account
is "somebody else gets another" "$status $times" "0 1"
FLOW_PASSWORD=nonsense FLOW_USER_CODE=120 list till
fails "a wrong password" "The service does not accept this login: User code or password is wrong."
FLOW_USER_CODE=142 list till
fails "somebody who is not active" "The service does not accept this login: The user is not active."
list till --tenant $fjell
fails "a device is of one tenant" "This login is for the tenant $nordlys, not for $fjell."
FLOW_DEVICE_TOKEN=$device list integration
fails "what is missing besides is named" "The login is incomplete: set also FLOW_USER_CODE, FLOW_PASSWORD"
FLOW_DEVICE_TOKEN=$device FLOW_USER_CODE=118 FLOW_PASSWORD=$password list integration
has "the environment alone will do" "$status $out" '0 ['

# --- a user's token ---

ingrid=sandbox-flow-auth-ingrid
FLOW_TOKEN=$ingrid list user
fails "several tenants are named, with how to say one" \
	"This login reaches several tenants: $nordlys (Nordlys Sport), $fjell (Fjellheim Interiør). Say which one by --tenant or FLOW_TENANT."
FLOW_TOKEN=$ingrid list user --tenant $fjell
asked POST /v2/tenants/$fjell/account
is "--tenant says one" "$status $times" "0 1"
FLOW_TOKEN=$ingrid FLOW_TENANT=$nordlys list user
asked POST /v2/tenants/$nordlys/account
is "FLOW_TENANT too, and each has its own token" "$status $times" "0 1"
FLOW_TOKEN=$ingrid FLOW_TENANT=$nordlys list user --tenant $fjell
asked POST "/v2/.*"
is "the option goes first, its token is still there" "$status $times" "0 0"
FLOW_TOKEN=sandbox-flow-auth-mikkel FLOW_TENANT=$nordlys list user
asked POST /v2/tenants/$nordlys/account
is "which is nobody else's" "$status $times" "0 1"
FLOW_TOKEN=sandbox-flow-auth-asa list user
has "of one tenant it is taken" "$status $out" '0 ['
FLOW_TOKEN=sandbox-flow-auth-asa list user --tenant $nordlys
has "one that is not reached is named" "$status $err" "1 nymble-tui: Tenant $nordlys: This login may not work there"
FLOW_TOKEN=sandbox-flow-auth-paivi list user
fails "who is not active anywhere" "This user is not active in Nordlys Sport."

# --- secrets ---

is "no secret is in a file" "$(grep -rlE "$device|$password|$ingrid" "$work/run" "$work/.local" 2>/dev/null)" ""
is "nor in what the service logged" "$(grep -cE "$device|$password|$ingrid" "$work/requests")" 0

# --- options ---

refuses "--tenant is of a service that has them" 2 "tenant x: Nymble Commerce knows no such thing" \
	--url "$url" --tenant x list customers
refuses "and looks like one" 2 "tenant is a b, but takes letters, digits, - and _" \
	--api flow --url "$url" --tenant "a b" list customers
refuses "an api that nobody knows" 2 "soap is no known api; use one of: nymble, flow" --api soap list customers
run --sandbox --api flow --store store-bergen list customers --limit 1 --format csv
has "the sandbox needs nothing" "$status $out" "0 customerUid,"
is "and keeps no token" "$(find "$XDG_RUNTIME_DIR" -name 'token-*' -newer "$work/requests" | wc -l | tr -d ' ')" 0

finish
