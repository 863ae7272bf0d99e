"""What changed, and how is a version made?"""
