"""The keyword arguments with which a method of a client sends a recorded request."""

from __future__ import annotations

import base64
import inspect
import re

from .generated_client import Method
from .recorded_calls import Call, Value
from .wire_format import body_bytes, several

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


def arguments_for(method: Method, call: Call) -> dict[str, object]:
    """Keyword arguments for a method: the parameters and the members of the body under their Python names.

    A member that the method has no parameter for goes into `extra_body`, a query parameter that the operation does not
    declare into `extra_query`, as a caller would send them. A method that takes the body whole (a union, a map) gets it
    so.
    """
    taken = inspect.signature(method).parameters
    known = {_folded(name): name for name in taken}
    given: dict[str, object] = dict(call.arguments)
    body = call.exchange["request"].get("body")
    members: Value = body.get("json") if body else None
    arguments: dict[str, object] = {}
    is_whole = "body" in taken and "extra_body" not in taken
    if isinstance(members, dict) and not is_whole:
        extra = {name: value for name, value in members.items() if _folded(name) not in known}
        given |= {name: value for name, value in members.items() if name not in extra}
        arguments |= {"extra_body": extra} if extra else {}
    elif body and not call.headers.get("content-type", "").startswith(FORMS):
        arguments["body"] = members if "json" in body else body_bytes(body)
    if call.query:
        arguments["extra_query"] = {name: several(values) for name, values in call.query.items()}
    for field_name, file, media_type, content in call.files:
        given[field_name] = (file, base64.b64decode(content), media_type)
    return arguments | {known.get(_folded(name), name): value for name, value in given.items()}


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
