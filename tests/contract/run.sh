#!/bin/sh
# The contract tests, as TAP. They need node, and Prism from the lock file in a folder of its own (npm ci
# there, then NYMBLE_CONTRACT_TOOLS names it). Without one of them they are skipped; NYMBLE_CONTRACT_REQUIRED=1
# makes that a failure.
# SPDX-License-Identifier: ISC
here=$(cd "$(dirname "$0")" && pwd)
: "${TOP_SRCDIR:=$here/../..}" "${TOP_BUILDDIR:=$TOP_SRCDIR/build}"
: "${NYMBLE_CONTRACT:=$TOP_SRCDIR/../shared/contract}" "${NYMBLE_CONTRACT_TOOLS:=$here}"
export TOP_BUILDDIR NYMBLE_CONTRACT NYMBLE_CONTRACT_TOOLS

without() {
	if [ "${NYMBLE_CONTRACT_REQUIRED:-0}" = 1 ]; then
		printf '1..1\nnot ok 1 - %s\n' "$1"
		exit 1
	fi
	echo "1..0 # SKIP $1"
	exit 0
}

command -v node >/dev/null 2>&1 || without "node is not installed"
node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 18 || (a == 18 && b >= 20) ? 0 : 1)' ||
	without "node is older than 18.20"
[ -e "$NYMBLE_CONTRACT_TOOLS/node_modules/@stoplight/prism-cli/package.json" ] ||
	without "npm ci was not run in $NYMBLE_CONTRACT_TOOLS"
for contract in nymble flow; do
	[ -e "$NYMBLE_CONTRACT/$contract.openapi.yaml" ] || without "no contract of $contract in $NYMBLE_CONTRACT"
done
exec node "$here/main.js"
