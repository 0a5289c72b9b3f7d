# The same client without a screen.
