"""What each operation would be called if it were alone: by the operationId of a person, else by its path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from nemogen.document import Call, Operation
from nemogen.light_dataclasses import dataclass
from nemogen.names import (
    bounded,
    dotted_call,
    is_on_item,
    is_plural,
    owners_and_action,
    python_name,
    safe_call,
    singular,
    standard_method,
    words,
)
from nemogen.naming.operation_ids import Said, call_said, is_derived, words_said
from nemogen.openapi.document import Operation as Declared
from nemogen.verbs import SYNONYMS

_MOST_WORDS = 4
"""How many words of an operationId a method takes over; with more, its verb alone is the name."""

_NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operation could be called. `said` are the words of its operationId beyond the resource."""

    operation: Operation
    call: Call
    operation_id: str
    said: Said = _NOTHING
    deprecated: bool = False
    is_action: bool = False

    def rank(self) -> tuple[bool, bool, int, int, int, str, str]:
        """What decides who of two has a name: equal for no two operations, and without regard to their order."""
        path = self.operation.path
        said = len(self.said.full), len(words(self.operation_id))
        return self.deprecated, "?" in path, *said, path.count("/"), path, self.operation.method


def written_id(operation: Operation) -> str:
    """The operationId that a person wrote, empty if there is none."""
    said = operation.declared.operation_id if operation.declared else ""
    return "" if not words(said) or is_derived(said, operation.method, operation.path) else said


def shared_prefix(ids: Sequence[str]) -> str:
    """The name of the API before every dotted operationId (`drive.files.list`), which the client has already."""
    dotted = [said.split(".") for each in ids if (said := call_said(each))]
    firsts = {parts[0] for parts in dotted}
    return firsts.pop() if len(firsts) == 1 and all(len(parts) > 2 for parts in dotted) else ""


def wish_of(
    operation: Operation, operation_id: str, prefix: str, alone: Collection[str], things: Collection[str]
) -> Wish:
    """What one operation would be called if it were alone."""
    http_method, path, declared = operation.method, operation.path, operation.declared
    deprecated = bool(declared and declared.deprecated)
    spelt = call_said(operation_id)
    if spelt:
        return Wish(operation, dotted_call(spelt.removeprefix(f"{prefix}.")), operation_id, _NOTHING, deprecated)
    found = words(operation_id)
    resource, action = owners_and_action(http_method, path, _opening(found, operation, alone))
    if action and operation.path.rpartition("/")[2] in things:
        resource, action = (*resource, action), ""
    owners = resource or _owner(declared)
    said = words_said(operation_id, owners, path)
    method = action or _method(http_method, path, resource, said.short, found)
    return Wish(operation, safe_call(owners, method), operation_id, said, deprecated, bool(action))


def _opening(found: list[str], operation: Operation, alone: Collection[str]) -> str:
    """The word that an operationId begins with. Without one, a POST to what has nothing else is what is done."""
    if found:
        return found[0]
    last = words(operation.path.rpartition("/")[2])
    return last[0] if len(last) == 1 and operation.method == "post" and operation.at in alone else ""


def operations_alone(operations: Iterable[Operation]) -> frozenset[str]:
    """The pointers of operations at whose path, and below it, there is no other operation."""
    counted = Counter(prefix for each in operations for prefix in _prefixes(each.path))
    return frozenset(each.at for each in operations if counted[each.path] == 1)


def holding_segments(operations: Iterable[Operation]) -> frozenset[str]:
    """Last segments of several words that name a collection: /upload_sessions if there is /upload_sessions/{id}."""
    pairs = (pair for each in operations for pair in pairwise(each.path.split("/")))
    return frozenset(one for one, other in pairs if "{" in other and "{" not in one and len(words(one)) > 1)


def _prefixes(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _owner(declared: Declared | None) -> tuple[str, ...]:
    """The resource of an operation whose path names none: its only tag."""
    tags = [tag for tag in (declared.tags if declared else ()) if words(tag)]
    return (bounded(python_name(tags[0])),) if len(tags) == 1 else ("api",)


def _method(http_method: str, path: str, resource: tuple[str, ...], said: tuple[str, ...], found: list[str]) -> str:
    """The method's name by the words of the operationId; by method and path where these say nothing of their own."""
    standard = standard_method(http_method, path, resource or ("api",))
    if not said:
        return standard
    synonym = SYNONYMS.get(http_method, {}).get(said[0])
    if not resource and said[1:]:
        return _joined(said)
    if synonym == "":
        asks_for_many = not is_on_item(path) and resource and _says_many(resource[-1], found)
        return "list" if asks_for_many else standard
    if synonym is not None:
        return synonym
    if resource and said == (singular(resource[-1]),):
        return "create" if http_method in {"post", "put"} else standard
    return _joined(said)


def _says_many(noun: str, found: list[str]) -> bool:
    """Whether an operationId names the last part of the resource in the plural: getFoos of /foo."""
    last = words(noun)[-1:]
    return bool(last) and any(is_plural(word) and singular(word) == singular(last[0]) for word in found)


def _joined(said: tuple[str, ...]) -> str:
    return bounded(python_name("_".join(said if len(said) <= _MOST_WORDS else said[:1])))
