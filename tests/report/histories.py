"""Histories to render: one with everything in it, one hostile, and a strategy that makes any."""

from __future__ import annotations

import datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from nemogen.findings import Finding, Level
from nemogen.report import State, Subject
from nemogen.report.history import Content, History, Replay, Row
from tests.report.samples import ADDITIVE, BREAKING, DOCS, FINDINGS, POISON, SUBJECTS, TEXTS

DANGLING = Finding("reference-dangling", Level.RISKY, "the reference #/x leads nowhere", count=4)
NOTE = Finding("api-version-not-bumped", Level.NOTE, "the version is still 1.0")
WORKS = Replay(
    (
        Subject("generated", State.DONE, "62 files"),
        Subject("source", State.BREAKING, findings=(BREAKING,)),
        Subject("imports", State.UP_TO_DATE),
        Subject("types", State.UP_TO_DATE),
        Subject("recordings", State.OK, "13 recordings"),
    ),
    "0.2.0",
    unused=3,
)
FAILS = Replay((Subject("generated", State.AT_FAULT, "two operations want one name"),))


def day(number: int) -> datetime.datetime:
    return datetime.datetime(2026, 1, 1, 12, 30, tzinfo=datetime.UTC) + datetime.timedelta(days=30 * number)


FULL = History(
    "pets",
    "docs/pets.json in owner/docs, branch main",
    (
        Row("a" * 40, day(0), "pets.json", Content.NO_OPENAPI, 900, "paths is a JSON list", is_first=True),
        Row("b" * 40, day(1), "pets.json", Content.DOCUMENT, 1_742_000, changes=(ADDITIVE,), replay=WORKS),
        Row("c" * 40, day(2), "pets.json", Content.DOCUMENT, 12_345, changes=(BREAKING, DOCS, NOTE), replay=FAILS),
        Row("d" * 40, day(3), "v2/pets.json", Content.DOCUMENT, 12_345, changes=(NOTE,), moved_from="pets.json"),
        Row("e" * 40, day(4), "v2/pets.json", Content.OTHER_API, 5_000, "it has GET /cars", (BREAKING,)),
        Row("f" * 40, day(5), "v2/pets.json", Content.REMOVED),
        Row("0" * 40, day(6), "v2/pets.json", Content.NOT_READ, why="no answer"),
        Row("1" * 40, None, "v2/pets.json", Content.DOCUMENT, 12_000, changes=(DOCS,), faults=(DANGLING,)),
    ),
    "https://github.com/owner/docs/commit/",
    "the clone is shallow",
)

BAD = Finding(id=POISON, level=Level.RISKY, message=POISON, area=POISON, operation=POISON, key=POISON)
HOSTILE = History(
    POISON,
    POISON,
    (
        Row(
            POISON, day(0), POISON, Content.OTHER_API, 7, POISON, (BAD,), (BAD,), POISON,
            replay=Replay((Subject(POISON, State.BROKEN, POISON, (BAD,)),), POISON),
        ),
    ),
    incomplete=POISON,
)  # fmt: skip

DATES = st.none() | st.integers(-9999, 9999).map(day)
REPLAYS = st.builds(Replay, st.lists(SUBJECTS, max_size=2).map(tuple), st.none() | TEXTS, unused=st.integers(0, 9))
ROWS = st.builds(
    Row,
    commit=TEXTS,
    date=DATES,
    path=TEXTS,
    content=st.sampled_from(Content),
    size=st.none() | st.integers(0, 1 << 25),
    why=TEXTS,
    changes=st.none() | st.lists(FINDINGS, max_size=2).map(tuple),
    faults=st.lists(FINDINGS, max_size=2).map(tuple),
    moved_from=st.none() | TEXTS,
    is_first=st.booleans(),
    replay=st.none() | REPLAYS,
)
HISTORIES = st.builds(History, TEXTS, TEXTS, st.lists(ROWS, max_size=3).map(tuple), st.just(None), TEXTS)

CAREFULLY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A history is a large thing to make up."""
