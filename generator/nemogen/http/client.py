"""The network: requests with retries, back-off and a total time limit, and no secret in an error.

All requests of nemogen itself go through `Http`. Cheap to import: the libraries are imported with the first
request.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self

from nemogen.errors import Location, NetworkError
from nemogen.http.failures import TooLarge, Unreachable
from nemogen.http.limits import Budget, Limits, OverLimit, Spent
from nemogen.http.messages import NO_RESPONSE, Request, Response
from nemogen.http.statuses import explain_status, may_pass, retry_after
from nemogen.http.urls import shown

if TYPE_CHECKING:
    from nemogen.http.connections import Connections


class Http:
    """Sends requests, one at a time. Use as a context manager. `sleep` and `now` (epoch seconds) replace the
    clock."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.limits = limits or Limits()
        self._sleep, self._now = sleep, now
        self._connections: Connections | None = None
        self._used = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._connections is not None:
            self._connections.close()
            self._connections = None

    def send(self, request: Request) -> Response:
        """The response: a status of 200 to 299, 304, or one that the request accepts.

        Raises NotFound for 404 and 410, RateLimited, BadToken, Unprocessable, Refused for any other status and a
        redirect that is not followed, TooLarge, Unreachable when all tries failed or the time is up. No message has
        a secret or a query.
        """
        budget, start = self._budget(), time.monotonic()
        try:
            for wait in self._waits():
                try:
                    return self._try(request, budget)
                except _Again as again:
                    if again.asked > self.limits.longest_wait or max(wait, again.asked) >= budget.left():
                        raise again.error from again.__cause__
                    self._sleep(max(wait, again.asked))
            raise AssertionError("the last wait is infinite")
        finally:
            self._used += time.monotonic() - start

    def _budget(self) -> Budget:
        """The time limit of this exchange: less than usual if earlier ones took most of the session."""
        limits = self.limits
        left = math.inf if limits.session is None else limits.session - self._used
        if left >= limits.total:
            return Budget(limits.total, limits.received)
        return Budget(left, limits.received, f"all requests together took more than {limits.session:g} seconds")

    def _waits(self) -> Iterator[float]:
        """Doubled each time, with jitter, so that many runners do not retry together; after the last try,
        infinite."""
        for attempt in range(self.limits.tries - 1):
            yield self.limits.first_wait * 2**attempt * random.uniform(0.75, 1.25)
        yield math.inf

    def _try(self, request: Request, budget: Budget) -> Response:
        from nemogen.http import exchange

        where, remedy = Location(shown(request.url)), request.help.get(NO_RESPONSE, "Try again later.")
        try:
            response = exchange.follow(self._opened(), request, self.limits, budget)
            budget.step()
        except OverLimit as error:
            raise TooLarge(str(error), where=where, remedy=remedy) from error
        except Spent as error:
            raise Unreachable(str(error), where=where, remedy=remedy) from error
        except exchange.Failure as error:
            failure = Unreachable(f"{request.host} cannot be reached: {error}", where=where, remedy=remedy)
            if error.sent and not request.is_repeatable:
                raise failure from error
            raise _Again(failure) from error
        if 200 <= response.status < 300 or response.status == 304 or response.status in request.fine:
            return response
        failed = explain_status(request, response, self._now())
        if may_pass(request, response):
            raise _Again(failed, retry_after(response.headers, self._now()) or 0.0)
        raise failed

    def _opened(self) -> Connections:
        if self._connections is None:
            from nemogen.http.connections import Connections

            self._connections = Connections(self.limits)
        return self._connections


class _Again(Exception):
    """A try failed with a transient `error`; the host `asked` to wait these seconds."""

    def __init__(self, error: NetworkError, asked: float = 0.0) -> None:
        super().__init__()
        self.error, self.asked = error, asked
