"""An OpenTelemetry span for each call if the program uses OpenTelemetry, which is not imported otherwise.

The span has the name of the operation and covers all its attempts, and a stream to its end. Attributes are those of
the semantic conventions for HTTP clients; neither key nor bodies are among them.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .call import Call

_NOTHING = contextlib.nullcontext()


class _Span(Protocol):
    """A span of OpenTelemetry."""

    def set_attribute(self, key: str, value: str | int, /) -> None: ...
    def set_status(self, status: object, /) -> None: ...
    def is_recording(self) -> bool: ...
    def end(self) -> None: ...


class OperationSpan:
    """The span of one call. It ends with the call, or with the stream that it was handed over to."""

    def __init__(self, span: _Span, trace: Any) -> None:
        self._span = span
        self._trace = trace
        self._is_handed_over = False

    def hand_over(self) -> OperationSpan:
        """The same, for a stream to `end`."""
        self._is_handed_over = True
        return self

    def end(self, call: Call, error: str | None) -> None:
        """Say how it ended: `error` is the name of a class."""
        status, attempts = call.last_status, call.attempts
        if status is not None:
            self._span.set_attribute("http.response.status_code", status)
        if attempts > 1:
            self._span.set_attribute("http.request.resend_count", attempts - 1)
        if error is not None:
            self._span.set_attribute("error.type", error)
            self._span.set_status(self._trace.StatusCode.ERROR)
        self._span.end()

    @contextlib.contextmanager
    def covering(self, call: Call) -> Iterator[None]:
        """A context in which spans of others are below this one."""
        error: str | None = None
        try:
            with self._trace.use_span(self._span, record_exception=False, set_status_on_exception=False):
                yield
        except BaseException as raised:
            error = type(raised).__name__
            self._is_handed_over = False
            raise
        finally:
            if not self._is_handed_over:
                self.end(call, error)


def span_of(call: Call) -> OperationSpan | None:
    """The span of a call that begins; None if nobody looks at spans."""
    trace = sys.modules.get("opentelemetry.trace")
    if trace is None:
        return None
    settings, operation = call.context.settings, call.operation
    server = urlsplit(operation.base_url or call.context.options.base_url)
    attributes: dict[str, str | int] = {
        "http.request.method": operation.method,
        "url.template": operation.path,
        "server.address": server.hostname or "",
    }
    if server.port is not None:
        attributes["server.port"] = server.port
    tracer = trace.get_tracer(settings.package, settings.version)
    span: _Span = tracer.start_span(operation.name, kind=trace.SpanKind.CLIENT, attributes=attributes)
    if not span.is_recording():
        return None
    return OperationSpan(span, trace)


def covered(span: OperationSpan | None, call: Call) -> contextlib.AbstractContextManager[None]:
    """The context of a span, or one that does nothing."""
    return _NOTHING if span is None else span.covering(call)
