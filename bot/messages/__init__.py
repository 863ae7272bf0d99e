"""What does a message in Discord look like? Answers in, cards and controls out."""
