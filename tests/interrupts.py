"""Ctrl-C for the commands that a test starts, however the tests themselves were started."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def with_ctrl_c() -> Iterator[None]:
    """What is started in the block gets Ctrl-C as from a terminal.

    A shell starts `nohup make test &` with SIGINT ignored, and every process hands that on to those that it starts. A
    signal with a handler is at its default again in a new program (execve(2)), which is how the block works.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
