"""Where may a quote begin and end?"""
