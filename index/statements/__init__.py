"""Who says what, and is it denied or confirmed? Words of denial, of confirmation and of saying."""
