"""Classifies a response: an object, an error with status 200, or an unusable body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .api_response import ApiResponse
from .decode import GENERIC_PROBLEM
from .error_body import NO_PROBLEM, Problem, error_in, parse_json, read_problem
from .error_facts import ErrorFacts
from .errors import APIResponseError, APIStatusError, RedirectError, status_error
from .files import BinaryContent
from .headers import ResponseHeaders
from .mismatch import MISMATCHES, NOTHING, REQUEST_ID, Mismatch, warn_once
from .not_numbers import with_not_numbers
from .retry import retry_after
from .text_bodies import decoded_text

if TYPE_CHECKING:
    from .call_context import CallContext
    from .operation import Operation, ResponseType

ResponseErrorT = TypeVar("ResponseErrorT", bound=APIResponseError)

_PROBLEM = "application/problem+json"
_SHOWN_START = 200


class Exchange(Protocol):
    """What reading a response needs of its exchange."""

    @property
    def operation(self) -> Operation[Any]:
        """The operation that was called."""

    @property
    def context(self) -> CallContext:
        """State that all calls of one client share."""

    def facts(self, status: int | None = None, headers: Mapping[str, str] | None = None) -> ErrorFacts:
        """The facts about the request and its response that an error reports."""


def refusal(exchange: Exchange, response: ApiResponse, facts: ErrorFacts) -> APIStatusError:
    """The error for a status other than 2xx."""
    kind = status_error(response.status)
    document = parse_json(response.body)
    problem = NO_PROBLEM if document is None else read_problem(document)
    if kind is RedirectError:
        message = f"redirected to {response.headers.get('location', 'nowhere')}: not followed"
    else:
        text = response.body.decode("utf-8", "replace")
        message = problem.message or response.lost or _describe(text, response.content_type)
    error = facts.error(kind, message, response.body, problem)
    error.retry_after = retry_after(response.headers)
    # What the error has is read, not the response: the key is masked in it.
    error.problem = None if document is None else _problem_of(exchange, response, error.body)
    return error


def _problem_of(exchange: Exchange, response: ApiResponse, body: object) -> object:
    """The object in the JSON of an error (`body`, parsed); None if the API describes none, or another one came.

    Values of the wrong type are passed over (RFC 9457, section 3.1), so that an error never hides behind another.
    """
    name = exchange.operation.error_type(response.status, response.content_type)
    if name is None or name == "Any":
        if response.content_type != _PROBLEM or not isinstance(body, dict):
            return None
        name = GENERIC_PROBLEM
    found, mismatches = exchange.context.decoders[name].decode(json.dumps(body).encode())
    return None if any(not each.pointer for each in mismatches) else found


def disguised(problem: Problem, body: bytes, facts: ErrorFacts) -> APIStatusError:
    """The error for one that came with a 2xx status; its class is that of the status that the body names."""
    kind = status_error(problem.status) if problem.status else APIStatusError
    return facts.error(kind, problem.message or "the response is an error", body, problem)


def _describe(text: str, content_type: str) -> str:
    """A body that is not JSON, in a few words: of an HTML page its title would say more than its markup, but is
    anybody's text; so the type is named, and the start is on the error."""
    if not text.strip():
        return "the response has no body"
    if "html" in content_type or text.lstrip()[:1] == "<":
        return "the response is an HTML page"
    return text.strip()[:_SHOWN_START]


def read_result(exchange: Exchange, response: ApiResponse) -> object:
    """The object in a response with a 2xx status; None if its body is empty.

    Raises:
        APIStatusError: it is an error anyway.
        APIResponseError: it is not what the API promises.
    """
    kind = exchange.operation.response_type(response.status, response.content_type)
    facts = exchange.facts(response.status, response.headers)
    if kind.name == "headers":
        return ResponseHeaders(response.headers)
    if response.status in (204, 205):
        return None
    is_text = kind.name in ("bytes", "str")
    if not response.body.strip() and not (is_text and response.content_type):
        _note_lack(exchange, kind, facts)
        return None
    if not is_text and kind.name != "None":
        return _read_object(exchange, response, kind, facts)
    problem = error_in(parse_json(response.body)) if "json" in response.content_type else None
    if problem is not None:
        raise disguised(problem, response.body, facts)
    if kind.name == "None":
        found = _as_it_came(response)
        return finish(exchange, found, (Mismatch("", "no body", _shown(found)),), facts, as_it_came=True)
    if kind.name == "str":
        return _text_of(response)
    if "html" in response.content_type and "html" not in exchange.operation.accept:
        raise facts.error(APIResponseError, _not_json(response), response.body)
    return BinaryContent(response.body, response.content_type)


def _note_lack(exchange: Exchange, kind: ResponseType, facts: ErrorFacts) -> None:
    """An empty body: what it should have been is a mismatch, where the API promises that for its status."""
    if kind.is_declared and kind.name not in ("None", "Any"):
        finish(exchange, None, (Mismatch("", kind.name, NOTHING),), facts, as_it_came=True)


def _as_it_came(response: ApiResponse) -> object:
    """A body by its content type alone: JSON, text, or bytes."""
    document = parse_json(response.body)
    if document is not None or response.body.strip() == b"null":
        return document
    return (
        _text_of(response)
        if response.content_type.startswith("text/")
        else BinaryContent(response.body, response.content_type)
    )


def _text_of(response: ApiResponse) -> str:
    return decoded_text(response.body, response.headers.get("content-type", ""))


def _shown(found: object) -> str:
    text = repr(found)
    return text if len(text) <= _SHOWN_START else text[:_SHOWN_START] + "…"


def _read_object(exchange: Exchange, response: ApiResponse, kind: ResponseType, facts: ErrorFacts) -> object:
    body, decoder = response.body, exchange.context.decoders[kind.name]
    if (b'"error"' in body or b'"statusCode"' in body) and not decoder.may_have("error"):
        problem = error_in(parse_json(body))
        if problem is not None:
            raise disguised(problem, body, facts)
    try:
        found, mismatches = decoder.decode(body)
    except (ValueError, RecursionError):
        if kind.is_range:
            return _of_another_type(exchange, response, kind, facts)
        raise facts.error(APIResponseError, _not_json(response), body) from None
    as_it_came = isinstance(found, dict) and decoder.is_union
    return finish(exchange, found, with_not_numbers(body, mismatches), facts, as_it_came=as_it_came)


def _of_another_type(exchange: Exchange, response: ApiResponse, kind: ResponseType, facts: ErrorFacts) -> object:
    """A body that is not JSON, where any media type is allowed: text is right where the type is text."""
    found = _as_it_came(response)
    if kind.name == "Any" or (isinstance(found, str) and exchange.context.decoders[kind.name].is_text):
        return found
    return finish(exchange, found, (Mismatch("", kind.name, _shown(found)),), facts, as_it_came=True)


def finish(
    exchange: Exchange, found: object, mismatches: tuple[Mismatch, ...], facts: ErrorFacts, *, as_it_came: bool = False
) -> object:
    """The object with its request id and its mismatches. Raises APIResponseError for these where strict.

    A mismatch at the root means that nothing fits: there is no object to return, unless the raw value is of use.
    """
    if is_refused(exchange, mismatches, as_it_came):
        raise contract_broken(APIResponseError, "the response", mismatches, facts)
    if mismatches:
        warn_once(exchange.operation.name, mismatches)
    return annotated(found, mismatches, facts)


def is_refused(exchange: Exchange, mismatches: tuple[Mismatch, ...], as_it_came: bool) -> bool:
    """Whether what was decoded is an error: the client is strict, or nothing fits and it is of no use as it is."""
    is_lost = bool(mismatches) and not mismatches[0].pointer and not as_it_came
    return is_lost or (bool(mismatches) and exchange.context.options.strict)


def annotated(found: object, mismatches: tuple[Mismatch, ...], facts: ErrorFacts) -> object:
    """The same object; it knows its request id and its mismatches, where it is a model."""
    if hasattr(type(found), "mismatches"):
        own = found.__dict__
        if mismatches:
            own[MISMATCHES] = mismatches
        if facts.request_id is not None:
            own[REQUEST_ID] = facts.request_id
    return found


def contract_broken(
    kind: type[ResponseErrorT], what: str, mismatches: tuple[Mismatch, ...], facts: ErrorFacts
) -> ResponseErrorT:
    """The error for JSON of another shape than the one that was promised."""
    places = "; ".join(map(str, mismatches[:5]))
    error = facts.error(kind, f"{what} does not match the spec at {places}")
    error.mismatches = mismatches
    return error


def _not_json(response: ApiResponse) -> str:
    start = response.body.lstrip()[:1]
    if "html" in response.content_type or start == b"<":
        return "the response is an HTML page"
    return "the response is truncated or invalid JSON" if start in (b"{", b"[") else "the response is not JSON"
