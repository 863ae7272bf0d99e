"""The state of the index and of the process, on one card."""

import math
import os
import re
import resource
import sys
import time
from pathlib import Path

from bot.desk.desk import Desk, DeskBot, owners
from bot.messages.cards import Card
from bot.messages.feedback_cards import feedback_lines
from bot.wording import phrases
from bot.wording.markdown import escape
from bot.wording.state import changes, index_lines
from bot.wording.voice import Voice
from index.errors import IndexMissingError
from index.store.records import AuditEntry

_STATM = Path("/proc/self/statm")
_COUNTS = re.compile(r"\+(\d+) ~(\d+) -(\d+) !(\d+)")
"""How the audit says what a reindex changed."""
_RUNS = {"done", "failed"}
_DETAIL = 200
_LOOKED_AT = 200  # newest audit entries among which the last run is looked for


async def status_card(bot: DeskBot, voice: Voice) -> Card:
    """Index, process, gateway, the last reindex, and what people made of the answers."""
    texts = [f"### {voice('status.title')}\n" + "\n".join(await _index(bot.desk, voice))]
    texts.append("\n".join((_process(bot, voice), voice.count("status.servers", len(bot.guilds)))))
    texts.append(await _last_run(bot, voice))
    texts.append("\n".join(await feedback_lines(bot.desk, voice)))
    return Card(tuple(texts))


def memory_bytes() -> int:
    """Resident memory now where Linux tells it, else the most that it ever was."""
    if _STATM.exists():
        return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


async def _index(desk: Desk, voice: Voice) -> list[str]:
    try:
        status = await desk.library.status()
    except IndexMissingError:
        return [voice("refusal.no_index")]
    return list(index_lines(status, voice))


def _process(bot: DeskBot, voice: Voice) -> str:
    latency = f"{voice.number(round(bot.latency * 1000))} ms" if math.isfinite(bot.latency) else "–"
    return voice(
        "status.process",
        memory=phrases.size(memory_bytes(), voice),
        uptime=phrases.duration(time.monotonic() - bot.desk.started),
        latency=latency,
    )


async def _last_run(bot: DeskBot, voice: Voice) -> str:
    trail = await bot.desk.records.audit_trail(_LOOKED_AT)
    last = next((e for e in trail if e.action == "reindex" and e.outcome in _RUNS), None)
    if last is None:
        return voice("status.last_none")
    return voice(
        "status.last",
        outcome=voice(f"outcome.{last.outcome}"),
        age=phrases.age(last.at, voice),
        person=_person(last, bot, voice),
        detail=f"({_detail(last.detail, voice)})" if last.detail else "",
    ).rstrip()


def _detail(detail: str, voice: Voice) -> str:
    """What a reindex changed, or why it failed."""
    if counts := _COUNTS.fullmatch(detail):
        return changes(map(int, counts.groups()), voice)
    return escape(voice.clipped(detail, _DETAIL))


def _person(entry: AuditEntry, bot: DeskBot, voice: Voice) -> str:
    """Who it was, if the pseudonym is that of an admin known by name."""
    for person in owners(bot) | bot.desk.settings.admin_users:
        if bot.desk.records.pseudonym(str(person)) == entry.person:
            return f"<@{person}>"
    return voice("status.someone")
