"""How fast is it, and how large?"""
