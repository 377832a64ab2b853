from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from nemogen.findings import Finding, Level
from nemogen.report import ApiReport, Report, State, Subject
from nemogen.report.model import VersionStep
from nemogen.report.proposal_text import Proposed, proposal_text
from nemogen.report.pull_request import SUBJECT_LIMIT, commit_message, title
from tests.report.samples import ADDITIVE, BREAKING, DOCS, POISON, REPORTS


def api(*findings: Finding, name: str = "pets") -> ApiReport:
    return ApiReport(name, (Subject("upstream", State.RISKY, "", findings),))


UNUSED = Finding("overlay-action-unused", Level.ERROR, "an action matches nothing")
RENAMED = Finding("python-name-renamed", Level.BREAKING, "`Pet` was renamed to `Animal`", area="source")
REQUIRED = Finding(
    "python-parameter-became-required", Level.BREAKING, "`client.pets.list(limit=)` is now required", area="source"
)
CHANGED = Finding("python-result-type-changed", Level.BREAKING, "`Pet.age` is `str` now, was `int`", area="source")
BASE = Finding("python-base-added", Level.ADDITIVE, "`Item` also inherits from `ItemMixin`", area="source")
OVERLOAD = Finding(
    "python-overload-added", Level.ADDITIVE, "`client.pets.list` can now also be called in another way", area="source"
)
GONE = Finding("api-path-removed-without-deprecation", Level.BREAKING, "the path was removed", operation="GET /pets")
REMOVED = Finding("python-attribute-removed", Level.BREAKING, "`Chat.model` is gone", area="source")


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((BREAKING, DOCS), "feat(pets)!: the property `model` is gone"),
        ((ADDITIVE,), "feat(pets): a new operation"),
        ((replace(ADDITIVE, message="m" * 80), DOCS), "feat(pets): 1 additive change"),
        ((BREAKING, ADDITIVE), "feat(pets)!: the property `model` is gone, and 1 more"),
        ((BREAKING, replace(BREAKING, message="m" * 50)), "feat(pets)!: the property `model` is gone, and 1 more"),
        ((replace(BREAKING, message="m" * 80), ADDITIVE), "feat(pets)!: 1 breaking, 1 additive changes"),
        ((UNUSED, BREAKING), "feat(pets)!: the property `model` is gone"),
        ((UNUSED, DOCS), "docs(pets): 1 docs change"),
        ((UNUSED,), "fix(pets): an action matches nothing"),
        ((BREAKING, REMOVED), "feat(pets)!: remove Chat.model, and 1 more"),
        ((UNUSED, REMOVED), "feat(pets)!: remove Chat.model"),
        ((RENAMED,), "feat(pets)!: rename Pet to Animal"),
        ((REQUIRED,), "feat(pets)!: require client.pets.list(limit=)"),
        ((CHANGED,), "feat(pets)!: `Pet.age` is `str` now, was `int`"),
        ((BASE,), "feat(pets): `Item` also inherits from `ItemMixin`"),
        ((OVERLOAD,), "feat(pets): `client.pets.list` can now also be called in another way"),
        ((GONE,), "feat(pets)!: remove GET /pets"),
        ((replace(ADDITIVE, level=Level.RISKY),), "fix(pets): a new operation"),
        ((DOCS,), "docs(pets): 1 docs change"),
        ((replace(DOCS, level=Level.UNREACHABLE),), "chore(pets): 1 unreachable change"),
        ((replace(DOCS, level=Level.NOTE),), "chore(pets): regenerate"),
        ((), "chore(pets): regenerate"),
    ],
)
def test_the_title_is_conventional_and_says_the_one_change_or_how_many(
    findings: tuple[Finding, ...], expected: str
) -> None:
    assert title(api(*findings)) == expected


def test_a_spec_that_only_its_bytes_changed_is_said_to_be_updated() -> None:
    moved = ApiReport("pets", (Subject("upstream", State.UP_TO_DATE, "upstream moved, and means the same"),))
    assert title(moved) == "chore(pets): update the pinned spec"
    assert title(replace(moved, version=VersionStep("0.1.0", "0.1.1"))) == "chore(pets): regenerate"


def test_the_message_lists_what_callers_notice_and_ends_in_a_footer_when_they_break() -> None:
    assert commit_message(api(DOCS, ADDITIVE, BREAKING), ("Upstream: abc1234",)) == (
        "feat(pets)!: the property `model` is gone, and 1 more\n"
        "\n"
        "- breaking: POST /chats: the property `model` is gone\n"
        "- additive: GET /pets: a new operation\n"
        "\n"
        "Upstream: abc1234\n"
        "\n"
        "BREAKING CHANGE: POST /chats: the property `model` is gone\n"
    )


def test_each_break_has_a_footer_of_its_own() -> None:
    message = commit_message(api(DOCS, ADDITIVE, BREAKING, GONE))
    assert message.splitlines()[-2:] == [
        f"BREAKING CHANGE: {GONE.operation}: {GONE.message}",
        "BREAKING CHANGE: POST /chats: the property `model` is gone",
    ]


def test_footers_of_many_breaks_are_cut_short() -> None:
    message = commit_message(api(*[replace(BREAKING, key=str(number)) for number in range(100)]))
    footers = [line for line in message.splitlines() if line.startswith("BREAKING CHANGE: ")]
    assert len(footers) == 31
    assert footers[-1] == "BREAKING CHANGE: and 70 more"
    assert message.endswith(f"{footers[-1]}\n")


def test_a_message_about_many_changes_is_cut_short() -> None:
    message = commit_message(api(*[replace(ADDITIVE, key=str(number)) for number in range(100)]))
    assert message.count("\n- ") == 31
    assert message.endswith("- and 70 more\n")


def test_text_of_a_document_mentions_nobody_and_adds_no_trailer() -> None:
    poison = POISON + "\nCo-authored-by: x <x@y.test>"
    message = commit_message(api(replace(BREAKING, message=poison, operation=poison)))
    assert "@octocat" not in message
    assert "#1" not in message
    assert not any(line.startswith("Co-authored-by") for line in message.splitlines())


@given(REPORTS)
def test_any_title_is_one_short_line(report: Report) -> None:
    for one in report.apis:
        text = title(one)
        assert 0 < len(text) <= SUBJECT_LIMIT
        assert len(text.splitlines()) == 1


PROPOSED = Proposed(
    api="pets",
    pin="specs/pets/openapi.json",
    base="main",
    source="https://github.com/o/r/blob/main/pets.json",
    repository_url="https://github.com/o/r",
    commit="b" * 40,
    earlier="a" * 40,
    is_draft=True,
    entry="## 0.2.0 - 2026-11-30\n\n### Removed\n\n- `Pet.age`",
)


def test_a_pull_request_says_where_from_why_a_draft_what_next_and_the_changelog() -> None:
    text = proposal_text(PROPOSED, "REPORT")
    assert f"[{'b' * 12}](https://github.com/o/r/commit/{'b' * 40})" in text
    assert f"https://github.com/o/r/compare/{'a' * 40}...{'b' * 40}" in text
    assert "draft because the change breaks callers" in text
    assert "`nemogen diff main:specs/pets/openapi.json pets --used-by PATH`" in text
    assert f"~~~~markdown\n{PROPOSED.entry}\n~~~~" in text
    assert text.endswith("REPORT")


def test_a_pull_request_has_only_the_links_that_there_are() -> None:
    plain = replace(PROPOSED, repository_url="", is_draft=False, entry="")
    text = proposal_text(plain, "REPORT")
    assert "/commit/" not in text
    assert "draft" not in text
    assert "Changelog entry" not in text
    assert "/compare/" not in proposal_text(replace(PROPOSED, earlier=None), "")
