"""Calls a generated client as recorded requests say, and tells where request, answer or error differ from the record.

A folder holds calls.json (see `load_calls`) and `<operation>/<case>.json`, one recorded exchange each.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import dataclasses
import importlib
import inspect
import os
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from unittest import mock
from urllib.parse import parse_qsl, urlsplit

from .body_equality import differences, meaning
from .loopback import Answer, Asked, loopback
from .page_replay import first_page_method
from .recorded_calls import Call, Calls, Difference
from .token_endpoint import answer_token
from .wire_format import answer_of, body_bytes, expected_of, readable, several

MODES = ("sync", "async")
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
_KEY = "key-of-the-replay"


class Replay:
    """Replays calls, one at a time, against the server at `url`, which answers with `respond`."""

    def __init__(self, calls: Calls) -> None:
        self.url = ""
        self._package = importlib.import_module(calls.module)
        self._client = calls.client
        self._answer = Answer(500)
        self._asked: list[Asked] = []

    def respond(self, asked: Asked) -> Answer:
        """What the server answers: the recorded response of the call that runs; a token to who asks for one."""
        token = answer_token(asked)
        if token is not None:
            return token
        self._asked.append(asked)
        return self._answer

    def run(self, call: Call, mode: str) -> list[Difference]:
        """Everything in which the client and the recording differ; empty when it holds.

        A page is also asked for through the method for all pages, where the client has one.
        """
        found = self._run(call, mode, _method)
        if found or call.outcome != "value":
            return found
        return [Difference(each.kind, f"first page: {each.message}") for each in self._run(call, mode, _pages)]

    def _run(self, call: Call, mode: str, find: Find) -> list[Difference]:
        self._asked.clear()
        self._answer = answer_of(call.exchange["response"])
        name = self._client if mode == "sync" else f"Async{self._client}"
        made = with_token_endpoint(getattr(self._package, name), "/token")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            keys = dict.fromkeys(arguments_for_keys(made), _KEY)
            client = made(**keys, base_url=self.url + call.base, max_retries=0, **unchecked(made, call))
            got = _call(client, call, find) if mode == "sync" else asyncio.run(_call_async(client, call, find))
        if got.is_uncallable:
            is_plain = find is _method
            return [Difference("call", f"the client has no method {call.operation}")] if is_plain else []
        return [*self._judge(got, call), *self._compare_request(call, _key_parameters(made))]

    def _judge(self, got: Got, call: Call) -> Iterator[Difference]:
        response = call.exchange["response"]
        expected = expected_of(response, call.end)
        if call.outcome in ("error", "broken stream"):
            yield from _judge_error(got.error, self._package.__name__, response["status"], call.outcome)
        elif got.error is not None:
            yield Difference("decode", f"{type(got.error).__name__}: {_line(got.error)}")
            return
        if call.outcome == "broken stream":
            expected = expected[: len(got.values)]
        if call.outcome != "error":
            yield from (Difference("round-trip", text) for text in differences(expected, got.values))

    def _compare_request(self, call: Call, keys: frozenset[str]) -> Iterator[Difference]:
        request = call.exchange["request"]
        if len(self._asked) != 1:
            yield Difference("request", f"sent {len(self._asked)} times instead of once")
            return
        [asked] = self._asked
        target = urlsplit(asked.target)
        query = [(name, value) for name, values in request.get("query", {}).items() for value in several(values)]
        query = [pair for pair in query if pair[0] not in keys]
        asked_query = [pair for pair in parse_qsl(target.query, True) if pair[0] not in keys]
        recorded = {"method": request["method"], "path": request["path"], "query": sorted(query)}
        sent = {"method": asked.method, "path": target.path, "query": sorted(asked_query)}
        recorded["body"] = meaning(body_bytes(request.get("body")), call.headers.get("content-type", ""))
        sent["body"] = meaning(asked.body, asked.header("content-type"))
        for name, value in call.headers.items():
            recorded[name], sent[name] = (text.split(";")[0].strip() for text in (value, asked.header(name)))
        yield from (Difference("request", text) for text in differences(recorded, sent))


@contextlib.contextmanager
def replaying(calls: Calls) -> Iterator[Replay]:
    """A replay with its server, until the block ends. Nothing goes through a proxy meanwhile."""
    replay = Replay(calls)
    direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    with mock.patch.dict(os.environ, direct), loopback(replay.respond) as server:
        replay.url = server.url
        yield replay


@dataclass
class Got:
    """What a call gave: JSON values (one, or one a chunk), and the error that it ended with."""

    values: list[Any] = field(default_factory=list)
    error: Exception | None = None
    is_uncallable: bool = False


Find = Callable[[Any, Call, Got], Any]
"""Finds the method of a client to call; None, and said so, if there is none."""


def _call(client: Any, call: Call, find: Find) -> Got:
    got = Got()
    with contextlib.closing(client):
        method = find(client, call, got)
        if method is None:
            return got
        try:
            result = method(**arguments_for(method, call))
            for item in result if is_stream(result, "__iter__") else [result]:
                got.values.append(dumped(item))
        except Exception as error:  # noqa: BLE001  # what the client raises is what is judged
            got.error = error
    return got


async def _call_async(client: Any, call: Call, find: Find) -> Got:
    got = Got()
    async with client:
        method = find(client, call, got)
        if method is None:
            return got
        try:
            result = await method(**arguments_for(method, call))
            if is_stream(result, "__aiter__"):
                async for item in result:
                    got.values.append(dumped(item))
            else:
                got.values.append(dumped(result))
        except Exception as error:  # noqa: BLE001  # what the client raises is what is judged
            got.error = error
    return got


def _method(client: Any, call: Call, got: Got) -> Any:
    for name in call.operation.split("."):
        client = getattr(client, name, None)
    if not callable(client):
        got.is_uncallable = True
        return None
    return client


def _pages(client: Any, call: Call, got: Got) -> Any:
    method = _method(client, call, got)
    found = None if method is None else first_page_method(method)
    got.is_uncallable = found is None
    return found


def arguments_for(method: Any, call: Call) -> dict[str, Any]:
    """Keyword arguments for a method: the parameters and the members of the body under their Python names.

    A member that the method has no parameter for goes into `extra_body`, a query parameter that the operation does not
    declare into `extra_query`, as a caller would send them. A method that takes the body whole (a union, a map) gets it
    so.
    """
    taken = inspect.signature(method).parameters
    known = {_folded(name): name for name in taken}
    given = dict(call.arguments)
    body = call.exchange["request"].get("body", {})
    members = body.get("json")
    arguments: dict[str, Any] = {}
    is_whole = "body" in taken and "extra_body" not in taken
    if isinstance(members, dict) and not is_whole:
        extra = {name: value for name, value in members.items() if _folded(name) not in known}
        given |= {name: value for name, value in members.items() if name not in extra}
        arguments |= {"extra_body": extra} if extra else {}
    elif body and not call.headers.get("content-type", "").startswith(_FORMS):
        arguments["body"] = members if "json" in body else body_bytes(body)
    if call.query:
        arguments["extra_query"] = {name: several(values) for name, values in call.query.items()}
    for field_name, file, media_type, content in call.files:
        given[field_name] = (file, base64.b64decode(content), media_type)
    return arguments | {known.get(_folded(name), name): value for name, value in given.items()}


def arguments_for_keys(client: Any) -> tuple[str, ...]:
    """The arguments of a client's constructor that are credentials."""
    if not hasattr(getattr(client, "settings", None), "schemes"):
        return ("api_key",)
    return tuple(name for scheme in _schemes_of(client) for name in scheme.sources)


def with_token_endpoint(client: Any, *urls: str, base_url: str | None = None) -> Any:
    """The client's class, with tokens from these endpoints (the last one serves the rest), where it fetches any.

    `base_url` is where it takes the API to be.
    """
    schemes = _schemes_of(client)
    if not any(each.token_url for each in schemes):
        return client
    waiting = list(urls)
    auth = tuple(
        dataclasses.replace(each, token_url=waiting.pop(0) if len(waiting) > 1 else waiting[0])
        if each.token_url
        else each
        for each in schemes
    )
    settings = client.settings
    changed = dataclasses.replace(settings, auth=auth, base_url=base_url or settings.base_url)
    return type(client.__name__, (client,), {"settings": changed})


def _key_parameters(client: Any) -> frozenset[str]:
    """The query parameters that carry credentials."""
    return frozenset(each.name for each in _schemes_of(client) if each.scheme == "query")


def _schemes_of(client: Any) -> tuple[Any, ...]:
    """The credentials of a generated client; of another one none are known."""
    found: tuple[Any, ...] = getattr(getattr(client, "settings", None), "schemes", ())
    return found


def unchecked(client: Any, call: Call) -> dict[str, Any]:
    """The option that has a request sent unchecked: what an API refused may be wrong, and is sent all the same."""
    knows = hasattr(client, "settings") or "validate" in inspect.signature(client).parameters
    return {"validate": False} if knows and call.outcome == "error" else {}


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def is_stream(result: object, protocol: str) -> bool:
    """Whether a call gave chunks to iterate over, and no answer."""
    is_answer = result is None or hasattr(result, "model_dump") or isinstance(result, (list, dict, str, bytes))
    return not is_answer and hasattr(result, protocol)


def dumped(result: Any) -> Any:
    """An answer as the JSON value that it was read from."""
    if hasattr(result, "model_dump"):
        return result.model_dump(exclude_unset=True, by_alias=True, mode="json")
    if isinstance(result, (list, tuple)):
        return [dumped(item) for item in result]
    if isinstance(result, dict):
        return {name: dumped(item) for name, item in result.items()}
    return readable(bytes(result)) if hasattr(result, "__bytes__") else result


def _judge_error(error: Exception | None, package: str, status: int, outcome: str) -> Iterator[Difference]:
    if error is None:
        told = f"has status {status}" if status >= 400 else "is an error" if outcome == "error" else "breaks off"
        yield Difference("error", f"nothing is raised, though the answer {told}")
    elif type(error).__module__.split(".")[0] != package:
        yield Difference("error", f"{type(error).__module__}.{type(error).__name__} is no error of {package}")
    elif status >= 400 and getattr(error, "status", None) != status:
        yield Difference("error", f"{type(error).__name__}.status is {getattr(error, 'status', None)}, not {status}")
    elif not isinstance(error, _error_class(package, status)):
        yield Difference("error", f"{type(error).__name__} is not the error of status {status}")


_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}


def _error_class(package: str, status: int) -> Any:
    """The class that a package exports for a status, as far as it has one."""
    name = _ERRORS.get(status, "InternalServerError" if status >= 500 else "")
    return getattr(importlib.import_module(package), name, Exception)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
