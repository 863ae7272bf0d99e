"""Reading what the bot sent, however it is laid out."""

from collections.abc import Iterator


def words(value: object) -> Iterator[str]:
    """Every string anywhere in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from words(inner)


def says(value: object, text: str) -> bool:
    """Whether a reader of the message sees ``text`` in it."""
    # Emphasis is Markdown and not part of the text.
    return text in " ".join(words(value)).replace("**", "").replace("__", "")
