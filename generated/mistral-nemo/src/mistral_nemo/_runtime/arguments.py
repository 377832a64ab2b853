"""Checks arguments against the types and bounds of the API before a request is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .errors import ArgumentError, extend_message

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from .decode import Decoder

_LONGEST_VALUE = 80
_OF_TAGS = frozenset({"union_tag_invalid", "union_tag_not_found"})
"""What pydantic calls the tags of a union that it does not know, or does not find."""


def argument_error(name: str, value: object, bound: str) -> ArgumentError:
    """The error for one argument: its name, what was given, and what it must be."""
    text = repr(value)
    shown = text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
    error = ArgumentError(f"{name}: {shown} is not valid: {bound}")
    error.argument, error.value, error.bound = name, shown, bound
    return error


def check_nulls(values: Mapping[str, object], nullable: Collection[str], python_name: Callable[[str], str]) -> None:
    """None is only allowed where the API accepts null. An argument that should not be sent is `omit`."""
    for name, value in values.items():
        if value is None and name not in nullable:
            raise argument_error(python_name(name), None, "the API does not accept null here; omit the argument")


def check_json(
    body: bytes,
    decoder: Decoder,
    python_name: Callable[[str], str],
    ignore: Collection[str] = (),
) -> None:
    """Check the JSON that will be sent, so that dicts, models and other values are checked in the form that the API
    gets.

    Strict: a string is not accepted as a number. `ignore` names properties that are not part of the JSON (files).

    Raises:
        ArgumentError: about the first invalid argument, with the number of the others.
    """
    try:
        decoder.validate_json(body, strict=True)
    except decoder.invalid as error:
        failure = _first_failure(error, body, python_name, ignore)
        is_of_tags = any(each["type"] in _OF_TAGS for each in error.errors(include_url=False, include_input=False))
    else:
        return
    if is_of_tags and (known := decoder.with_tags_of_bases(body)) != body:
        try:
            decoder.validate_json(known, strict=True)
        except decoder.invalid as error:
            failure = _first_failure(error, known, python_name, ignore)
        else:
            return
    if failure is not None:
        raise failure


def _first_failure(
    error: ValidationError, body: bytes, python_name: Callable[[str], str], ignore: Collection[str]
) -> ArgumentError | None:
    details = [entry for entry in error.errors(include_url=False) if not entry["loc"] or entry["loc"][0] not in ignore]
    if not details:
        return None
    arguments = list(dict.fromkeys(entry["loc"][:1] for entry in details))
    # Where a union has several variants, the one that was meant is the one that got furthest.
    detail = max((entry for entry in details if entry["loc"][:1] == arguments[0]), key=lambda entry: len(entry["loc"]))
    missing = detail["type"] == "missing"
    name = _python_path(_location(detail, json.loads(body), missing), python_name)
    bound = "it is missing" if missing else detail["msg"].replace("Input should be", "it must be")
    failure = argument_error(name, None if missing else detail["input"], bound)
    if len(arguments) > 1:
        extend_message(failure, f" (and {len(arguments) - 1} more)")
    return failure


def _location(detail: ErrorDetails, document: object, missing: bool) -> tuple[int | str, ...]:
    """Keys and indices from the document to the value. pydantic's location also names variants of unions."""
    steps = detail["loc"]
    walked, last = (steps[:-1], steps[-1:]) if missing else (steps, ())
    found = (path for path, value in _walks(document, walked) if value == detail["input"])
    return next(found, walked) + last


def _walks(value: object, steps: tuple[int | str, ...]) -> Iterator[tuple[tuple[int | str, ...], Any]]:
    """Every way to read the steps as keys and indices, some of the names being those of variants."""
    if not steps:
        yield (), value
        return
    step, rest = steps[0], steps[1:]
    if isinstance(value, dict) and step in value:
        yield from (((step, *path), end) for path, end in _walks(value[str(step)], rest))
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        yield from (((step, *path), end) for path, end in _walks(value[step], rest))
    if isinstance(step, str):
        yield from _walks(value, rest)


def _python_path(path: tuple[int | str, ...], python_name: Callable[[str], str]) -> str:
    """The location as Python writes it: `messages[0].content`."""
    if not path:
        return "body"
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path[1:])
    return python_name(str(path[0])) + "".join(steps)
