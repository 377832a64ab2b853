"""`python -m tests.docs.accessibility AXE.JS PAGE…`: what axe-core finds in pages, as a desktop and a phone show them.

AXE.JS is `node_modules/axe-core/axe.min.js` after `npm install axe-core`; pages are files of the built site
(`build/site`), or what `nemogen history --format html` wrote. Needs Chromium. Ends with 1 where something was found.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.report.browser import Browser

VIEWS = tuple((width, dark) for width in (1280, 390) for dark in (False, True))
_RUN = "axe.run().then(found => JSON.stringify(found.violations.map(each => ({id: each.id, nodes: each.nodes.map(\
node => [node.target.join(' '), node.failureSummary])}))))"


def look(browser: Browser, axe: str, page: Path) -> Iterator[str]:
    """A line for each element that a rule finds, with the view in which it does."""
    for width, dark in VIEWS:
        browser.open(page.resolve(), dark=dark, width=width)
        browser.ask("localStorage.clear()")  # the scheme of the page before
        browser.open(page.resolve(), dark=dark, width=width)
        browser.ask(axe + "; 0")
        for found in json.loads(browser.ask(_RUN)):
            for target, why in found["nodes"]:
                view = f"{width} {'dark' if dark else 'light'}"
                yield f"{page}: {view}: {found['id']}: {target}: {' '.join(why.split())[:200]}"


def main(axe: Path, pages: list[Path]) -> int:
    """Look at all of them."""
    script, count = axe.read_text(encoding="utf-8"), 0
    with tempfile.TemporaryDirectory() as profile, Browser(Path(profile)) as browser:
        for page in pages:
            for line in look(browser, script, page):
                sys.stdout.write(f"{line}\n")
                count += 1
    sys.stdout.write(f"{len(pages)} pages in {len(VIEWS)} views: {count} findings\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(each) for each in sys.argv[2:]]))
