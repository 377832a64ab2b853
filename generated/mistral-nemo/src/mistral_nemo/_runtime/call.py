"""One call, from its first request to its response, without I/O: what to send, and how to handle the outcome.

Both clients drive it in the same way: `begin`, send, then `judge` with a response or an error, until it is done.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from typing import Any

from .api_response import ApiResponse
from .call_context import CallContext
from .call_errors import api_error
from .call_state import CallState
from .errors import APIConnectionError, APIError, AuthenticationError, extend_message
from .grants import carrying
from .headers import checked_header
from .hooks import HookRequest
from .http_request import Prepared, Steps
from .log import log_retry
from .observing import log_sending, outcome_text, secret_headers
from .operation import IDEMPOTENT_METHODS, Operation
from .redirects import redirected_url
from .responses import read_result, refusal
from .timeouts import Timeout

_MOST_REDIRECTS = 5
_LAST_EVENT = "last-event-id"
_LONGEST_ERROR = 1 << 16
"""The largest JSON body, in bytes, that is checked for an error in place of a file."""
_IDEMPOTENCY_HEADERS = frozenset({"idempotency-key", "x-idempotency-key"})
"""The header that callers use for an idempotency key if the spec does not declare one."""
_UNCERTAIN = (
    "; the API may have executed the request, so it is not retried; use retry=RetryPolicy(resend=True) to retry it"
)


class Call(CallState):
    """One call: its state, and what follows from each outcome of a request."""

    def __init__(
        self,
        context: CallContext,
        operation: Operation[Any],
        prepared: Prepared,
        *,
        timeout: Timeout,
        streaming: bool,
        downloads: bool,
    ) -> None:
        super().__init__(context, operation, prepared, timeout)
        self.streaming = streaming
        self.downloads = downloads
        self.url = prepared.url
        self._redirects = 0
        self._started = self.sent_at
        self._add_idempotency_key()

    def _add_idempotency_key(self) -> None:
        """All attempts share one key, so that the API executes the call once. A key that the caller set is kept."""
        own = self.operation.idempotency_header
        name = own or self.context.settings.idempotency_header
        has_own = not _IDEMPOTENCY_HEADERS.isdisjoint(self.prepared.headers)
        self._repeatable = self.prepared.method in IDEMPOTENT_METHODS or has_own or name is not None
        if name is not None and (own or self.prepared.method not in IDEMPOTENT_METHODS):
            headers = {name.lower(): str(uuid.uuid4()), **self.prepared.headers}
            self.prepared = self.prepared.with_headers(headers)

    def again(self, headers: Mapping[str, str]) -> Call:
        """The same call after its connection broke: with more headers, within the same deadline."""
        prepared = self.prepared.with_headers({**self.prepared.headers, **headers})
        made = Call(
            self.context,
            self.operation,
            prepared,
            timeout=self.timeout,
            streaming=self.streaming,
            downloads=self.downloads,
        )
        made.deadline = self.deadline
        return made

    @property
    def may_resume(self) -> bool:
        """Whether a stream may be requested again after its connection broke: its method is safe, or the API or the
        caller allows it."""
        said = any(
            each.location == "header" and each.wire_name.lower() == _LAST_EVENT for each in self.operation.parameters
        )
        return self.operation.method in ("GET", "HEAD") or said or self.context.options.retry.resend

    def hides_error(self, head: ApiResponse) -> bool:
        """Whether a download with a 2xx status may be an API error or an HTML page instead of the file."""
        kind, length = head.content_type, head.headers.get("content-length", "")
        if "html" in kind:
            return "html" not in self.operation.accept and "*" not in self.operation.accept
        is_short = length.isdecimal() and int(length) <= _LONGEST_ERROR
        return is_short and "json" in kind

    def begin(self, announced: HookRequest | None) -> tuple[Prepared, Steps]:
        """The next request, with the headers after the hooks ran, and the timeouts of its steps in seconds."""
        self.attempts += 1
        prepared = self.prepared
        if announced is not None:
            headers = {name.lower(): checked_header(name, value) for name, value in announced.headers.items()}
            prepared = prepared.with_headers({**headers, **secret_headers(self)})
        prepared = carrying(prepared, self.grant)
        self.grant.is_current = self.grant.is_fixed
        log_sending(self, prepared)
        self.sent_at = time.monotonic()
        return prepared, self.timeout.steps(self.deadline.remaining)

    @property
    def user_agent(self) -> str:
        """The client's User-Agent."""
        return self.prepared.headers.get("user-agent", "")

    def broken(self, error: Exception) -> APIError:
        """The error for an exception of the HTTP library. Raises an exception of the request body itself."""
        return api_error(self, error)

    def unauthorized(self, error: Exception) -> APIError:
        """The error for a request that was not sent because there was no token."""
        self.attempts += 1
        return self.broken(error)

    def may_renew(self, outcome: ApiResponse | APIError) -> bool:
        """Whether a call with rejected credentials is sent once more, with a new key or token."""
        if not isinstance(outcome, ApiResponse) or outcome.status != 401 or self.deadline.passed:
            return False
        grant = self.grant
        return not grant.is_fixed and not grant.is_renewed and self.prepared.can_be_repeated

    def is_renewed(self, changed: bool | APIError) -> bool:
        """Whether the credentials changed, so that the request counts as not sent and is sent again."""
        if changed is not True:
            return False
        self.grant.is_renewed = self.grant.is_current = True
        self.attempts -= 1
        return True

    def judge(self, outcome: ApiResponse | APIError) -> float | None:
        """Seconds to wait before the next attempt, or None if the outcome is final."""
        if isinstance(outcome, ApiResponse):
            if 200 <= outcome.status < 300:
                return None
            if 300 <= outcome.status < 400 and self._follow(outcome):
                return 0.0
        wait = self._wait(outcome)
        if wait is not None:
            log_retry(self.context.logger, outcome_text(outcome), wait, self.attempts)
        elif isinstance(outcome, APIConnectionError) and outcome.sent and not self._resends:
            extend_message(outcome, _UNCERTAIN)
        return wait

    def refused(self, response: ApiResponse) -> APIError:
        """The error for a response with a status other than 2xx."""
        return refusal(self, response, self.facts(response.status, response.headers))

    def read(self, response: ApiResponse) -> object:
        """The object in a response with a 2xx status. Raises APIStatusError and APIResponseError."""
        return read_result(self, response)

    def _wait(self, outcome: ApiResponse | APIError) -> float | None:
        headers: Mapping[str, str] = {}
        if isinstance(outcome, ApiResponse):
            wish = outcome.headers.get("x-should-retry")
            again = wish == "true" or (wish != "false" and outcome.status in self.context.settings.retry_statuses)
            again = again and self.prepared.can_be_repeated
            headers = outcome.headers
        elif isinstance(outcome, AuthenticationError):
            again = outcome.status in self.context.settings.retry_statuses
            headers = outcome.headers
        else:
            again = isinstance(outcome, APIConnectionError) and self._may_repeat(outcome)
        elapsed = time.monotonic() - self._started
        wait = self.context.options.retry.delay(self.attempts, elapsed, headers) if again else None
        remaining = self.deadline.remaining
        return None if wait is None or (remaining is not None and wait >= remaining) else wait

    def _may_repeat(self, failure: APIConnectionError) -> bool:
        is_allowed = not failure.permanent and (self._resends or not failure.sent)
        return is_allowed and self.prepared.can_be_repeated

    @property
    def _resends(self) -> bool:
        """Whether a request that the API may have executed is sent again."""
        return self._repeatable or self.context.options.retry.resend

    def _follow(self, response: ApiResponse) -> bool:
        """Whether the request is sent again, to where a response redirects it."""
        url = redirected_url(self.prepared, response) if self._redirects < _MOST_REDIRECTS else None
        if url is None:
            return False
        self._redirects += 1
        self.attempts -= 1
        self.prepared = self.prepared.with_url(url)
        return True
