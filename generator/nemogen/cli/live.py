"""One live line on a terminal's stderr: the current step, with the elapsed time after one second.

The thread that rewrites it ends before this process is forked, and another one starts afterwards: a process that is
forked from one with threads may wait for ever for a lock that one of them held.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress
from typing import Final, TextIO

_EVERY: Final = 0.2
_PATIENCE: Final = 1.0
_CLEAR: Final = "\r\x1b[K"


class LiveLine:
    """A line that is rewritten until the next one, or `close`, ends it. For terminals only.

    A `transient` line is erased at its end; any other stays, with its duration.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._lock = threading.Lock()
        self._text = ""
        self._transient = False
        self._since = 0.0
        self._ended: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def show(self, text: str, width: int, *, transient: bool = False) -> None:
        """End the current line and begin this one. What does not fit into `width` columns is not live."""
        self.close()
        if len(text) + len("  999 s") >= width:
            if not transient:
                self._write(f"{text}\n")
            return
        with self._lock:
            self._text, self._transient, self._since = text, transient, time.monotonic()
            self._ended = threading.Event()
        if not transient:
            self._write(text)
        self.resume()

    def close(self) -> None:
        """End the line, if there is one."""
        with self._lock:
            ended, self._ended = self._ended, None
        if ended is None:
            return
        ended.set()
        _live.discard(self)
        self._write(_CLEAR if self._transient else f"{_CLEAR}{self._line()}\n")

    def pause(self) -> None:
        """End the thread; the line stays as it is."""
        with self._lock:
            ended, thread = self._ended, self._thread
            if ended is None or thread is None:
                return
            self._ended = threading.Event()
        ended.set()
        thread.join()

    def resume(self) -> None:
        """Start a thread that rewrites the line, if there is one."""
        with self._lock:
            if self._ended is None:
                return
            self._thread = threading.Thread(target=self._tick, args=(self._ended,), name="live-line", daemon=True)
            self._thread.start()
        _live.add(self)

    def _tick(self, ended: threading.Event) -> None:
        while not ended.wait(_EVERY):
            if time.monotonic() - self._since >= _PATIENCE:
                with self._lock:
                    if self._ended is ended:
                        self._write(f"{_CLEAR}{self._line()}")

    def _line(self) -> str:
        elapsed = time.monotonic() - self._since
        return f"{self._text}  {elapsed:.0f} s" if elapsed >= _PATIENCE else self._text

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # the reader has closed the pipe, but the work continues
            self._stream.write(text)
            self._stream.flush()


_live: Final[set[LiveLine]] = set()
"""The lines that a thread rewrites."""


def _pause_all() -> None:
    for line in tuple(_live):
        line.pause()


def _resume_all() -> None:
    for line in tuple(_live):
        line.resume()


os.register_at_fork(before=_pause_all, after_in_parent=_resume_all)
