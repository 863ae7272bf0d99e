"""In which words is it said? The same words for Discord and the terminal, in every language."""
