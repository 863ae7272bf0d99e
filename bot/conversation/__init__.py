"""How does a question become messages, and how are they sure to arrive?"""
