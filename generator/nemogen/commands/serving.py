"""`serve`: a mock server on loopback that responds from the recordings, until SIGINT or SIGTERM."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nemogen.commands.api import correct, read_api, recordings_of, require_pin, typed_spec
from nemogen.config import Settings
from nemogen.document import Document
from nemogen.project import Project

if TYPE_CHECKING:
    from nemogen.recordings.last_page import PageEnd

_END = (signal.SIGINT, signal.SIGTERM)
_SECONDS = 0.1
"""How long a signal may go unnoticed: not every system interrupts a wait."""


def serve(
    project: Project,
    name: str,
    *,
    port: int,
    seed: str,
    chunk_delay: float,
    say: Callable[[str], None],
    log: Callable[[str], None],
) -> None:
    """Serves until the process gets SIGINT (Ctrl-C) or SIGTERM, which is how a server ends: no failure.

    `say` gets the server's URL, once it responds, `log` a line for each request; `port` 0 is any that is free. `seed`
    decides responses that are made up, `chunk_delay` is the delay between the chunks of a stream, in seconds. Raises
    CouldNot where the port is in use, or whatever is wrong with an input.
    """
    from nemogen.recordings.serve import Mock, serving

    api = read_api(project, *project.select((name,)))
    corrected = correct(api, require_pin(api))
    pages = page_ends(corrected.document, api.settings)
    streams = {name: each.stream for name, each in api.settings.operations.items() if each.stream}
    mock = Mock(
        recordings_of(api),
        typed_spec(api, corrected),
        ends=api.ends(),
        seed=seed,
        chunk_delay=chunk_delay,
        pages=pages,
        streams=streams,
        log=log,
    )
    with _signals() as arrived, serving(mock, port) as server:
        say(server.url)
        while not arrived:
            time.sleep(_SECONDS)


def page_ends(document: Document, settings: Settings) -> Mapping[str, PageEnd]:
    """What ends the pages of each operation that paginates, for responses that are made up."""
    from nemogen.client.paging import paginations_of
    from nemogen.recordings.last_page import PageEnd

    labels = {str(each.call): f"{each.method.upper()} {each.path}" for each in document.operations}
    found = {}
    for call, each in paginations_of(document, settings).items():
        is_next = each.style in ("cursor", "next_link")
        found[labels[call]] = PageEnd(
            each.parameter,
            cleared=(each.next,) if is_next and each.next else (),
            falsified=(each.more,) if each.more else (),
            verified=(each.done,) if each.done else (),
            emptied=None if is_next or each.style == "link_header" else each.items,
            within=each.within,
        )
    return found


@contextmanager
def _signals() -> Iterator[list[int]]:
    """Within the block, SIGINT and SIGTERM are appended to the list. The handler does nothing else: it may run at any
    point, even while a lock is held."""
    arrived: list[int] = []
    before = {number: signal.signal(number, lambda number, _: arrived.append(number)) for number in _END}
    try:
        yield arrived
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
