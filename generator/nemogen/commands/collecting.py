"""Pauses Python's garbage collection during work that keeps nearly all objects that it makes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """A block during which Python looks for no cycles to free: nearly all that a diff makes stays until it is done, and
    looking through it again and again takes a quarter of its time. What is garbage is freed soon after the block."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """A block that imports modules: nothing of them is ever garbage, so that it is looked through at no time."""
    with without_collecting():
        yield
    gc.freeze()
