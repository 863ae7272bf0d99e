"""What does it take to run on Discord, and to stop?"""
