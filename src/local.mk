# nymble-tui: main.c only wires.
bin_PROGRAMS += src/nymble-tui
src_nymble_tui_SOURCES = src/main.c
src_nymble_tui_LDADD = src/screens/libscreens.la src/cli/libcli.la src/plain/libplain.la src/store/libstore.la
dist_man_MANS += nymble-tui.1
