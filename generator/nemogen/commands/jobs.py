"""Several APIs at once: a process for each core takes one API after the other, in the order that the parent gives.

Reports, progress, written files and commits come in the order of the APIs, whatever the number of processes. They are
forked where that is safe.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import field
from functools import partial
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, TypeAlias

from nemogen.commands.isolate import failed, report_of
from nemogen.errors import CouldNot
from nemogen.interrupts import deferred, stop_deferring
from nemogen.light_dataclasses import dataclass
from nemogen.report.model import ApiReport

MAX_TASKS: Final = 32
"""After how many APIs a process is replaced: what engines keep in memory must not grow with their number."""

IS_FORKED: Final = sys.platform == "linux"
"""Whether processes are forked. The libraries of macOS do not survive a fork, and a new process loads everything."""

_PATIENCE: Final = 30.0
"""Seconds that an interrupted command waits for the one process that writes, to finish that or to undo it."""


def _say_nothing(_: str) -> None:
    """Ignores a line of progress."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the work on one API reports to. `notify` takes a line of progress, `effects` what cannot be undone (as
    `Checkout.effects`).

    Within `alone` no other API of the command writes anything; `in_turn` waits until all before this one are done, too.
    """

    notify: Callable[[str], None] = _say_nothing
    effects: list[str] = field(default_factory=list)
    alone: Callable[[], AbstractContextManager[None]] = nullcontext
    in_turn: Callable[[], AbstractContextManager[None]] = nullcontext


Work: TypeAlias = Callable[[str, Desk], ApiReport]
"""What is done for an API. It has to be picklable where processes cannot be forked."""


def _do_nothing() -> None:
    """Where there is nothing to load, or to repair."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """`count` processes at most. `load` is called before they are forked, `repair` where one died while it wrote."""

    count: int
    load: Callable[[], None] = _do_nothing
    repair: Callable[[], None] = _do_nothing


def run_each(names: tuple[str, ...], subject: str, work: Work, desk: Desk, jobs: Jobs) -> tuple[ApiReport, ...]:
    """What `work` reports of each API, in this order; where it fails, or its process dies, a report whose only subject
    (`subject`) says why."""
    count = min(jobs.count, len(names))
    if count < 2:
        return tuple(report_of(name, subject, lambda name: work(name, desk)) for name in names)
    if IS_FORKED:
        jobs.load()
    return _Foreman(names, subject, work, desk, jobs.repair).run(count)


@dataclass(frozen=True, slots=True)
class _Request:
    """A process asks to write; where `is_ordered`, after all APIs before its own."""

    is_ordered: bool


@dataclass(frozen=True, slots=True)
class _Written:
    """A process has written what it asked for."""


_Content: TypeAlias = "str | _Request | _Written | ApiReport | None"
"""What a process sends: a line of progress, one of the above, its report; None after Ctrl-C."""


@dataclass(frozen=True, slots=True)
class _Message:
    """What a process sends, with the effects (as `Desk.effects`) since its last message."""

    content: _Content
    effects: tuple[str, ...]


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, and the index of the API that it works on."""

    process: BaseProcess
    pipe: Connection
    index: int = -1
    tasks: int = 0


@dataclass(slots=True)
class _Foreman:
    """Hands the APIs out in their order, and lets one process at a time write."""

    names: tuple[str, ...]
    subject: str
    work: Work
    desk: Desk
    repair: Callable[[], None]
    reports: dict[int, ApiReport] = field(default_factory=dict)
    lines: dict[int, list[str]] = field(default_factory=dict)
    workers: list[_Worker] = field(default_factory=list)
    asking: list[tuple[_Worker, bool]] = field(default_factory=list)
    writer: _Worker | None = None
    handed_out: int = 0
    current: int = 0
    """The first API without a report: whose turn it is."""

    def run(self, count: int) -> tuple[ApiReport, ...]:
        try:
            for _ in range(count):
                self._start()
            while len(self.reports) < len(self.names):
                for worker in self._heard():
                    with deferred():  # a message that was received is acted on
                        self._receive(worker)
                self._grant()
        except BaseException:  # also an interrupt: no worker outlives the command
            self._stop()
            raise
        for worker in self.workers:
            worker.process.join()
        return tuple(self.reports[index] for index in range(len(self.names)))

    def _start(self) -> None:
        context = multiprocessing.get_context("fork") if IS_FORKED else multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self.subject, self.work), daemon=True)
        with deferred():  # Python drops an interrupt that comes in the hooks of a fork
            process.start()
        there.close()  # the process alone has it now: its end is the end of what can be read here
        self.workers.append(_Worker(process, here))
        self._hand_out(self.workers[-1])

    def _hand_out(self, worker: _Worker) -> None:
        """Send the next API to a process; or its end, if none is left or it has done its share."""
        is_over = self.handed_out >= len(self.names)
        if is_over or worker.tasks >= MAX_TASKS:
            worker.pipe.send(None)
            self._dismiss(worker)
            if not is_over:
                self._start()
            return
        worker.index, worker.tasks = self.handed_out, worker.tasks + 1
        self.handed_out += 1
        worker.pipe.send(self.names[worker.index])

    def _dismiss(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        self.asking = [each for each in self.asking if each[0] is not worker]
        worker.process.join()
        worker.pipe.close()

    def _heard(self) -> list[_Worker]:
        ready = connection.wait([worker.pipe for worker in self.workers])
        return [worker for worker in self.workers if worker.pipe in ready]

    def _receive(self, worker: _Worker) -> None:
        try:
            message: _Message = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        self.desk.effects.extend(message.effects)
        match message.content:
            case str(line):
                self._notify(worker.index, line)
            case _Request() as request:
                self.asking.append((worker, request.is_ordered))
            case _Written():
                self.writer = None
            case ApiReport() as report:
                self._finish(worker.index, report)
                self._hand_out(worker)
            case _:  # Ctrl-C reached the process before it reached this one
                raise KeyboardInterrupt

    def _notify(self, index: int, line: str) -> None:
        if index == self.current:
            self.desk.notify(line)
        else:
            self.lines.setdefault(index, []).append(line)

    def _finish(self, index: int, report: ApiReport) -> None:
        self.reports[index] = report
        while self.current in self.reports:
            self.current += 1
            for line in self.lines.pop(self.current, ()):
                self.desk.notify(line)

    def _grant(self) -> None:
        """Let the next one write: of those that wait for their turn only the first API."""
        for worker, is_ordered in self.asking if self.writer is None else ():
            if not is_ordered or worker.index == self.current:
                self.asking.remove((worker, is_ordered))
                self.writer = worker
                with suppress(OSError):  # it died: that is heard next
                    worker.pipe.send("go")
                return

    def _bury(self, worker: _Worker) -> None:
        """Report the API of a process that died, and start another process."""
        self._dismiss(worker)
        if self.writer is worker:
            self.writer = None
            self.repair()
        code = worker.process.exitcode or 0
        how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"
        error = CouldNot(
            f"the process that worked on it {how}", remedy="If memory is short, run the command again with --jobs 1."
        )
        self._finish(worker.index, ApiReport(self.names[worker.index], (failed(self.subject, error),)))
        if self.handed_out < len(self.names):
            self._start()

    def _stop(self) -> None:
        """End all processes; the one that writes may finish that, or undo it, and says what it did."""
        writer = self.writer
        for worker in self.workers:
            if worker is not writer:
                worker.process.terminate()
        if writer is not None:
            self._await(writer)
            writer.process.terminate()
        for worker in self.workers:
            worker.process.join()

    def _await(self, writer: _Worker) -> None:
        end = time.monotonic() + _PATIENCE
        while writer.pipe.poll(max(0.0, end - time.monotonic())):
            try:
                message: _Message = writer.pipe.recv()
            except (EOFError, OSError):
                writer.process.join()
                self.repair()
                return
            self.desk.effects.extend(message.effects)
            if not isinstance(message.content, str):
                return


def _serve(pipe: Connection, subject: str, work: Work) -> None:
    """What a process does: the work on each API that comes, until None comes or the parent ends."""
    from nemogen.client.models_worker import end_with_parent, run_in_this_process  # a check may do without the engines

    stop_deferring()  # which the parent does while it forks
    end_with_parent()
    run_in_this_process()
    effects: list[str] = []

    def send(content: _Content) -> None:
        sent, effects[:] = tuple(effects), []
        pipe.send(_Message(content, sent))

    @contextmanager
    def granted(is_ordered: bool) -> Iterator[None]:
        send(_Request(is_ordered))
        pipe.recv()
        try:
            yield
        except Exception:  # the failure is raised again; the next API may write, which after an interrupt none does
            send(_Written())
            raise
        send(_Written())

    desk = Desk(send, effects, partial(granted, False), partial(granted, True))
    try:
        while (name := pipe.recv()) is not None:
            send(report_of(name, subject, lambda name: work(name, desk)))
    except KeyboardInterrupt:
        with suppress(OSError):
            send(None)
    except (EOFError, OSError):  # the parent has ended
        return
