"""The page as text: what is in it, what cannot get into it, and where its chart puts things."""

from __future__ import annotations

import base64
import datetime
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from nemogen.report.history import Content, History, Row
from nemogen.report.history_chart import LEFT, RIGHT, WIDTH, draw
from nemogen.report.history_formats import render
from nemogen.text_safety import UNPRINTABLE, plain
from tests.report.histories import CAREFULLY, FULL, HISTORIES, HOSTILE, day
from tests.report.samples import BREAKING, POISON

LOADING = {"src", "srcset", "data", "poster", "action", "background", "style", "ping"}
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """Elements with their attributes, the text of each, and whether every one is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        self.text[inside] = self.text.get(inside, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("history", [FULL, HOSTILE, replace(FULL, rows=())])
def test_the_page_loads_nothing_and_its_policy_forbids_it(history: History) -> None:
    text = render(history, "html")
    page = Page(text)
    (policy,) = (meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; img-src data:;")
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.text[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not any(LOADING & attributes.keys() for _, attributes in page.elements)
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert [link["href"] for link in page.all("link")] == ["data:,"]
    assert not re.search(r"url\(|@import", page.text["style"])
    assert page.open == []


@CAREFULLY
@given(HISTORIES)
def test_no_text_of_a_document_becomes_markup(history: History) -> None:
    page = Page(render(history, "html"))
    assert not UNPRINTABLE.search(page.text.get("p", "").replace("\n", ""))
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert len(page.all("details")) == len(history.rows)
    assert page.open == []


def test_hostile_text_is_shown_as_text() -> None:
    page = Page(render(HOSTILE, "html"))
    assert plain(POISON) in page.text["h1"]
    assert "alert(1)" not in page.text["script"]
    assert [link["href"] for link in page.all("a")] == ["#revisions", "#revision-1"]


def test_every_revision_can_be_unfolded_and_every_mark_leads_to_one() -> None:
    page = Page(render(FULL, "html"))
    anchors = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    marks = [link["href"] or "" for link in page.all("a") if (link.get("class") or "").startswith("mark")]
    assert len(page.all("details")) == len(page.all("summary")) == 8
    assert len(marks) == 7
    assert {mark.removeprefix("#") for mark in marks} <= anchors
    assert all(link.get("aria-label") for link in page.all("a") if (link.get("class") or "").startswith("mark"))
    commits = [link["href"] for link in page.all("a") if (link["href"] or "").startswith("https://github.com/")]
    assert commits[-1] == f"https://github.com/owner/docs/commit/{'a' * 40}"


def test_many_findings_are_cut_with_their_number() -> None:
    changes = tuple(replace(BREAKING, message=f"gone {at}", key=str(at)) for at in range(250))
    text = render(replace(FULL, rows=(replace(FULL.rows[2], changes=changes),)), "html")
    assert text.count(BREAKING.id) == 200
    assert "and 50 more, which the JSON document has" in text


def rows(*dates: datetime.datetime, size: int = 1000) -> list[Row]:
    return [replace(FULL.rows[1], date=date, size=size * (at + 1)) for at, date in enumerate(dates)]


def test_the_chart_puts_the_first_revision_left_and_the_last_right() -> None:
    chart = draw(rows(day(0), day(1), day(4)), ("a",), ["a", "a", "a"])
    assert chart is not None
    assert [mark.x for mark in chart.marks] == [LEFT, LEFT + (WIDTH - LEFT - RIGHT) / 4, WIDTH - RIGHT]
    assert len({mark.y for mark in chart.marks}) == 1
    assert chart.line.startswith(f"M{float(LEFT)} ")


@pytest.mark.parametrize(("content", "size"), [(Content.REMOVED, None), (Content.NO_OPENAPI, 5)])
def test_what_could_not_be_read_is_a_gap_and_not_a_document_of_nothing(content: Content, size: int | None) -> None:
    revisions = rows(day(0), day(1), day(2), day(3))
    revisions[1] = replace(revisions[1], content=content, size=size)
    chart = draw(revisions, ("a",), ["a"] * 4)
    assert chart is not None
    first, second = chart.line.split("M")[1:]
    gone, back = chart.marks[1].x, chart.marks[2].x
    assert first.endswith(f"H{gone}")
    assert second.startswith(f"{back} ")
    assert chart.area.count("Z") == 2


def test_marks_that_cover_each_other_say_how_many_they_are() -> None:
    close = [day(0), day(2), day(2) + datetime.timedelta(hours=1), day(2) + datetime.timedelta(hours=2), day(60)]
    chart = draw(rows(*close), ("a",), ["a"] * 5)
    assert chart is not None
    assert [crowd.count for crowd in chart.crowds] == [3]
    apart = draw(rows(*close), ("a", "b"), ["a", "a", "b", "a", "a"])
    assert apart is not None
    assert [(crowd.count, crowd.lane) for crowd in apart.crowds] == [(2, "a")]


def test_a_revision_says_which_package_was_released_of_it() -> None:
    text = render(replace(FULL, rows=(replace(FULL.rows[2], version="0.4.0"),)), "html")
    assert "released as 0.4.0" in text
    assert "0.4.0" in render(replace(FULL, rows=(replace(FULL.rows[2], version="0.4.0"),)), "text")


def test_a_chart_of_one_moment_has_its_mark_in_the_middle_and_one_of_none_is_none() -> None:
    chart = draw(rows(day(0)), ("a",), ["a"])
    assert chart is not None
    assert chart.marks[0].x == (LEFT + WIDTH - RIGHT) / 2
    assert draw([replace(FULL.rows[1], date=None)], ("a",), ["a"]) is None


@pytest.mark.parametrize(
    ("hours", "first"),
    [(5, "01-01 13:00"), (24 * 20, "01-03"), (24 * 200, "Feb 2026"), (24 * 4000, "2028"), (24 * 36000, "2035")],
)
def test_the_times_on_the_axis_are_few_and_round(hours: int, first: str) -> None:
    chart = draw(rows(day(0), day(0) + datetime.timedelta(hours=hours)), ("a",), ["a", "a"])
    assert chart is not None
    assert chart.times[0].label == first
    assert 2 <= len(chart.times) <= 10


@pytest.mark.parametrize(
    ("size", "top"), [(1, "500 B"), (999, "1 KB"), (84_800, "100 KB"), (1_833_200, "2 MB"), (30_000_000, "30 MB")]
)
def test_the_scale_of_sizes_ends_above_the_largest_at_a_round_number(size: int, top: str) -> None:
    chart = draw(rows(day(0), size=size), ("a",), ["a"])
    assert chart is not None
    assert chart.sizes[-1].label == top
    assert 2 <= len(chart.sizes) <= 6
