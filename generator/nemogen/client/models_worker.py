"""The process that the models' engine runs in, beside the rest: started once, used for every API of a command.

Importing the engine takes longer than an average API takes it. The process is replaced after some APIs, so that what
the engine keeps in memory does not grow with their number.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection
from typing import Final, ParamSpec, TypeVar

from nemogen.interrupts import deferred
from nemogen.light_dataclasses import dataclass

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

MAX_TASKS: Final = 32
"""After how many APIs the process is replaced."""


_BROKEN: Final = (OSError, RuntimeError, KeyboardInterrupt, SystemExit, MemoryError, RecursionError)
"""BrokenProcessPool is a RuntimeError."""


@dataclass(slots=True)
class _Worker:
    """A started process; `owner` is the process that started it: a fork of that must not use it."""

    pool: ProcessPoolExecutor
    owner: int
    tasks: int = 0


_workers: Final[list[_Worker]] = []
"""The process, where one was started."""


_beside_others: Final[set[int]] = set()
"""The number of this process, where others work on other APIs meanwhile: it needs none beside it."""


def run_in_this_process() -> None:
    """Let the tasks of this process run in itself."""
    _beside_others.add(os.getpid())


@contextmanager
def beside(
    task: Callable[_Arguments, _Result], *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> Iterator[Future[_Result]]:
    """Run a task in that process while the block runs in this one. Whatever goes wrong there ends with the block: a
    process that died or is still at work is not used again."""
    if os.getpid() in _beside_others:
        yield _done(task, *arguments, **named)
        return
    worker = _worker()
    worker.tasks += 1
    future: Future[_Result] | None = None
    try:
        future = _submit(worker, task, *arguments, **named)
        yield future
    finally:
        if not _is_sound(future) or worker.tasks >= MAX_TASKS:
            _workers.clear()
            worker.pool.shutdown(cancel_futures=True)


def _is_sound(future: Future[_Result] | None) -> bool:
    if future is None or not future.done() or future.cancelled():
        return False
    return not isinstance(future.exception(), _BROKEN)


def start_early(load: Callable[[], None]) -> None:
    """Start that process, where there is to be one, and let it `load` what its tasks need while others prepare them."""
    if os.getpid() in _beside_others or (_workers and _workers[0].owner == os.getpid()):
        return
    _submit(_worker(), load)


def _submit(
    worker: _Worker, task: Callable[_Arguments, _Result], *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> Future[_Result]:
    """Give the process a task, which starts it with its first one. Python drops an interrupt that comes in the hooks of
    a fork."""
    with deferred():
        return worker.pool.submit(task, *arguments, **named)


def _done(
    task: Callable[_Arguments, _Result], *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> Future[_Result]:
    future: Future[_Result] = Future()
    try:
        future.set_result(task(*arguments, **named))
    except Exception as error:  # noqa: BLE001 - raised by `result()`, like an error of another process
        future.set_exception(error)
    return future


def _worker() -> _Worker:
    if not _workers or _workers[0].owner != os.getpid():
        if not gc.get_freeze_count():  # what is loaded by now stays, and later there may be garbage among it
            gc.freeze()
        _workers[:] = [_Worker(ProcessPoolExecutor(max_workers=1, initializer=_set_up), os.getpid())]
    return _workers[0]


def _set_up() -> None:
    """Let this process end at Ctrl-C, without a word, and with the one that started it."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    end_with_parent()


def end_with_parent() -> None:
    """Let this process end when the one that started it is killed: it would hold the project's lock for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "only a worker process has a parent to end with"

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
