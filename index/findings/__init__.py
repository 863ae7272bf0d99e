"""What is told of a question besides an answer? Timelines, sides, news; values, no work."""
