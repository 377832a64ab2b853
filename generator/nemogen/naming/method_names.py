"""The calls of all operations together: what a person would call each, and what tells two of one name apart.

The order of the document decides nothing: where two want one name, the one whose operationId says least besides has it,
then that of the shorter path.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nemogen.document import Call, Operation
from nemogen.errors import Location, NameClash
from nemogen.findings import Finding, Level
from nemogen.given_names import Names
from nemogen.names import (
    bounded,
    call_of,
    dotted_call,
    is_on_item,
    is_plural,
    owners_and_action,
    python_name,
    safe_call,
    singular,
    spellings,
    standard_method,
    words,
)
from nemogen.naming.keep_names import kept_calls
from nemogen.naming.operation_ids import Said, call_said, is_derived, words_said
from nemogen.naming.rename import Renames, rename_calls
from nemogen.naming.schema_keys import NAME
from nemogen.naming.twin_operations import find_twins
from nemogen.openapi.document import Operation as Declared
from nemogen.path_segments import split_version
from nemogen.reserved_names import is_reserved, portable_name
from nemogen.verbs import SYNONYMS

_REMEDY = f"To choose a name, give it in the overlay: `update: {{{NAME}: resource.method}}`."
_MOST_WORDS = 4
"""How many words of an operationId a method takes over; with more, its verb alone is the name."""


_NOTHING = Said()


@dataclass(frozen=True, slots=True)
class _Wish:
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


def settled(
    operations: tuple[Operation, ...],
    given: frozenset[str],
    file: str,
    kept: Names,
    renames: Renames,
) -> tuple[tuple[Operation, ...], tuple[Finding, ...], dict[str, str]]:
    """`operations` (schemas inline) with a call each that no other one has, unless they are one operation twice.

    `given` are the pointers of those that the overlay or the settings name: these keep their calls; `kept` the names
    that were given before. The findings say which others got a longer name. Raises NameClash where two names that are
    given are equal.
    """
    twins = find_twins(operations)
    ids = {each.at: _operation_id(each) for each in operations}
    prefix = _shared_prefix([each for each in ids.values() if each])
    alone, things = _alone(operations), _things(operations)
    wishes = {
        each.at: _Wish(each, each.call, "") if each.at in given else _wish(each, ids[each.at], prefix, alone, things)
        for each in operations
        if each.at not in twins
    }
    had = kept_calls([wish.operation for wish in wishes.values()], kept)
    calls = _told_apart(wishes, given, had, kept, file)
    calls, was = rename_calls([wish.operation for wish in wishes.values()], calls, kept, renames)
    named = tuple(replace(each, call=calls[twins.get(each.at, each.at)]) for each in operations)
    renamed = (_renamed(each, wishes[each.at].call, file) for each in named if _is_longer(each, wishes))
    named = _apart(named)
    return named, (*renamed, *_modules(named, file)), was


def _is_longer(operation: Operation, wishes: Mapping[str, _Wish]) -> bool:
    return operation.at in wishes and operation.call != wishes[operation.at].call


def _operation_id(operation: Operation) -> str:
    """The operationId that a person wrote, empty if there is none."""
    said = operation.declared.operation_id if operation.declared else ""
    return "" if not words(said) or is_derived(said, operation.method, operation.path) else said


def _shared_prefix(ids: Sequence[str]) -> str:
    """The name of the API before every dotted operationId (`drive.files.list`), which the client has already."""
    dotted = [said.split(".") for each in ids if (said := call_said(each))]
    firsts = {parts[0] for parts in dotted}
    return firsts.pop() if len(firsts) == 1 and all(len(parts) > 2 for parts in dotted) else ""


def _wish(
    operation: Operation, operation_id: str, prefix: str, alone: Collection[str], things: Collection[str]
) -> _Wish:
    """What one operation would be called if it were alone."""
    http_method, path, declared = operation.method, operation.path, operation.declared
    deprecated = bool(declared and declared.deprecated)
    spelt = call_said(operation_id)
    if spelt:
        return _Wish(operation, dotted_call(spelt.removeprefix(f"{prefix}.")), operation_id, _NOTHING, deprecated)
    found = words(operation_id)
    resource, action = owners_and_action(http_method, path, _opening(found, operation, alone))
    if action and operation.path.rpartition("/")[2] in things:
        resource, action = (*resource, action), ""
    owners = resource or _owner(declared)
    said = words_said(operation_id, owners, path)
    method = action or _method(http_method, path, resource, said.short, found)
    return _Wish(operation, safe_call(owners, method), operation_id, said, deprecated, bool(action))


def _opening(found: list[str], operation: Operation, alone: Collection[str]) -> str:
    """The word that an operationId begins with. Without one, a POST to what has nothing else is what is done."""
    if found:
        return found[0]
    last = words(operation.path.rpartition("/")[2])
    return last[0] if len(last) == 1 and operation.method == "post" and operation.at in alone else ""


def _alone(operations: Iterable[Operation]) -> frozenset[str]:
    """The pointers of operations at whose path, and below it, there is no other operation."""
    counted = Counter(prefix for each in operations for prefix in _prefixes(each.path))
    return frozenset(each.at for each in operations if counted[each.path] == 1)


def _things(operations: Iterable[Operation]) -> frozenset[str]:
    """Last segments of several words that are what something stands in: /upload_sessions where there is
    /upload_sessions/{id}."""
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


def _told_apart(
    wishes: Mapping[str, _Wish], given: frozenset[str], had: Mapping[str, Call], kept: Names, file: str
) -> dict[str, Call]:
    """The final calls: names that are given, those that operations have `had`, then each wish by its rank.

    What is left gets a longer name. A new one takes no call that `kept` has, nor one that hides a resource of them.
    """
    found: dict[str, Call] = {}
    taken: dict[Call, str] = {}
    for at in sorted(given):
        call = wishes[at].call
        if call in taken:
            raise NameClash(f"two operations want the name {call}", where=Location(file, at), remedy=_REMEDY)
        taken[call], found[at] = at, call
    for at, call in sorted(had.items()):
        if at not in given and call not in taken:
            taken[call], found[at] = at, call
    blocked = _blocked(kept)
    ranked = sorted((at for at in wishes if at not in found), key=lambda at: wishes[at].rank())
    for at in ranked:
        if wishes[at].call not in taken and str(wishes[at].call) not in blocked:
            taken[wishes[at].call], found[at] = at, wishes[at].call
    for at in ranked:
        if at not in found:
            owner = wishes[taken.get(wishes[at].call, at)].operation
            longer = (each for each in _longer(wishes[at], owner) if str(each) not in blocked)
            call = next(each for each in longer if each not in taken)
            taken[call], found[at] = at, call
    return found


def _blocked(kept: Names) -> frozenset[str]:
    """What no new method is called: the calls that were given, and the resources that these are of."""
    entries = kept.methods.values()
    found = {name for each in entries for name in (each.name, each.was, *dict(each.old_names())) if name}
    return frozenset({*found, *(name[:end] for name in found for end, sign in enumerate(name) if sign == ".")})


def _longer(wish: _Wish, owner: Operation) -> Iterator[Call]:
    """Other names for an operation whose name `owner` has, best first; the last is equal for no two paths."""
    operation, call, resource = wish.operation, wish.call, wish.call.resource
    http_method, path = operation.method, operation.path
    opens = next(iter(words(wish.operation_id)), "")
    if split_version(path)[0] != split_version(owner.path)[0]:
        yield call_of(http_method, path, versions=True, opens=opens)
    yield from (safe_call(resource, bounded(python_name("_".join(each)))) for each in _spoken(wish))
    yield call_of(http_method, path, by=True, opens=opens)
    yield call_of(http_method, path, versions=True, by=True, opens=opens)
    if "{" in path:
        yield safe_call(resource, bounded(python_name(f"{call.method}_by_{'_'.join(_placeholders(path))}")))
    for spelt in spellings(f"{http_method}_{path.strip('/')}"):
        if len(spelt) <= len(bounded(spelt)):
            yield safe_call(resource, spelt)
    digest = hashlib.sha256(f"{http_method} {path}".encode()).hexdigest()
    yield from (safe_call(resource, f"{bounded(call.method, 40)}_{digest[:size]}") for size in range(6, 17))


def _spoken(wish: _Wish) -> Iterator[tuple[str, ...]]:
    """What the operationId says, more and more of it, with standard names of methods for what means the same."""
    short, full = wish.said.short, wish.said.full
    synonym = SYNONYMS.get(wish.operation.method, {}).get(short[0]) if short and not wish.is_action else None
    verb = (synonym or "retrieve") if synonym is not None else ""
    for each in () if wish.is_action else (short, full):
        if verb and each and each[0] == short[0]:
            yield (verb, *each[1:])
    yield from filter(None, (short, full, tuple(words(wish.operation_id))))


def _placeholders(path: str) -> Iterator[str]:
    for part in path.split("{")[1:]:
        yield part.partition("}")[0]


def _renamed(operation: Operation, wanted: Call, file: str) -> Finding:
    return Finding(
        "operation-renamed",
        Level.NOTE,
        f"another operation is called {wanted}, so this one is {operation.call}. {_REMEDY}",
        area="spec",
        revision=Location(file, operation.at),
        key=operation.at,
    )


def _modules(operations: tuple[Operation, ...], file: str) -> Iterator[Finding]:
    """What is reported of resources whose modules cannot be called as they are."""
    first: dict[str, Operation] = {}
    for operation in operations:
        first.setdefault(operation.call.resource[0], operation)
    for name, operation in first.items():
        if is_reserved(name):
            yield Finding(
                "module-renamed",
                Level.NOTE,
                f"Windows can have no file {name}.py, so the module of client.{name} is {portable_name(name)}.py",
                area="spec",
                revision=Location(file, operation.at),
                key=name,
            )


def _apart(operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """A resource that has the name of a method beside it gives way: `books.list()`, but `books.list_.retrieve()`."""
    methods = {(*each.call.resource, each.call.method) for each in operations}

    def renamed(resource: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{part}_" if resource[: end + 1] in methods else part for end, part in enumerate(resource))

    return tuple(replace(each, call=Call(renamed(each.call.resource), each.call.method)) for each in operations)
