"""Whom does the bot serve, by which rules, and with what?"""
