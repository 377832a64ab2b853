"""Tracks the events of a stream, so that it can resume without losing or repeating one."""

from __future__ import annotations

from collections import deque

_MOST_WITHOUT_ID = 1000
_MOST_IDS = 1000


class EventTrail:
    """The last events of a stream whose events have ids. `note` each one that is given.

    `last_id` is what is sent as Last-Event-ID (WHATWG HTML, 9.2.4), "" if no event had an id. Servers handle it
    differently: some send the event of that id again, some begin with the first event. `is_known` says
    of what comes then whether it was given before.
    """

    def __init__(self) -> None:
        self.last_id = ""
        self._since: list[bytes] = []
        self._ids: deque[str] = deque(maxlen=_MOST_IDS)
        self._first_id = ""
        self._again: list[bytes] | None = None
        self._restarted: bool | None = None

    @property
    def can_resume(self) -> bool:
        """Whether the stream can be resumed."""
        return bool(self.last_id) and len(self._since) <= _MOST_WITHOUT_ID

    def note(self, data: bytes, last_id: str) -> None:
        """Note an event, after which the last id is `last_id`."""
        if last_id != self.last_id:
            self.last_id = last_id
            self._first_id = self._first_id or last_id
            self._ids.append(last_id)
            self._since = []
        if len(self._since) <= _MOST_WITHOUT_ID:
            self._since.append(data)

    def resume(self) -> None:
        """Note that the stream continues over a new connection."""
        self._again = list(self._since)
        self._restarted = None

    def is_known(self, data: bytes, last_id: str) -> bool:
        """Whether an event of a new connection was given before."""
        if self._again is None:
            return False
        if last_id == self.last_id:
            self._restarted = False
            if data not in self._again:
                return False
            del self._again[: self._again.index(data) + 1]
            return True
        if self._restarted is None:
            self._restarted = last_id == self._first_id or last_id in self._ids
        if self._restarted:
            return True
        self._again = None
        return False
