"""Small specs as importable packages, and their methods called against a loopback server, sync and async."""

from __future__ import annotations

import asyncio
import hashlib
import importlib
import json
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from nemogen.client import client, engine_input, models, planner
from nemogen.client.environment import environment
from nemogen.client.formats import with_types
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from tests.servers.loopback import Loopback, Reply, Request

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "generator" / "nemogen" / "runtime"
HEADER = "# Written by a test."
Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")

_METHODS: dict[str, dict[str, str]] = {}
"""By package: the dotted method of each operation ("GET /things")."""

_FOLDER = Path(tempfile.mkdtemp(prefix="nemogen-wire-"))


def api(
    operations: Mapping[str, Any], schemas: Mapping[str, Any] | None = None, version: str = "3.1.0", **more: Any
) -> dict[str, Any]:
    """A document with these operations, each by "GET /things"."""
    paths: dict[str, Any] = {}
    for label, operation in operations.items():
        verb, _, path = label.partition(" ")
        paths.setdefault(path, {})[verb.lower()] = {"responses": {"204": {"description": "Done."}}, **operation}
    info = {"title": "Shop", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas or {}}, **more}


def gives(schema: Any = None, media: str = "application/json", status: str = "200", **entry: Any) -> dict[str, Any]:
    """An operation with this response."""
    content = {media: {**({} if schema is None else {"schema": schema}), **entry}}
    return {"responses": {status: {"description": "Fine.", "content": content}}}


def takes(schema: Any = None, media: str = "application/json", required: bool = True, **entry: Any) -> dict[str, Any]:
    """An operation with this request body."""
    content = {media: {**({} if schema is None else {"schema": schema}), **entry}}
    return {"requestBody": {"required": required, "content": content}}


def parameters(*found: dict[str, Any]) -> dict[str, Any]:
    """An operation with these parameters."""
    return {"parameters": list(found)}


def obj(**properties: Any) -> dict[str, Any]:
    """The schema of an object."""
    return {"type": "object", "properties": properties}


TEXT = {"type": "string"}
WHOLE = {"type": "integer"}
BINARY = {"type": "string", "format": "binary"}


def array(items: Any) -> dict[str, Any]:
    """The schema of an array."""
    return {"type": "array", "items": items}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def package(document: Mapping[str, Any], more: str = "") -> ModuleType:
    """The package of a document, imported; `more` is appended to its api.toml."""
    name = f"wire_{hashlib.sha256((json.dumps(document) + more).encode()).hexdigest()[:12]}"
    if name in sys.modules:
        return sys.modules[name]
    settings = read_settings(name, f'[source]\nfile = "{name}.json"\n{more}'.encode(), "api.toml")
    reserved = (settings.package.client, settings.package.async_client)
    prepared = with_types(prepare(read_value(document, "openapi.json"), reserved=reserved), settings)
    folder = ROOT / "templates"
    base = f"{name}._runtime.model.Model"
    plan = planner.plan(prepared, settings)
    texts = client.modules(plan, environment(folder), HEADER)
    texts["models.py"] = models.pydantic_models(engine_input.for_models(prepared), folder, HEADER, base).text
    texts["params.py"] = client.params_module(prepared, f"{name}.models", environment(folder), HEADER)
    texts["_version.py"] = '__version__ = "0.1.0"\n'
    for path, content in texts.items():
        target = _FOLDER / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    (_FOLDER / name / "_runtime").symlink_to(RUNTIME, target_is_directory=True)
    if str(_FOLDER) not in sys.path:
        sys.path.insert(0, str(_FOLDER))
    importlib.invalidate_caches()
    named = [(f"{each.http_method} {each.path.value}", each.call) for _, each in plan.methods()]
    _METHODS[name] = dict(reversed(named))
    return importlib.import_module(name)


def methods_of(module: ModuleType) -> set[str]:
    """The operations ("GET /things") that a package has a method for."""
    return {*_METHODS[module.__name__]}


@dataclass
class Result:
    """What a call gave, what the server got, and what was warned about."""

    value: Any = None
    error: Exception | None = None
    requests: list[Request] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    """Warnings that are not of the contract."""

    @property
    def request(self) -> Request:
        (found,) = self.requests
        return found

    @property
    def sent(self) -> Any:
        """The JSON that the server got."""
        return json.loads(self.request.body)

    def refused(self, name: str) -> str:
        """The message of the error, which must be of the class of that name; nothing was sent for ArgumentError."""
        assert self.error is not None, f"no error, but {self.value!r} and {self.requests}"
        assert type(self.error).__name__ == name, repr(self.error)
        assert name != "ArgumentError" or not self.requests
        return str(self.error)


def json_reply(value: Any, status: int = 200) -> Reply:
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json"})


def call(
    module: ModuleType, method: str, mode: Mode, answer: Reply | Callable[[Request], Reply], *given: Any, **named: Any
) -> Result:
    """`method` ("GET /things", or "things.list") with these arguments; a stream is read to its end.

    `options` are those of the client.
    """
    method = _METHODS[module.__name__].get(method, method)
    options = named.pop("options", {})
    sync, asynchronous = clients_of(module)
    result = Result()
    reply = answer if callable(answer) else lambda _: answer
    key = {} if sync.settings.auth.scheme == "none" else {"api_key": "fake:key"}
    with Loopback(reply) as server, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        given_options = {"base_url": server.url, "max_retries": 0, **key, **options}
        try:
            if mode == "sync":
                with sync(**given_options) as api:
                    found = _member(api, method)(*given, **named)
                    result.value = list(found) if type(found).__name__ == "Stream" else found
            else:
                result.value = asyncio.run(_called(asynchronous(**given_options), method, given, named))
        except Exception as error:  # noqa: BLE001  # what it is, the test says
            result.error = error
        result.requests = server.requests
    result.reported = [str(each.message) for each in warned if each.category is UserWarning]
    result.warned = [str(each.message) for each in warned if type(each.message).__name__ == "ContractWarning"]
    return result


async def _called(client: Any, method: str, given: Any, named: Any) -> Any:
    async with client as api:
        found = await _member(api, method)(*given, **named)
        return [each async for each in found] if type(found).__name__ == "AsyncStream" else found


def clients_of(module: ModuleType) -> tuple[Any, Any]:
    """The classes of the sync and the async client."""
    found = importlib.import_module(f"{module.__name__}.client")
    own = [each for each in vars(found).values() if isinstance(each, type) and each.__module__ == found.__name__]
    base = importlib.import_module(f"{module.__name__}._runtime.client_base")
    (sync,) = (each for each in own if issubclass(each, base.SyncClientBase))
    (asynchronous,) = (each for each in own if issubclass(each, base.AsyncClientBase))
    return sync, asynchronous


def method_of(module: ModuleType, operation: str) -> str:
    """The dotted method of an operation ("GET /things"): the first, where it has several."""
    return _METHODS[module.__name__][operation]


def _member(api: Any, method: str) -> Any:
    for name in method.split("."):
        api = getattr(api, name)
    return api
