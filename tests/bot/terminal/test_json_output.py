"""The JSON contract of design: exact key names and types, unknown things as null."""

import json
from datetime import UTC, date, datetime

import pytest

from bot.terminal.json_output import answer_json, catalogue_json, report_json, status_json
from corpus.model import Source
from index.answers import Answer, Catalogue, Holding, Question, Suggestion, Unreadable, Why
from index.reports import ReindexReport, Status
from tests.bot.made import NASTY, also_in, made_answer, made_quote, stated_day


def as_read(value: object) -> dict[str, object]:
    """What a program that reads our output gets."""
    read = json.loads(json.dumps(value, allow_nan=False))
    assert isinstance(read, dict)
    return read


def test_an_answer_has_exactly_the_keys_of_the_contract() -> None:
    quote = made_quote("Nov. 5", stated=(stated_day(resolved=True),), also_in=(also_in("b.md"),))
    assert as_read(answer_json(made_answer(quote, elapsed_ms=2))) == {
        "question": "Who denied it?",
        "answered": True,
        "outcome": "answered",
        "reason": None,
        "missing_terms": [],
        "index_version": "v1",
        "elapsed_ms": 2.0,
        "filters": {"sources": [], "since": None, "until": None},
        "passages": [
            {
                "quote_id": "q1",
                "text": "Nov. 5",
                "document": "wire/denials.md",
                "sha256": quote.passage.sha256,
                "start": 10,
                "end": 16,
                "title": "Fighters and denials",
                "publisher": "Sample Wire",
                "author": None,
                "url": None,
                "section": None,
                "page": None,
                "speaker": None,
                "published": "2020-10-01",
                "published_from": "given",
                "stated_dates": [{"text": "Nov. 5", "date": "2020-11-05", "year_from": "document"}],
                "score": 3.5,
                "coverage": 0.75,
                "matched_terms": ["lavrov"],
                "also_in": [
                    {
                        "document": "b.md",
                        "title": "Fighters and denials",
                        "publisher": "Sample Wire",
                        "published": "2020-10-01",
                    }
                ],
            }
        ],
        "closest": [],
    }


def test_closest_passages_are_none_of_an_answer() -> None:
    """They stand apart, each with what it lacks; a program that reads ``passages`` gets none."""
    near = made_quote("x", lacks=("Finland",))
    read = as_read(answer_json(made_answer(closest=(near,))))
    assert (read["answered"], read["outcome"], read["passages"]) == (False, "closest", [])
    as_answer = as_read(answer_json(made_answer(near)))["passages"]
    assert read["closest"] == [{**as_answer[0], "lacks": ["Finland"]}]  # type: ignore[index]


def test_what_is_unknown_is_null() -> None:
    passage = answer_json(made_answer(made_quote("x", source=Source())))["passages"][0]  # type: ignore[index,call-overload]
    names = ("title", "publisher", "author", "url", "published", "published_from")
    assert [passage[name] for name in names] == [None] * 6  # type: ignore[index,call-overload]


def test_a_stated_day_without_a_known_year_is_left_to_the_text() -> None:
    quote = made_quote("Nov. 5", stated=(stated_day(resolved=False),))
    assert answer_json(made_answer(quote))["passages"][0]["stated_dates"] == []  # type: ignore[index,call-overload]


@pytest.mark.parametrize("text", NASTY)
def test_text_survives_json_to_the_letter(text: str) -> None:
    read = as_read(answer_json(made_answer(made_quote(text))))
    assert read["passages"][0]["text"] == text  # type: ignore[index]


def test_filters_are_the_resolved_days() -> None:
    question = Question("x", ("Asbarez",), date(2020, 10, 1), date(2020, 10, 31))
    read = as_read(answer_json(Answer(question, False, "v1", why=Why.NO_MATCH)))
    assert read["filters"] == {
        "sources": ["Asbarez"],
        "since": "2020-10-01",
        "until": "2020-10-31",
    }


def test_beside_an_answer_the_reason_says_what_was_changed_or_left_out() -> None:
    applied = Suggestion("Narishkin", ("Naryshkin",), applied=True)
    answer = made_answer(made_quote("x"), undated_left_out=3, suggestions=(applied,))
    reason = str(as_read(answer_json(answer))["reason"])
    assert "instead of “Narishkin”" in reason
    assert "3 matching undated passages were left out" in reason


def test_sources_have_exactly_the_keys_of_the_contract() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    held = Holding("a.md", Source(title="T"), "ab" * 32, 120, 2, moment)
    read = as_read(catalogue_json(Catalogue("v1", (held,), (Unreadable("b.png", "binary"),))))
    assert read == {
        "sources": [
            {
                "document": "a.md",
                "title": "T",
                "publisher": None,
                "author": None,
                "url": None,
                "published": None,
                "published_from": None,
                "passages": 2,
                "characters": 120,
                "sha256": "ab" * 32,
                "indexed_at": "2026-01-02T03:04:05+00:00",
            }
        ],
        "unreadable": [{"file": "b.png", "reason": "binary"}],
    }


def test_a_report_has_exactly_the_keys_of_the_contract() -> None:
    report = ReindexReport("v2", ("a",), ("b",), ("c",), (Unreadable("d", "empty"),), 2, 9, 1)
    assert as_read(report_json(report)) == {
        "index_version": "v2",
        "added": ["a"],
        "changed": ["b"],
        "removed": ["c"],
        "unreadable": [{"file": "d", "reason": "empty"}],
        "warnings": [],
        "documents": 2,
        "passages": 9,
        "seconds": 1.0,
    }


def test_a_status_names_every_field() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    read = as_read(status_json(Status("v1", moment, 1, 2, 3, 0, 4096, "english", False)))
    assert set(read) == set(Status.__dataclass_fields__)
