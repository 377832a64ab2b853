"""For tests of code that uses this package: a server on loopback that answers as the API does."""

from __future__ import annotations

from ._runtime.fakes import Answer, FakeServer, Request, fault, json_answer, stream_answer

__all__ = ["Answer", "FakeServer", "Request", "fault", "json_answer", "stream_answer"]
