"""A reindex as Discord shows it: how far it is, and what it did."""

from bot.messages.cards import Card
from bot.wording.markdown import escape, subtext
from bot.wording.phrases import SEPARATOR, duration
from bot.wording.state import progress_line, report_lines
from bot.wording.voice import Voice
from index.reports import Progress, ReindexReport

_CELLS = 20
_NAMES_SHOWN = 5
_NAME, _REASON = 60, 90  # characters


def progress_card(progress: Progress | None, elapsed: float, voice: Voice, *, full: bool) -> Card:
    """A bar, the documents and passages so far, and the time it has taken."""
    title = f"### {voice('admin.reindex_full' if full else 'admin.reindex_title')}"
    state = voice("admin.starting")
    if progress is not None:
        state = SEPARATOR.join((progress_line(progress, voice), duration(elapsed)))
    lines = [title, f"`{bar(progress)}`", state, subtext(voice("admin.serving"))]
    return Card(("\n".join(lines),))


def bar(progress: Progress | None) -> str:
    """Twenty cells, filled in proportion; empty while the total is not known."""
    share = progress.done / progress.total if progress and progress.total else 0
    filled = min(_CELLS, int(share * _CELLS))
    return "█" * filled + "░" * (_CELLS - filled)


def report_card(report: ReindexReport, voice: Voice) -> tuple[Card, str | None]:
    """The report, and all its names as a text to attach where the card cannot name them all."""
    done, *counts = report_lines(report, voice)
    lists = _lists(report, voice)
    long = any(len(items) > _NAMES_SHOWN for items in lists.values()) or any(
        len(name) > _NAME or len(reason) > _REASON
        for items in lists.values()
        for name, reason in items
    )
    texts = ["\n".join((f"### {done}", *counts))]
    texts.extend(_section(key, items, voice) for key, items in lists.items() if items)
    if long:
        texts.append(subtext(voice("admin.attached")))
    return Card(tuple(texts)), _attachment(lists, voice) if long else None


def attachment(text: str, limit: int) -> bytes:
    """The text as a file of at most ``limit`` bytes; whole lines go, and an ellipsis says so."""
    data = text.encode("utf-8", "replace")
    if len(data) <= limit:
        return data
    ellipsis = "\n…\n".encode()
    return data[: limit - len(ellipsis)].rpartition(b"\n")[0] + ellipsis


def _lists(report: ReindexReport, voice: Voice) -> dict[str, list[tuple[str, str]]]:
    """Names with reasons, which only unreadable files and warnings have."""
    return {
        "added": [(name, "") for name in report.added],
        "changed": [(name, "") for name in report.changed],
        "removed": [(name, "") for name in report.removed],
        "unreadable": [(item.file, voice.fact(item.reason)) for item in report.unreadable],
        "warnings": [(item.file, voice.fact(item.reason)) for item in report.warnings],
    }


def _section(key: str, items: list[tuple[str, str]], voice: Voice) -> str:
    lines = [f"**{voice(f'admin.{key}')}**"]
    for name, reason in items[:_NAMES_SHOWN]:
        why = f": {escape(voice.clipped(reason, _REASON))}" if reason else ""
        lines.append(f"- {escape(voice.clipped(name, _NAME))}{why}")
    if len(items) > _NAMES_SHOWN:
        lines.append(f"- {voice('ellipsis')}")
    return "\n".join(lines)


def _attachment(lists: dict[str, list[tuple[str, str]]], voice: Voice) -> str:
    lines: list[str] = []
    for key, items in lists.items():
        if items:
            lines.append(f"{voice(f'admin.{key}')} ({len(items)})")
            lines.extend(f"  {name}: {reason}" if reason else f"  {name}" for name, reason in items)
            lines.append("")
    return "\n".join(lines)
