"""Checks many APIs on all cores for changes since their locks. An API without a change needs nothing more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

ResultT = TypeVar("ResultT")

_FEW: Final = 64
"""Up to so many APIs, to start processes takes longer than to look at them one after the other."""
_CHUNK: Final = 16


def look_at_each(names: tuple[str, ...], look: Callable[[str], ResultT], jobs: int) -> dict[str, ResultT]:
    """What `look` finds of each, by name. It reads and changes nothing, and is repeated where a process died."""
    if jobs < 2 or len(names) < _FEW:
        return {name: look(name) for name in names}
    import multiprocessing
    import sys
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    from nemogen.interrupts import deferred

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(jobs, context, _leave_interrupts_to_parent)
    try:
        with deferred():  # Python drops an interrupt that comes in the hooks of a fork
            found = executor.map(look, names, chunksize=_CHUNK)
        return dict(zip(names, found, strict=True))
    except BrokenProcessPool:
        return {name: look(name) for name in names}
    finally:
        executor.shutdown(cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
