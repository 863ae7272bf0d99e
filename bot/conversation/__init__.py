"""How does a question become messages, and how do they surely arrive?"""
