# nymble-tui: main.c only wires.
dist_man_MANS += nymble-tui.1
