"""Who says, denies or confirms what, and when: sentences labelled before any rule was written."""
