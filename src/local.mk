# nymble-tui: main.c only wires.
