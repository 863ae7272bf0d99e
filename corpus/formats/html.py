"""HTML."""

from corpus.formats.draft import Draft


def read_html(raw: bytes) -> Draft:
    return Draft(raw.decode())
