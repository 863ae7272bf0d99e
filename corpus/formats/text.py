"""Plain text: the file's own text, its heading, byline, sections and pages."""

import re

from corpus.formats.draft import Draft
from corpus.front_matter import read_front_matter


def read_text(text: str, *, day_first: bool = True) -> Draft:
    """A draft whose text is the file's own, less the front matter."""
    front = read_front_matter(text, day_first=day_first)
    body = text[front.end :]
    pages = tuple(match.end() for match in re.finditer("\f", body))
    return Draft(body, pages=pages, front_matter=front.source)
