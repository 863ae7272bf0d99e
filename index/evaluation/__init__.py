"""How good is it, beside the others?"""
