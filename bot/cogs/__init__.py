"""One module per group of Discord commands."""
