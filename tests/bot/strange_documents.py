"""Documents whose names and words put a layout to the test, for the pictures."""

import json
from pathlib import Path
from typing import Final

STRANGE: Final = {
    "Longina": (
        "Minutes of the forty-second meeting of the joint commission, with all of its annexes",
        "Standing Secretariat of the Joint Commission for the Supervision of the Ceasefire",
        "Envoy Longina wrote to Kestrel that the second convoy had turned back at the river.",
    ),
    "Qasimi": (
        "رسالة إلى كيستريل",
        "وكالة الأنباء التجريبية",
        "Envoy Qasimi wrote to Kestrel: «عادت القافلة الثانية من النهر».",
    ),
    "Levana": (
        "מכתב אל קסטרל",
        "סוכנות לדוגמה",
        "Envoy Levana wrote to Kestrel: „השיירה השנייה חזרה מן הנהר“.",
    ),
    "Wenling": (
        "致凯斯特雷尔的信",
        "示例通讯社",
        "Envoy Wenling wrote to Kestrel: 第二支车队在河边折返。",
    ),
    "Asterisk": (
        "[Draft] **Letter** to `Kestrel`: 10:30",
        "Desk_of_signs",
        "Envoy Asterisk wrote to Kestrel: **bold** _it_ ||spoiler|| `code` <@1> [a](https://b.c).",
    ),
}
"""Envoys, each with the title, the publisher and the words of a made-up document."""


LINES: Final = 90  # of a document that is longer than a message


def write_strange(folder: Path) -> None:
    """Documents of every shape, which the README's pictures do without."""
    plain = "Envoy Nemo wrote to Kestrel that nobody had signed the letter.\n"
    (folder / "plain.txt").write_text(plain, "utf-8")
    said = "; ".join(f"article {number} of the treaty of the river" for number in range(LINES))
    front = 'title: "The recital"\npublisher: "Sample Wire"\npublished: 2020-10-07'
    recital = f"---\n{front}\n---\nEnvoy Protocol recited to Kestrel {said}.\n"
    (folder / "recital.md").write_text(recital, "utf-8")
    for name, (title, publisher, words) in STRANGE.items():
        known = {"title": title, "publisher": publisher, "published": "2021-01-10"}
        known["url"] = f"https://www.standing-secretariat.example.org/{name}"
        front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in known.items())
        (folder / f"{name}.md").write_text(f"---\n{front}---\n{words}\n", "utf-8")
