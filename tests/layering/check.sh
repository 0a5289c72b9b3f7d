#!/bin/sh
# Proves from the sources who includes whom (HACKING, "Who may include whom"). Prints TAP.
# SPDX-License-Identifier: ISC
cd "${TOP_SRCDIR:-$(dirname "$0")/../..}/src" || exit 99

# FILE <header> or FILE "header", a line for each include below src/
find . -name '*.[ch]' | sed 's|^\./||' | sort |
	xargs grep -EH '^[[:space:]]*#[[:space:]]*include' |
	sed -E 's/^([^:]+):[^<"]*([<"])([^>"]+).*/\1 \2\3/' |
awk '
BEGIN {
	# What a folder may include, besides itself.
	may["base"]    = ""
	may["schema"]  = "base"
	may["model"]   = "base schema"
	may["net"]     = "base"
	may["api"]     = "base schema model net"
	may["store"]   = "base schema model net api"
	may["work"]    = "base schema model net api store"
	may["ui"]      = "base schema"
	may["screens"] = "base schema model net api store work ui"
	may["cli"]     = "base schema model net api store work"
	may["plain"]   = "base schema model net api store work"
	may["sandbox"] = "base schema model"

	# One library, one door: which header, where it may stand, in how many files.
	doors = split("curses curl cJSON sqlite3 microhttpd confuse jwt openssl unistring csv", door)
	header["curses"]     = "^(ncursesw/)?(n?curses|term|panel|menu|form)\\.h$"; where["curses"] = "^ui/"
	header["curl"]       = "^curl/";               where["curl"]       = "^net/"
	header["cJSON"]      = "^cjson/";              where["cJSON"]      = "^schema/"
	header["sqlite3"]    = "^sqlite3\\.h$";        where["sqlite3"]    = "^sandbox/"
	header["microhttpd"] = "^microhttpd\\.h$";     where["microhttpd"] = "^sandbox/"
	header["confuse"]    = "^confuse\\.h$";        where["confuse"]    = "^store/"
	header["csv"]        = "^csv\\.h$";            where["csv"]        = "^work/csv_read\\.c$"
	header["jwt"]        = "^jwt\\.h$";            where["jwt"]        = "^(api|sandbox)/"
	header["openssl"]    = "^openssl/";            where["openssl"]    = "^base/sha256\\.c$"
	header["unistring"]  = "^uni(str|case|conv|ctype|gbrk|width|norm)\\.h$"; where["unistring"] = "^base/"
}

function folder_of(path) { return index(path, "/") ? substr(path, 1, index(path, "/") - 1) : "" }
function blame(what, text) { wrong[what] = wrong[what] "# " text "\n" }

{
	from = folder_of($1)
	name = substr($2, 2)
	seen[from] = 1
}
$2 ~ /^"/ && from != "" {
	to = folder_of(name)
	if (to == "")
		to = from
	if (to != from && index(" " may[from] " ", " " to " ") == 0)
		blame(from, $1 " includes " name)
}
$2 ~ /^</ {
	for (i = 1; i <= doors; i++)
		if (name ~ header[door[i]]) {
			if ($1 !~ where[door[i]])
				blame(door[i], $1 " includes " name)
			if (door[i] == "jwt" && jwt_file[from]++)
				blame("jwt", $1 " is a second file of src/" from " that includes jwt.h")
		}
}

function result(text, what) {
	count++
	printf "%s %d - %s\n%s", wrong[what] == "" ? "ok" : "not ok", count, text, wrong[what]
	failed += wrong[what] != ""
}

END {
	for (folder in seen)
		if (folder != "" && !(folder in may))
			blame("order", "src/" folder " has no place in tests/layering/check")
	result("every folder has its place in the order", "order")
	n = split("base schema model net api store work ui screens cli plain sandbox", folders)
	for (i = 1; i <= n; i++)
		result("src/" folders[i] " includes nothing but itself, " may[folders[i]], folders[i])
	for (i = 1; i <= doors; i++)
		result(door[i] " is used behind its one door", door[i])
	printf "1..%d\n", count
	exit failed > 0
}'
