# nymble-tui - completion for fish: the program itself knows what can stand where.
# SPDX-License-Identifier: ISC

function __nymble_tui_words
	set -l words (commandline -opc)
	set -l typed (commandline -ct)
	for line in ($words[1] complete $words[2..-1] "$typed" 2>/dev/null)
		if test "$line" = ":files"
			__fish_complete_path "$typed"
		else
			echo $line
		end
	end
end

complete -c nymble-tui -f -a '(__nymble_tui_words)'
