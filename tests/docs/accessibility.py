"""`python -m tests.docs.accessibility AXE.JS SITE…`: what axe-core finds in pages, as a desktop and a phone show them.

AXE.JS is `node_modules/axe-core/axe.min.js` after `npm install axe-core`. A SITE is the folder of a built site
(`build/site`), whose pages are served on loopback, as their links need it; or a page alone, such as one that
`nemogen history --format html` wrote. Needs Chromium. Ends with 1 where something was found.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.report.browser import Browser

VIEWS = tuple((width, dark) for width in (1280, 390) for dark in (False, True))
_RUN = "axe.run().then(found => JSON.stringify(found.violations.map(each => ({id: each.id, nodes: each.nodes.map(\
node => [node.target.join(' '), node.failureSummary])}))))"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def addresses(site: Path, stack: ExitStack) -> Sequence[str]:
    """Those of all pages of a site, or that of a page."""
    if site.is_file():
        return [site.resolve().as_uri()]
    root = stack.enter_context(served(site))
    return [f"{root}/{page.relative_to(site).as_posix()}" for page in sorted(site.rglob("*.html"))]


def look(browser: Browser, axe: str, page: str) -> Iterator[str]:
    """A line for each element that a rule finds, with the view in which it does."""
    for width, dark in VIEWS:
        browser.open(page, dark=dark, width=width)
        browser.ask("localStorage.clear()")  # the scheme of the page before
        browser.open(page, dark=dark, width=width)
        browser.ask(axe + "; 0")
        for found in json.loads(browser.ask(_RUN)):
            for target, why in found["nodes"]:
                view = f"{width} {'dark' if dark else 'light'}"
                yield f"{page}: {view}: {found['id']}: {target}: {' '.join(why.split())[:200]}"


def main(axe: Path, sites: list[Path]) -> int:
    """Look at all of them."""
    script, count = axe.read_text(encoding="utf-8"), 0
    with ExitStack() as stack, tempfile.TemporaryDirectory() as profile, Browser(Path(profile)) as browser:
        pages = [page for site in sites for page in addresses(site, stack)]
        for page in pages:
            for line in look(browser, script, page):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
                count += 1
    sys.stdout.write(f"{len(pages)} pages in {len(VIEWS)} views: {count} findings\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(each) for each in sys.argv[2:]]))
