"""Which terms does a text have?"""
