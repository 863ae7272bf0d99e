"""Bytes to text."""


class UndecodableError(ValueError):
    """Bytes that are not text, or text that is damaged; the message is the reason."""


def decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UndecodableError(str(error)) from None
