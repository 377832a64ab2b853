"""The page in a real browser: what it shows, what it asks the network for, how it looks in both schemes."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemogen.report.history_formats import render
from nemogen.text_safety import plain
from tests.report.browser import CONTRASTS, PROGRAM, Browser
from tests.report.histories import FULL, HOSTILE
from tests.report.pixels import colours
from tests.report.samples import POISON

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed: nobody looks at the page")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text(render(FULL, "html"), encoding="utf-8")
    return file


def is_quiet(browser: Browser) -> bool:
    """Whether the page logged nothing, threw nothing and asked nobody but the disk for itself."""
    browser.ask("new Promise(requestAnimationFrame)")
    requests = browser.reported("Network.requestWillBeSent")
    loud = browser.reported("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
    foreign = [each for each in requests if not each["params"]["request"]["url"].startswith(("file:", "data:"))]
    assert (loud, foreign) == ([], [])
    return len(requests) >= 1


def test_the_page_shows_all_and_asks_for_nothing(browser: Browser, page: Path) -> None:
    browser.open(page)
    text = browser.ask("document.body.innerText")
    assert "pets" in text
    assert "the property model is gone" in browser.ask("document.body.textContent")
    assert browser.ask("document.querySelectorAll('.entry').length") == len(FULL.rows)
    assert browser.ask("document.querySelectorAll('svg circle').length") == len(FULL.rows) - 1
    assert is_quiet(browser)


def test_a_click_or_a_key_unfolds_a_revision(browser: Browser, page: Path) -> None:
    browser.open(page)
    is_open = "[...document.querySelectorAll('.entry details')].map((each) => each.open)"
    assert not any(browser.ask(is_open))
    browser.click(".entry:nth-child(2) summary")
    assert browser.ask(is_open)[1]
    browser.ask("document.querySelector('.entry:nth-child(3) summary').focus()")
    browser.press("Enter")
    assert browser.ask(is_open)[:4] == [False, True, True, False]
    browser.click("#unfold")
    assert all(browser.ask(is_open))
    assert browser.ask("document.getElementById('unfold').textContent") == "Fold all"
    assert is_quiet(browser)


def test_a_mark_of_the_time_line_unfolds_its_revision(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click(".mark.c-breaking circle")
    browser.ask("new Promise((done) => setTimeout(done, 500))")
    assert browser.ask("location.hash") == "#revision-3"
    assert browser.ask("document.getElementById('revision-3').closest('details').open")


def visible(browser: Browser, kind: str) -> bool:
    return bool(browser.ask(f"document.querySelector('.entry.c-{kind}').checkVisibility()"))


def test_a_click_on_a_level_shows_that_level_alone_until_the_next(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert not visible(browser, "same")
    browser.click(".filter.c-breaking")
    assert (visible(browser, "breaking"), visible(browser, "additive")) == (True, False)
    browser.click(".filter.c-same")
    assert (visible(browser, "breaking"), visible(browser, "same")) == (False, True)
    browser.click(".filter.c-same")
    assert (visible(browser, "breaking"), visible(browser, "additive"), visible(browser, "same")) == (True, True, False)
    browser.click(".filter[data-show=all]")
    assert visible(browser, "same")


def test_revisions_are_searched(browser: Browser, page: Path) -> None:
    browser.open(page)
    fill = "const box = document.getElementById('search'); box.value = {!r}; box.dispatchEvent(new Event('input'))"
    browser.ask("{" + fill.format("no such words") + "}")
    assert not browser.ask("[...document.querySelectorAll('.entry')].some((each) => each.checkVisibility())")
    assert browser.ask("document.getElementById('none').checkVisibility()")


def test_the_chart_begins_at_its_newest_end_on_a_phone(browser: Browser, page: Path) -> None:
    browser.open(page, width=390)
    end = "(() => { const each = document.getElementById('chart');"
    end += " return each.scrollWidth - each.clientWidth - each.scrollLeft; })()"
    assert browser.ask("document.getElementById('chart').scrollLeft") > 0
    assert browser.ask(end) <= 1


def test_the_lanes_are_named_at_the_end_of_the_chart_that_a_phone_shows(browser: Browser, page: Path) -> None:
    named = "[...document.querySelectorAll('.lane text')].filter((each) => { const b = each.getBoundingClientRect();"
    named += (
        " return each.checkVisibility() && b.left >= 0 && b.right <= innerWidth; }).map((each) => each.textContent)"
    )
    browser.open(page)
    lanes = browser.ask(named)
    assert len(lanes) == len(set(lanes)) > 3
    browser.open(page, width=390)
    assert browser.ask(named) == lanes


def test_without_a_script_all_can_be_read_and_unfolded(browser: Browser, page: Path) -> None:
    browser.open(page, script=False)
    shown = browser("DOM.getDocument", depth=-1)
    assert "a new operation" in str(shown)
    assert not browser.ask("document.getElementById('tools').checkVisibility()")
    browser.click(".entry:nth-child(2) summary")
    assert browser.ask("document.querySelector('.entry:nth-child(2) details').open")
    browser("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_drawn_in_both_schemes_and_can_be_read(browser: Browser, page: Path, dark: bool) -> None:
    browser.open(page, dark=dark, width=700)
    seen = colours(browser.screenshot())
    (ground, count), *_ = seen.most_common(1)
    assert len(seen) > 100
    assert count < 0.9 * seen.total()
    assert (max(ground) < 60) is dark
    assert (min(ground) > 200) is not dark
    browser.click("#unfold")
    assert browser.ask(CONTRASTS) == []


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_nothing_sticks_out_of_the_window(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width=width)
    browser.click("#unfold")
    assert browser.ask("document.documentElement.scrollWidth") <= width
    clipped = "[...document.querySelectorAll('summary, .inside')].filter((each) => each.scrollWidth > each.clientWidth)"
    assert browser.ask(f"{clipped}.length") == 0


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(render(HOSTILE, "html"), encoding="utf-8")
    browser.open(file)
    assert browser.ask("document.querySelector('h1').textContent") == plain(POISON)
    assert browser.ask("document.scripts.length") == 1
    assert not browser.reported("Page.javascriptDialogOpening")
    assert is_quiet(browser)


def test_marks_of_what_is_hidden_are_faint(browser: Browser, page: Path) -> None:
    browser.open(page)
    faint = "[...new Set([...document.querySelectorAll('.mark.dim')].map((mark) => mark.dataset.lane))].sort()"
    hidden = "[...new Set([...document.querySelectorAll('.entry[hidden]')].map((row) => row.dataset.lane))].sort()"
    assert browser.ask(faint) == browser.ask(hidden) != []
    browser.click("[data-show=all]")
    assert browser.ask(faint) == browser.ask(hidden) == []
