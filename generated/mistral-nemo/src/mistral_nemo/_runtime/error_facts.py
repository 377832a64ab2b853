"""What every error says about its request and response."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from .error_body import NO_PROBLEM, Problem, parse_json
from .errors import APIError
from .secret import SECRET_HEADERS

ErrorT = TypeVar("ErrorT", bound=APIError)

_BODY_START = 2000


class ErrorFacts(NamedTuple):
    """What every error says about its request and response. `redact` masks the credentials in a text."""

    method: str
    path: str
    status: int | None
    request_id: str | None
    headers: Mapping[str, str]
    attempts: int
    redact: Callable[[str], str]

    def error(self, kind: type[ErrorT], message: str, body: bytes = b"", problem: Problem = NO_PROBLEM) -> ErrorT:
        """An error of that kind, with these facts. An API may repeat the key in its response: it is masked wherever
        the response's own words go."""
        text = self.redact(body.decode("utf-8", "replace"))
        parsed = parse_json(text)
        return kind(
            self.redact(message),
            method=self.method,
            path=self.path,
            status=self.status,
            request_id=self.request_id or (problem.request_id and self.redact(problem.request_id)),
            headers={name: self.redact(value) for name, value in self.headers.items() if name not in SECRET_HEADERS},
            body=text if parsed is None else parsed,
            body_start=text[:_BODY_START],
            api_message=problem.message and self.redact(problem.message),
            code=problem.code,
            attempts=self.attempts,
        )
