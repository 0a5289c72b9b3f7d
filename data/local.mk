# What is installed beside the programs.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = data/completions/nymble-tui
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = data/completions/_nymble-tui
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_fishcompletion_DATA = data/completions/nymble-tui.fish
themesdir = $(pkgdatadir)/themes
dist_themes_DATA = data/themes/amber.theme data/themes/dusk.theme data/themes/paper.theme
