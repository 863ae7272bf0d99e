"""How good is it, compared with the others?"""
