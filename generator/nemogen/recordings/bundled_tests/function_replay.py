"""Replays calls through a client of openapi-python-client: a function for each operation, in a module of its own.

`python -m … FOLDER` does what `__main__` does for clients whose operations are methods. The calls.json of the folder
has `functions` too: by recording, the module of its operation below the package.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import datetime
import enum
import importlib
import inspect
import io
import json
import os
import sys
import types
import typing
import uuid
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from .body_equality import differences
from .loopback import loopback
from .recorded_calls import Call, Calls, Difference, load_calls
from .replay_driver import _FORMS, _KEY, MODES, Replay, _line
from .wire_format import answer_of, body_bytes, expected_of, readable

_PLACES = ("", "path", "query", "header", "cookie")
"""What the name of an argument may end with, where two parameters have one name."""


_FUNCTIONS = ("sync_detailed", "asyncio_detailed")


class FunctionReplay(Replay):
    """Replays calls, one at a time; `functions` has the module of each recording's operation."""

    def __init__(self, calls: Calls, functions: dict[str, str]) -> None:
        super().__init__(calls)
        self._functions = functions

    def run(self, call: Call, mode: str) -> list[Difference]:
        """Everything in which the client and the recording differ; empty when it holds."""
        self._asked.clear()
        self._answer = answer_of(call.exchange["response"])
        try:
            module = importlib.import_module(f"{self._package.__name__}.{self._functions[call.recording]}")
        except ImportError:
            return [Difference("call", f"the client has no module {self._functions[call.recording]}")]
        lacking = [name for name in _FUNCTIONS if not hasattr(module, name)]
        if lacking:
            return [Difference("call", f"{module.__name__} has no function {lacking[0]}")]
        client = self._package.AuthenticatedClient(base_url=self.url + call.base, token=_KEY)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                response = called(module, client, call, mode)
            except Exception as error:  # noqa: BLE001  # what the client raises is what is judged
                return [Difference("decode", f"{type(error).__name__}: {_line(error)}")]
        # The functions take declared parameters alone.
        return [*_judged(response, call, module), *self._compare_request(call, frozenset(call.query))]


def called(module: Any, client: Any, call: Call, mode: str) -> Any:
    """The response of one call in this mode. Raises whatever the client raises."""
    if mode == "sync":
        with client:
            return module.sync_detailed(client=client, **arguments_of(module.sync_detailed, call))

    async def run() -> Any:
        async with client:
            return await module.asyncio_detailed(client=client, **arguments_of(module.asyncio_detailed, call))

    return asyncio.run(run())


def load_functions(folder: Path) -> dict[str, str]:
    """The module of each recording's operation."""
    found: dict[str, str] = json.loads((folder / "calls.json").read_text("utf-8"))["functions"]
    return found


@contextlib.contextmanager
def replaying_functions(calls: Calls, functions: dict[str, str]) -> Iterator[FunctionReplay]:
    """A replay with its server, until the block ends. Nothing goes through a proxy meanwhile."""
    replay = FunctionReplay(calls, functions)
    direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    with mock.patch.dict(os.environ, direct), loopback(replay.respond) as server:
        replay.url = server.url
        yield replay


def _judged(response: Any, call: Call, module: Any) -> Iterator[Difference]:
    recorded = call.exchange["response"]
    if int(response.status_code) != recorded["status"]:
        yield Difference("error", f"the status is {int(response.status_code)}, not {recorded['status']}")
    [parsed] = typing.get_args(typing.get_type_hints(module.sync_detailed)["return"]) or (Any,)
    if parsed is Any or (call.outcome == "error" and response.parsed is None):
        return  # nothing is parsed where the document says nothing of a response
    [expected] = expected_of(recorded, call.end)
    found = _as_recorded(dumped(response.parsed), expected)
    yield from (Difference("round-trip", text) for text in differences(expected, found))


def arguments_of(function: Callable[..., Any], call: Call) -> dict[str, Any]:
    """Keyword arguments for a function, each of the type that it wants."""
    hints = typing.get_type_hints(function)
    parameters = inspect.signature(function).parameters
    known = {_letters(name): name for name in parameters if name not in ("client", "body")}
    found = {name: _argument(name, known) for name in call.arguments}
    found |= _last_of_path(found, parameters)
    given = {
        found[name]: _parameter(value, hints[found[name]]) for name, value in call.arguments.items() if found[name]
    }
    rest = {name: value for name, value in call.arguments.items() if not found[name]}
    body = call.exchange["request"].get("body")
    if body is not None and "body" in hints:
        given["body"] = _body(body, call, rest, hints["body"])
    elif rest:
        raise TypeError(f"no argument for {', '.join(sorted(rest))}")
    return given


def _parameter(value: Any, wanted: Any) -> Any:
    """The value of a parameter; where the function takes text alone, the text that is sent."""
    if str in (wanted, *typing.get_args(wanted)) and not isinstance(value, str):
        with contextlib.suppress(TypeError, ValueError):
            return built(value, wanted)
        texts = value if isinstance(value, list) else [value]
        return ",".join(each if isinstance(each, str) else json.dumps(each) for each in texts)
    return built(value, wanted)


def _argument(name: str, known: dict[str, str]) -> str:
    letters = _letters(name)
    spellings = [f"{start}{letters}{place}" for start in ("", "field", "at") for place in _PLACES]
    return next((known[each] for each in spellings if each in known), "")


def _last_of_path(found: dict[str, str], parameters: Mapping[str, inspect.Parameter]) -> dict[str, str]:
    """The parameter of the path whose name had to be spelt in ASCII, where one is left."""
    names = [name for name, argument in found.items() if not argument]
    positional = [each.name for each in parameters.values() if each.kind is each.POSITIONAL_OR_KEYWORD]
    left = [name for name in positional if name not in found.values()]
    return {names[0]: left[0]} if len(names) == len(left) == 1 else {}


def _letters(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())


def _body(body: dict[str, Any], call: Call, fields: dict[str, Any], wanted: Any) -> Any:
    if call.headers.get("content-type", "").startswith(_FORMS):
        contents = {name: base64.b64decode(content) for name, _, _, content in call.files}
        made = built({**fields, **contents}, wanted)
        unnamed = list(_files_of(made))
        for name, file, media_type, _ in call.files:
            each = next(each for each in unnamed if each.payload.getvalue() == contents[name])
            each.file_name, each.mime_type = file, media_type
            unnamed.remove(each)
        return made
    if "json" in body:
        return built(body["json"], wanted)
    return built(io.BytesIO(body_bytes(body)), wanted)


def _files_of(model: Any) -> Iterator[Any]:
    """The files of a model, also of its lists."""
    for name in getattr(type(model), "__annotations__", {}):
        value = getattr(model, name)
        yield from (each for each in (value if isinstance(value, list) else [value]) if hasattr(each, "payload"))


def built(value: Any, wanted: Any) -> Any:
    """`value` (JSON, or a file's content) as `wanted`, a type of the client's annotations.

    Raises TypeError, ValueError or KeyError where it is no such value.
    """
    if wanted is Any:
        return value
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        return _built_of_union(value, arguments)
    if origin is list:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return [built(item, arguments[0]) for item in value]
    if origin is typing.Literal:
        if value not in arguments:
            raise ValueError("not one of the values")
        return value
    return _built_of_class(value, wanted)


def _built_of_union(value: Any, members: tuple[Any, ...]) -> Any:
    for member in members:
        with contextlib.suppress(TypeError, ValueError, KeyError, AttributeError):
            made = built(value, member)
            if isinstance(value, io.BytesIO | dict) and hasattr(made, "to_multipart"):
                return made  # of files, no JSON can be made
            if isinstance(value, io.BytesIO) or _as_recorded(dumped(made), value) == value:
                return made
    raise TypeError("not a value of the union")


def _built_of_class(value: Any, wanted: Any) -> Any:
    if isinstance(value, io.BytesIO):
        return wanted(payload=value)
    if hasattr(wanted, "from_dict"):
        return wanted.from_dict(value)
    if wanted is datetime.datetime:
        return datetime.datetime.fromisoformat(value)
    if wanted is datetime.date:
        return datetime.date.fromisoformat(value)
    if wanted is uuid.UUID or (isinstance(wanted, type) and issubclass(wanted, enum.Enum)):
        return wanted(value)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(f"not a {wanted.__name__}")
    return value


def dumped(value: Any) -> Any:
    """What the client gave as the JSON value that it was read from."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, list):
        return [dumped(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    return readable(value.payload.read()) if hasattr(value, "payload") else value


def _as_recorded(found: Any, expected: Any) -> Any:
    """`found` with times written as in `expected`, where they are the same: `Z` and `+00:00` are."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {name: _as_recorded(value, expected.get(name)) for name, value in found.items()}
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [_as_recorded(*pair) for pair in zip(found, expected, strict=True)]
    if isinstance(found, str) and isinstance(expected, str) and found != expected:
        with contextlib.suppress(ValueError):
            times = [datetime.datetime.fromisoformat(each) for each in (found, expected)]
            return expected if times[0] == times[1] else found
    return found


def main(folder: Path) -> None:
    """Replays every call, sync and async; each line holds recording, mode and differences."""
    calls = load_calls(folder)
    with replaying_functions(calls, load_functions(folder)) as replay:
        for call in calls.calls:
            for mode in MODES:
                found = [[each.kind, each.message] for each in replay.run(call, mode)]
                line = {"recording": call.recording, "mode": mode, "differences": found}
                sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
