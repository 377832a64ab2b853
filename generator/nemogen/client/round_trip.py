"""Objects of responses that a request takes too: a caller may send them back as received."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from nemogen.canonical import CanonicalSchema, admits_null
from nemogen.client.interchangeable_types import Interchangeable
from nemogen.client.reachable import reached
from nemogen.document import Document
from nemogen.findings import Direction

Sendable: TypeAlias = Mapping[str, tuple[str, ...]]
"""By component of requests, the components of responses alone whose objects can be sent instead."""


def sendable_responses(document: Document) -> Sendable:
    """The components of responses that can be sent back, by the component of requests that they replace."""
    sent, answered = reached(document, Direction.REQUEST), reached(document, Direction.RESPONSE)
    wanted = [name for name in document.schemas if name in sent]
    interchangeable = Interchangeable(document.schemas, wanted)
    sendable: dict[str, list[str]] = {}
    for each in document.schemas:
        for name in interchangeable.meant(each) if each in answered and each not in sent else ():
            sendable.setdefault(name, []).append(each)
    return {name: tuple(sendable[name]) for name in wanted if name in sendable}


def nullable_when_returned(document: Document, sendable: Sendable) -> dict[str, tuple[str, ...]]:
    """By component that is part of what may be sent back, its properties for which each request takes null."""
    schemas = document.schemas
    sent = reached(document, Direction.REQUEST)
    interchangeable = Interchangeable(schemas, ())
    wanted: dict[str, set[str]] = {}
    for name, classes in sendable.items():
        for each in classes:
            for given, replaced in interchangeable.pairs(each, name):
                if schemas[given].properties and schemas[replaced].properties:
                    wanted.setdefault(given, {given} if given in sent else set()).add(replaced)
    return {
        each: tuple(key for key in schemas[each].properties if all(_takes_null(schemas, name, key) for name in names))
        for each, names in sorted(wanted.items())
    }


def _takes_null(schemas: Mapping[str, CanonicalSchema], name: str, key: str) -> bool:
    properties = schemas[name].properties
    return key in properties and admits_null(properties[key], schemas)
