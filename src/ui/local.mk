# The terminal toolkit. Knows no customer and no HTTP.
