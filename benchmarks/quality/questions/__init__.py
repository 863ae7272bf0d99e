"""Are natural questions over small corpora answered, and near misses not?"""
