"""The state of the index and of the process, on one card."""

import math
import time

from bot.desk.desk import Desk, DeskBot, owners
from bot.desk.machine import memory_bytes
from bot.messages import phrases
from bot.messages.cards import Card
from bot.messages.markdown import escape
from bot.translation import Voice
from index.answers import IndexMissingError
from index.store.records import AuditEntry

_RUNS = {"done", "failed"}
_DETAIL = 200
_LOOKED_AT = 200  # newest audit entries among which the last run is looked for


async def status_card(bot: DeskBot, voice: Voice) -> Card:
    """Index, process, gateway and the last reindex."""
    texts = [f"### {voice('status.title')}\n" + "\n".join(await _index(bot.desk, voice))]
    texts.append("\n".join((_process(bot, voice), voice.count("status.servers", len(bot.guilds)))))
    texts.append(await _last_run(bot, voice))
    return Card(tuple(texts))


def size(count: int) -> str:
    """A size in decimal units, such as ``1.2 MB``."""
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= scale:
            return f"{count / scale:.1f} {unit}"
    return f"{count} B"


async def _index(desk: Desk, voice: Voice) -> list[str]:
    try:
        status = await desk.library.status()
    except IndexMissingError:
        return [voice("refusal.no_index")]
    age = phrases.age(status.built_at, voice)
    state = voice("status.stale" if status.stale else "status.fresh")
    return [
        f"{voice('status.index', version=status.index_version, age=age)} · {state}",
        voice(
            "status.held",
            documents=voice.number(status.documents),
            passages=voice.number(status.passages),
            terms=voice.number(status.terms),
            unreadable=voice.number(status.unreadable),
        ),
        voice("status.size", size=size(status.index_bytes), language=status.language),
    ]


def _process(bot: DeskBot, voice: Voice) -> str:
    latency = f"{bot.latency * 1000:.0f} ms" if math.isfinite(bot.latency) else "–"
    return voice(
        "status.process",
        memory=size(memory_bytes()),
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
        detail=f"({escape(phrases.clipped(last.detail, _DETAIL, voice))})" if last.detail else "",
    ).rstrip()


def _person(entry: AuditEntry, bot: DeskBot, voice: Voice) -> str:
    """Who it was, if the pseudonym is that of an admin known by name."""
    for person in owners(bot) | bot.desk.settings.admin_users:
        if bot.desk.records.pseudonym(str(person)) == entry.person:
            return f"<@{person}>"
    return voice("status.someone")
