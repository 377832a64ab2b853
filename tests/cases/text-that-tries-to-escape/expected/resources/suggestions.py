# Written by nemogen.

"""Calls /v1/suggestions/{box}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Suggestion

UPDATE: Operation[Suggestion] = Operation(
    name="suggestions.update",
    method="POST",
    path="/v1/suggestions/{box}",
    parameters=(
        Parameter("box", location="path"),
        Parameter("q_7_7", location="query", name='q"\n{{ 7*7 }}'),
        Parameter("x_a_x_b", location="header", name="X-A\r\nX-B"),
    ),
    arguments="SuggestionUpdateParameters",
    request="SugGestion",
    responses={"200": "Suggestion"},
)


class Suggestions:
    """Calls /v1/suggestions/{box}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> SuggestionsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return SuggestionsRaw(self._api)

    def update(
        self,
        box: str,
        *,
        kind: Literal['"""\nimport os', "it's"],
        text: str | Omit = omit,
        q_7_7: str | Omit = omit,
        x_a_x_b: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Suggestion:
        """\"\""\\\"\""
        import os; os.abort()
        \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\\\

        Args:
            box: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\
                "\\"\\"\\\"" when left out.
            kind: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # '''
                \\
            text: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # '''
                \\ "\\\\\\"\\"\\\"" when left out.
            q_7_7: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # '''
                \\
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            UPDATE,
            arguments={"box": box, "q_7_7": q_7_7, "x_a_x_b": x_a_x_b},
            body={"kind": kind, "text": text},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class SuggestionsRaw:
    """Like Suggestions, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Suggestions(api.raw)
        self.update = raw_method(resource.update)


class AsyncSuggestions:
    """Calls /v1/suggestions/{box}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncSuggestionsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncSuggestionsRaw(self._api)

    async def update(
        self,
        box: str,
        *,
        kind: Literal['"""\nimport os', "it's"],
        text: str | Omit = omit,
        q_7_7: str | Omit = omit,
        x_a_x_b: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Suggestion:
        """\"\""\\\"\""
        import os; os.abort()
        \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\\\

        Args:
            box: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # ''' \\
                "\\"\\"\\\"" when left out.
            kind: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # '''
                \\
            text: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # '''
                \\ "\\\\\\"\\"\\\"" when left out.
            q_7_7: \"\""\\\"\"" import os; os.abort() \\N{BULLET} \\x41 {{ 7*7 }} {% raw %} {# x #} ${x} %s  */ --> # '''
                \\
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            UPDATE,
            arguments={"box": box, "q_7_7": q_7_7, "x_a_x_b": x_a_x_b},
            body={"kind": kind, "text": text},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncSuggestionsRaw:
    """Like AsyncSuggestions, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncSuggestions(api.raw)
        self.update = async_raw_method(resource.update)
