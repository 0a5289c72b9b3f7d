# What is remembered: configuration, pages of a list.
