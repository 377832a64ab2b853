"""Classifies a response: an object, an error with status 200, or an unusable body."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from .decode import GENERIC_PROBLEM
from .error_body import NO_PROBLEM, Problem, error_in, parse_json, read_problem
from .errors import APIError, APIResponseError, APIStatusError, RedirectError, status_error
from .files import BinaryContent
from .headers import ResponseHeaders
from .mismatch import MISMATCHES, NOTHING, REQUEST_ID, Mismatch, warn_once
from .not_numbers import with_not_numbers
from .retry import retry_after
from .secret import SECRET_HEADERS
from .text_bodies import decoded_text

if TYPE_CHECKING:
    from .call import Call
    from .operation import ResponseType

ErrorT = TypeVar("ErrorT", bound=APIError)
ResponseErrorT = TypeVar("ResponseErrorT", bound=APIResponseError)

_PROBLEM = "application/problem+json"
_BODY_START = 2000
_SHOWN_START = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """A response: its head, and its body. Of a stream `body` is empty, and `response` is the library's, to be read."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    response: Any = None

    @property
    def content_type(self) -> str:
        """The media type, without parameters, in lower case; "" where none is named."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Facts:
    """What every error says about its request and answer."""

    verb: str
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
            verb=self.verb,
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


def refusal(call: Call, reply: Reply, facts: Facts) -> APIStatusError:
    """The error for a status other than 2xx."""
    kind = status_error(reply.status)
    document = parse_json(reply.body)
    problem = NO_PROBLEM if document is None else read_problem(document)
    if kind is RedirectError:
        message = f"redirected to {reply.headers.get('location', 'nowhere')}: not followed"
    else:
        message = problem.message or _describe(reply.body.decode("utf-8", "replace"), reply.content_type)
    error = facts.error(kind, message, reply.body, problem)
    error.retry_after = retry_after(reply.headers)
    # What the error has is read, not the reply: the key is masked in it.
    error.problem = None if document is None else _problem_of(call, reply, error.body)
    return error


def _problem_of(call: Call, reply: Reply, body: Any) -> Any:
    """The object in the JSON of an error (`body`, parsed); None if the API describes none, or another one came.

    Values of the wrong type are passed over (RFC 9457, section 3.1), so that an error never hides behind another.
    """
    name = call.operation.error_type(reply.status, reply.content_type)
    if name is None or name == "Any":
        if reply.content_type != _PROBLEM or not isinstance(body, dict):
            return None
        name = GENERIC_PROBLEM
    found, mismatches = call.context.decoders[name].decode(json.dumps(body).encode())
    return None if any(not each.pointer for each in mismatches) else found


def disguised(problem: Problem, body: bytes, facts: Facts) -> APIStatusError:
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


def read_answer(call: Call, reply: Reply) -> Any:
    """The object in a response with a 2xx status; None if its body is empty.

    Raises:
        APIStatusError: it is an error anyway.
        APIResponseError: it is not what the API promises.
    """
    kind = call.operation.response_type(reply.status, reply.content_type)
    facts = call.facts(reply.status, reply.headers)
    if kind.name == "headers":
        return ResponseHeaders(reply.headers)
    if reply.status in (204, 205):
        return None
    is_text = kind.name in ("bytes", "str")
    if not reply.body.strip() and not (is_text and reply.content_type):
        return _nothing(call, kind, facts)
    if not is_text and kind.name != "None":
        return _read_object(call, reply, kind, facts)
    problem = error_in(parse_json(reply.body)) if "json" in reply.content_type else None
    if problem is not None:
        raise disguised(problem, reply.body, facts)
    if kind.name == "None":
        found = _as_it_came(reply)
        return finish(call, found, (Mismatch("", "no body", _shown(found)),), facts, as_it_came=True)
    if kind.name == "str":
        return _text_of(reply)
    if "html" in reply.content_type and "html" not in call.operation.accept:
        raise facts.error(APIResponseError, _not_json(reply), reply.body)
    return BinaryContent(reply.body, reply.content_type)


def _nothing(call: Call, kind: ResponseType, facts: Facts) -> None:
    """An empty body: what it should have been is a mismatch, where the API promises that for its status."""
    if kind.is_declared and kind.name not in ("None", "Any"):
        finish(call, None, (Mismatch("", kind.name, NOTHING),), facts, as_it_came=True)


def _as_it_came(reply: Reply) -> Any:
    """A body by its content type alone: JSON, text, or bytes."""
    document = parse_json(reply.body)
    if document is not None or reply.body.strip() == b"null":
        return document
    return _text_of(reply) if reply.content_type.startswith("text/") else BinaryContent(reply.body, reply.content_type)


def _text_of(reply: Reply) -> str:
    return decoded_text(reply.body, reply.headers.get("content-type", ""))


def _shown(found: Any) -> str:
    text = repr(found)
    return text if len(text) <= _SHOWN_START else text[:_SHOWN_START] + "…"


def _read_object(call: Call, reply: Reply, kind: ResponseType, facts: Facts) -> Any:
    body, decoder = reply.body, call.context.decoders[kind.name]
    if (b'"error"' in body or b'"statusCode"' in body) and not decoder.may_have("error"):
        problem = error_in(parse_json(body))
        if problem is not None:
            raise disguised(problem, body, facts)
    try:
        found, mismatches = decoder.decode(body)
    except (ValueError, RecursionError):
        if kind.is_range:
            return _of_another_type(call, reply, kind, facts)
        raise facts.error(APIResponseError, _not_json(reply), body) from None
    return finish(
        call, found, with_not_numbers(body, mismatches), facts, as_it_came=decoder.is_union and isinstance(found, dict)
    )


def _of_another_type(call: Call, reply: Reply, kind: ResponseType, facts: Facts) -> Any:
    """A body that is not JSON, where any media type is allowed: text is right where the type is text."""
    found = _as_it_came(reply)
    if kind.name == "Any" or (isinstance(found, str) and call.context.decoders[kind.name].is_text):
        return found
    return finish(call, found, (Mismatch("", kind.name, _shown(found)),), facts, as_it_came=True)


def finish(call: Call, found: Any, mismatches: tuple[Mismatch, ...], facts: Facts, *, as_it_came: bool = False) -> Any:
    """The object with its request id and its mismatches. Raises APIResponseError for these where strict.

    A mismatch at the root means that nothing fits: there is no object to return, unless the raw value is of use.
    """
    if is_refused(call, mismatches, as_it_came):
        raise contract_broken(APIResponseError, "the response", mismatches, facts)
    if mismatches:
        warn_once(call.operation.name, mismatches)
    return annotated(found, mismatches, facts)


def is_refused(call: Call, mismatches: tuple[Mismatch, ...], as_it_came: bool) -> bool:
    """Whether what was decoded is an error: the client is strict, or nothing fits and it is of no use as it is."""
    is_lost = bool(mismatches) and not mismatches[0].pointer and not as_it_came
    return is_lost or (bool(mismatches) and call.context.options.strict)


def annotated(found: Any, mismatches: tuple[Mismatch, ...], facts: Facts) -> Any:
    """The same object; it knows its request id and its mismatches, where it is a model."""
    if hasattr(type(found), "mismatches"):
        own = found.__dict__
        if mismatches:
            own[MISMATCHES] = mismatches
        if facts.request_id is not None:
            own[REQUEST_ID] = facts.request_id
    return found


def contract_broken(
    kind: type[ResponseErrorT], what: str, mismatches: tuple[Mismatch, ...], facts: Facts
) -> ResponseErrorT:
    """The error for JSON of another shape than the one that was promised."""
    places = "; ".join(map(str, mismatches[:5]))
    error = facts.error(kind, f"{what} does not match the spec at {places}")
    error.mismatches = mismatches
    return error


def _not_json(reply: Reply) -> str:
    start = reply.body.lstrip()[:1]
    if "html" in reply.content_type or start == b"<":
        return "the response is an HTML page"
    return "the response is truncated or invalid JSON" if start in (b"{", b"[") else "the response is not JSON"
