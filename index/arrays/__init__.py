"""What is one version on disk?"""
