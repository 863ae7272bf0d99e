"""Which passages score best?"""
