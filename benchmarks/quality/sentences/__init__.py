"""How well are sentence ends found? ``python -m benchmarks.quality.sentences``."""
