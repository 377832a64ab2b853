"""The page of a report: well-formed, by operation, and nothing of a document is markup or a request in it."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from nemogen.findings import Finding
from nemogen.report import ApiReport, Format, Report, State, Subject, render
from tests.report.samples import BREAKING, FULL, HOSTILE


def one(finding: Finding) -> Report:
    return Report("diff", (ApiReport("", (Subject("wire", State.BREAKING, "", (finding,)),)),))


class Page(HTMLParser):
    """The tags of a page, with the attributes that lead elsewhere, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.requests: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.requests += [name for name, _ in attrs if name in ("href", "src", "style") or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_shows_each_finding_under_its_operation_with_before_and_after() -> None:
    words = Page(render(one(replace(BREAKING, before="string", after="integer")), Format.HTML)).words
    message = BREAKING.message.replace("`", "")  # what stands between them is code
    positions = [words.index(each) for each in ("POST /chats", message, BREAKING.id, "string", "integer")]
    assert positions == sorted(positions)


def test_no_text_of_a_document_is_markup() -> None:
    for report in (FULL, HOSTILE, one(replace(BREAKING, operation="<script>x</script>", before="<img src=x>"))):
        page = Page(render(report, Format.HTML))
        assert not page.tags & {"script", "img", "iframe", "a", "link"}
        assert page.requests == []


def test_a_report_without_findings_says_so() -> None:
    clean = Report("diff", (ApiReport("", (Subject("wire", State.UP_TO_DATE),)),))
    assert "Nothing was found." in render(clean, Format.HTML)


def test_what_changes_for_callers_stands_apart_from_the_spec() -> None:
    python = Finding("python-name-removed", BREAKING.level, "`Pet` is gone", area="source")
    words = Page(render(one(python), Format.HTML)).words
    assert "In Python" in words
    assert "The whole spec" not in words
