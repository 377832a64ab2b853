"""After a fork, the child has copies of the parent's connections: it must neither use nor close them.

A byte that the child reads is lost to the parent, and to close a connection of asyncio takes it out of the parent's
event loop, which both still share.
"""

from __future__ import annotations

from typing import Any

_left_alone: list[Any] = []


def leave_alone(*things: Any) -> None:
    """Keep objects of another process to the end of this one, so that no destructor closes what they hold."""
    _left_alone.extend(things)
