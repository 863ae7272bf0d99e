"""What a message says: read once, here, from everything that it may consist of."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import discord

from bot.wording.file_names import chosen_name

Said: TypeAlias = discord.Message | discord.MessageSnapshot

_MARKUP: Final = re.compile(
    r"<(?:[@#][!&]?\d+|a?:\w+:\d+|/[^>]+:\d+|t:-?\d+(?::\w)?|id:\w+)>|(?<!\w)@(?:everyone|here)\b"
)
_MENTION: Final = re.compile(r"<[@#][!&]?\d+>")
_MASKED: Final = re.compile(r"\[([^\]\n]+)\]\(<?\w+://[^)\s]*(?:\s+[\"'(][^)\n]*)?\)")
_MARKS: Final = re.compile(
    r"\\(?=[\W_])|\*\*|~~|\|\||```(?:\w+\n)?|`"
    r"|^[ \t]*(?:#{1,3}|-#|>>>|>)[ \t]+",
    re.MULTILINE,
)
"""What Discord shows as bold, struck through, hidden, code, a heading or a quotation."""
_CODE: Final = re.compile(r"(`+).+?(?<!`)\1(?!`)", re.DOTALL)
_QUOTED: Final = re.compile(r"^[ \t]*(?:>>> [\s\S]*|> .*$)", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=\S)__")
_ADDRESS: Final = re.compile(
    r"<?\b(?:(?:https?|steam|discord|ftp)://|www\.\w|(?:[\w-]+\.)+[a-z]{2,}/)\S*", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W_]")


def words_of(message: Said) -> str:
    """Everything that a message says; of an attachment its name, if there is no more."""
    return _joined((own_words_of(message), _displayed(message))) or _attached(message)


def own_words_of(message: Said) -> str:
    """What the writer typed, without mentions and addresses."""
    return _plain(message.content)


def names(message: discord.Message, person: int) -> bool:
    """Whether a message mentions somebody: not in code, where Discord sees no mention, and not in
    what it quotes of others, unless it says nothing besides.
    """
    said = _CODE.sub(" ", message.content)
    besides = _QUOTED.sub(" ", said)
    counts = besides if _plain(besides) else said
    return re.search(rf"<@!?{person}>", counts) is not None


def quoted_in(message: discord.Message) -> tuple[str, str]:
    """What the writer quotes of others, line by line, and what they say besides."""
    content = message.content
    quoted = "\n".join(_QUOTED.findall(content))
    return _plain(quoted), _plain(_QUOTED.sub(" ", content))


def shown_by(message: Said) -> str:
    """What a message shows beside typed words; of an attachment its name, if nothing else."""
    return _displayed(message) or _attached(message)


def title_of(message: discord.Message) -> str:
    """The title of the forum post or thread that a message stands in."""
    return _plain(message.channel.name) if isinstance(message.channel, discord.Thread) else ""


def opens_post(message: discord.Message) -> bool:
    """Whether this is the first message of a forum post, which shares the post's id."""
    channel = message.channel
    return isinstance(channel, discord.Thread) and channel.id == message.id


def has_signs(message: discord.Message, *, files: bool) -> bool:
    """Whether a message without words shows an emoji or a sticker, or where they count, a file."""
    content = _MENTION.sub(" ", message.content)
    if files and message.attachments:
        return True
    return bool(message.stickers) or bool(
        (content if files else _ADDRESS.sub(" ", content)).strip()
    )


def replied_to(message: Said) -> discord.Message | None:
    """The message that this one replies to, where Discord has sent it along."""
    reference = getattr(message, "reference", None)
    resolved = reference.resolved if reference is not None else None
    return resolved if isinstance(resolved, discord.Message) else None


def _displayed(message: Said) -> str:
    parts = [
        *(words_of(snapshot) for snapshot in getattr(message, "message_snapshots", ())),
        *(words_of(start) for start in _starts_thread(message)),
        *(_embed(embed) for embed in message.embeds),
        *_components(message.components),
        *_poll(getattr(message, "poll", None)),
    ]
    return _joined(map(_plain, parts))


def _attached(message: Said) -> str:
    return _joined(_attachment(each) for each in message.attachments)


def _starts_thread(message: Said) -> Iterator[discord.Message]:
    """The message that a thread was started from: what stands first in it only refers to that."""
    start = replied_to(message)
    if start is not None and message.type is discord.MessageType.thread_starter_message:
        yield start


def _plain(text: str) -> str:
    """Words alone, without what Discord makes of the signs around them."""
    text = _MARKS.sub("", _UNDERLINED.sub(r"\1", _MASKED.sub(r"\1", text)))
    text = _ADDRESS.sub(" ", _MARKUP.sub(" ", text))
    return " ".join(text.split())


def _embed(embed: discord.Embed) -> str:
    """The words of an embed or a link's preview; who made it only where it says nothing else."""
    said = [embed.title, embed.description]
    said += [text for field in embed.fields for text in (field.name, field.value)]
    return _joined(said) or _joined((embed.author.name, embed.footer.text))


def _components(components: Iterable[object]) -> Iterator[str]:
    """The texts of components, top to bottom, and what describes their pictures."""
    for component in components:
        yield from filter(None, (_text(component, "content"), _text(component, "description")))
        for name in ("children", "items"):
            yield from _components(getattr(component, name, ()))
        if (accessory := getattr(component, "accessory", None)) is not None:
            yield from _components((accessory,))


def _text(component: object, name: str) -> str:
    value = getattr(component, name, None)
    return value if isinstance(value, str) else ""


def _poll(poll: discord.Poll | None) -> Iterator[str]:
    if poll is not None:
        yield poll.question
        yield from (answer.text for answer in poll.answers)


def _attachment(attachment: discord.Attachment) -> str:
    """What is said of a picture, else the name of the file where somebody has chosen it."""
    if attachment.description:
        return attachment.description
    return chosen_name(attachment.title or attachment.filename)


def _joined(parts: Iterable[str | None]) -> str:
    """The parts that have words, each once."""
    found = [" ".join(part.split()) for part in parts if part and _WORD.search(part)]
    return " ".join(dict.fromkeys(found))
