"""Which passages answer? Documents in, answers out."""
