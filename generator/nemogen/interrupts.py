"""Defers Ctrl-C during steps that belong together until the last of them is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from nemogen.light_dataclasses import dataclass


@dataclass(slots=True)
class Deferral:
    """Whether Ctrl-C was pressed since the block began, and whether it may interrupt the current step."""

    pressed: bool = False
    _open: bool = False

    @contextmanager
    def allowed(self) -> Iterator[None]:
        """Within this block Ctrl-C raises KeyboardInterrupt at once, as it does elsewhere."""
        self._open = True
        try:
            yield
        finally:
            self._open = False

    def receive(self, _: int, __: FrameType | None) -> None:
        """The handler of the signal."""
        self.pressed = True
        if self._open:
            raise KeyboardInterrupt


@contextmanager
def deferred() -> Iterator[Deferral]:
    """Ctrl-C within the block raises KeyboardInterrupt at its end, instead of another exception from the block.

    A block inside another one is a part of that. Nothing changes if Ctrl-C is ignored already, or in a thread other
    than the main one, which never receives it.
    """
    before = signal.getsignal(signal.SIGINT)
    outer = getattr(before, "__self__", None)
    if isinstance(outer, Deferral):
        yield outer
        return
    deferral = Deferral()
    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield deferral
        return
    signal.signal(signal.SIGINT, deferral.receive)
    try:
        yield deferral
    finally:
        signal.signal(signal.SIGINT, before)
        if deferral.pressed:
            raise KeyboardInterrupt


def stop_deferring() -> None:
    """Let Ctrl-C end this process, which was forked in a `deferred` block, where it does not ignore it."""
    if isinstance(getattr(signal.getsignal(signal.SIGINT), "__self__", None), Deferral):
        signal.signal(signal.SIGINT, signal.default_int_handler)
