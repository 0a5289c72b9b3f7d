# The product's screens.
