"""OpenTelemetry's own instrumentation of httpx2, which knows nothing of us: a span for each try.

Needs opentelemetry-instrumentation-httpx 0.65b0 or later, and opentelemetry-sdk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from .drive import CHUNKS, COMPLETION, KEY, MESSAGES, Mode, ask, ask_stream, client
from .sample.sample_api.testing import FakeServer, fault, json_response, stream_response

# Untyped: type checkers must be content with these tests where the libraries are missing.
instrumentation: Any = pytest.importorskip("opentelemetry.instrumentation.httpx")
trace: Any = pytest.importorskip("opentelemetry.sdk.trace")
export: Any = pytest.importorskip("opentelemetry.sdk.trace.export")
memory: Any = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")

MODES: tuple[Mode, ...] = ("sync", "async")


@pytest.fixture(name="exporter")
def _exporter() -> Any:
    return memory.InMemorySpanExporter()


@pytest.fixture(name="provider")
def _provider(exporter: Any) -> Any:
    provider = trace.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(exporter))
    return provider


@pytest.fixture(name="traced")
def _traced(provider: Any) -> Iterator[None]:
    instrumentor = instrumentation.HTTPX2ClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    yield
    instrumentor.uninstrument()


def statuses(exporter: Any) -> list[Any]:
    """The HTTP status of each span that is over, None where there was no answer."""
    return [dict(span.attributes).get("http.status_code") for span in exporter.get_finished_spans()]


@pytest.mark.usefixtures("traced")
@pytest.mark.parametrize("mode", MODES)
def test_each_try_is_a_span_and_its_id_reaches_the_server(mode: Mode, exporter: Any) -> None:
    with FakeServer(json_response({}, 503, retry_after_ms="1"), json_response(COMPLETION)) as server:
        ask(mode, server.url, max_retries=1)
        sent = [request.headers["traceparent"].split("-")[2] for request in server.requests]
    spans = exporter.get_finished_spans()
    assert statuses(exporter) == [503, 200]
    assert [f"{span.context.span_id:016x}" for span in spans] == sent
    assert {span.name for span in spans} == {"POST"}
    assert KEY not in "".join(span.to_json() for span in spans)


@pytest.mark.usefixtures("traced")
@pytest.mark.parametrize("mode", MODES)
def test_a_stream_and_a_failure_are_spans_too(mode: Mode, exporter: Any) -> None:
    with FakeServer(stream_response(CHUNKS), fault("reset")) as server:
        assert ask_stream(mode, server.url).text == "Hello there"
        assert ask(mode, server.url).error is not None
    assert statuses(exporter) == [200, None]


def test_a_client_of_the_users_own_may_be_traced_alone(provider: Any, exporter: Any) -> None:
    with FakeServer(json_response(COMPLETION)) as server, httpx2.Client() as own:
        instrumentation.HTTPX2ClientInstrumentor.instrument_client(own, tracer_provider=provider)
        for http_client in (own, None):
            with client(server.url, http_client=http_client) as api:
                api.chat.completions.create(messages=MESSAGES)
    assert statuses(exporter) == [200]
