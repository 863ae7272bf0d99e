"""Is it enough, is it the same quote, does it still stand?"""
