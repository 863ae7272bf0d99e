"""How do we say it? Answers in, messages out."""
