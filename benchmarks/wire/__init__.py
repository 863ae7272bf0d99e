"""How soon does an answer stand in Discord?"""
