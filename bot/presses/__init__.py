"""What does a pressed button, a picked option or a filled form do?"""
