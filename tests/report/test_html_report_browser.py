"""The page of a report in a real browser: it can be read on a phone, in both schemes, and asks nobody for anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nemogen.report import ApiReport, Format, Report, State, Subject, render
from tests.report.browser import CONTRASTS, PROGRAM, Browser
from tests.report.samples import ADDITIVE, BREAKING, DOCS, HOSTILE

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed: nobody looks at the page")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    long = replace(BREAKING, operation=f"GET /{'a' * 200}", before="b" * 200, key="other")
    found = (BREAKING, replace(BREAKING, level=ADDITIVE.level, key="third"), ADDITIVE, DOCS, long)
    report = Report("diff", (ApiReport("", (Subject("wire", State.BREAKING, "of `api`", found),)),))
    file = tmp_path / "page.html"
    file.write_text(render(report, Format.HTML), encoding="utf-8")
    return file


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_the_window_and_can_be_read(browser: Browser, page: Path, width: int, dark: bool) -> None:
    browser.open(page, dark=dark, width=width)
    assert browser.ask("document.documentElement.scrollWidth") <= width
    assert browser.ask(CONTRASTS) == []
    assert not browser.reported("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")


def test_what_changed_has_room_on_a_phone(browser: Browser, page: Path) -> None:
    browser.open(page, width=390)
    narrow = "[...document.querySelectorAll('td')].map((each) => each.getBoundingClientRect().width)"
    assert min(width for width in browser.ask(narrow) if width) > 300
    assert browser.ask("getComputedStyle(document.querySelector('td[data-name=before]'), '::before').content") != "none"


def test_what_is_between_backticks_is_code(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert "api" in browser.ask("[...document.querySelectorAll('li code')].map((each) => each.textContent)")
    assert "`" not in browser.ask("document.body.innerText")


def test_hostile_text_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(render(HOSTILE, Format.HTML), encoding="utf-8")
    browser.open(file, width=390)
    assert browser.ask("document.scripts.length") == 0
    assert browser.ask("document.documentElement.scrollWidth") <= 390
    assert not browser.reported("Page.javascriptDialogOpening")
