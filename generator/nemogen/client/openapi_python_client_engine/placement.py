"""The module that openapi-python-client writes each operation into: `api.<tag>.<name>`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nemogen.characters import has_unassigned, without_unassigned
from nemogen.client.openapi_python_client_engine.tool import identifier
from nemogen.document import Document, Operation
from nemogen.light_dataclasses import dataclass
from nemogen.reserved_names import is_reserved
from nemogen.text_safety import UNPRINTABLE

_LONGEST: Final = 100
"""Bytes of a module's name: files of more than 255 cannot be written, and some systems count the whole path."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An operation, and where its functions are written."""

    operation: Operation
    tag: str
    name: str

    @property
    def module(self) -> str:
        """Below the package, with dots."""
        return f"api.{self.tag}.{self.name}"

    @property
    def label(self) -> str:
        """As recordings and settings call it: "GET /v1/x"."""
        return f"{self.operation.method.upper()} {self.operation.path}"


def place_operations(document: Document) -> tuple[Placed, ...]:
    """Each operation where the tool alone would put it: by its first tag and its operationId, so that call sites stay.

    Where another operation has that module, or no file can have its name, it is named as on the default client.
    """
    taken: set[tuple[str, str]] = set()
    found = []
    for each in document.operations:
        tag = _tag(each)
        name = next(name for name in _names(each, len(document.operations)) if (tag, name) not in taken)
        taken.add((tag, name))
        found.append(Placed(each, tag, name))
    return tuple(found)


def given_name(operation: Operation) -> str:
    """The name that the tool alone would give."""
    return identifier(_given(operation))


def _given(operation: Operation) -> str:
    declared = operation.declared
    return (declared.operation_id if declared else "") or _path_as_name(operation)


def _tag(operation: Operation) -> str:
    declared = operation.declared
    given = declared.tags[0] if declared and declared.tags else "default"
    tag = identifier(UNPRINTABLE.sub("", without_unassigned(given)), "tag")
    return tag if _is_file_name(tag) else f"tag_{tag[: _LONGEST // 4]}"


def _names(operation: Operation, count: int) -> Iterator[str]:
    """Names by preference, more than there are operations."""
    call = operation.call
    texts = (_given(operation), "_".join((*call.resource, call.method)), _path_as_name(operation))
    yield from filter(_is_file_name, (identifier(text) for text in texts if _is_portable(text)))
    yield from (f"operation_{number}" for number in range(1, count + 1))


def _path_as_name(operation: Operation) -> str:
    """What the tool calls an operation that has no id."""
    path = operation.path.replace("{", "").replace("}", "").replace("/", "_")
    return f"{operation.method}_{path.removeprefix('_').removesuffix('_')}"


def _is_portable(text: str) -> bool:
    """Whether all see its characters, and each Python knows them: the tool would make another name of it there."""
    return not has_unassigned(text) and not UNPRINTABLE.search(identifier(text))


def _is_file_name(name: str) -> bool:
    return len(name.encode()) <= _LONGEST and not is_reserved(name)
