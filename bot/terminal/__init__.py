"""What does the command line print? Answers in, lines out."""
