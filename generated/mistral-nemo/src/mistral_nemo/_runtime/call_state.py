"""What is known of one call, for its log, its hooks and its errors."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from .call_context import CallContext
from .error_facts import ErrorFacts
from .grants import Grant
from .http_request import Prepared
from .operation import Operation
from .timeouts import Deadline, Timeout


class CallState:
    """The state of one call. `prepared` is the request without credentials, `sent_at` when it was sent last."""

    def __init__(self, context: CallContext, operation: Operation[Any], prepared: Prepared, timeout: Timeout) -> None:
        choice = context.options.credentials.choose(operation.security, operation.name)
        self.grant = Grant(choice, context.options.base_url, operation.base_url)
        self.context = context
        self.operation = operation
        self.prepared = prepared
        self.timeout = timeout
        self.deadline = Deadline(timeout.total)
        self.attempts = 0
        self.last_status: int | None = None
        self.sent_at = time.monotonic()

    def facts(self, status: int | None = None, headers: Mapping[str, str] | None = None) -> ErrorFacts:
        """The facts about the request and its response that an error reports."""
        found = headers or {}
        return ErrorFacts(
            method=self.prepared.method,
            path=self.operation.path,
            status=status,
            request_id=self.request_id(found),
            headers=found,
            attempts=self.attempts,
            redact=self.context.options.credentials.redact,
        )

    def request_id(self, headers: Mapping[str, str]) -> str | None:
        """The id that the API has given a request, in the headers of its response."""
        for name in self.context.settings.request_id_headers:
            if name in headers:
                return headers[name]
        return None
