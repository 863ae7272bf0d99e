"""Markdown: the file's own text, with its headings as sections."""

from corpus.formats.draft import Draft
from corpus.front_matter import read_front_matter


def read_markdown(text: str, *, day_first: bool = True) -> Draft:
    """A draft whose text is the file's own, less the front matter."""
    front = read_front_matter(text, day_first=day_first)
    return Draft(text[front.end :], front_matter=front.source)
