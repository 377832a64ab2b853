"""The calls of all operations: a natural name for each, and what distinguishes two of the same name.

The order of the document does not matter: of two that want the same name, the one whose operationId has the fewest
other words gets it, then the one with the shorter path.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nemogen.document import Call, Operation
from nemogen.errors import Location, NameClash
from nemogen.findings import Finding, Level
from nemogen.given_names import TWINS_DIFFER, Names, method_key
from nemogen.names import (
    bounded,
    call_of,
    python_name,
    safe_call,
    spellings,
    words,
)
from nemogen.naming.keep_names import kept_calls
from nemogen.naming.method_wishes import Wish, holding_segments, operations_alone, shared_prefix, wish_of, written_id
from nemogen.naming.rename import Renames, rename_calls
from nemogen.naming.schema_keys import NAME
from nemogen.naming.twin_operations import find_twins
from nemogen.path_segments import split_version
from nemogen.reserved_names import is_reserved, portable_name
from nemogen.verbs import SYNONYMS

_REMEDY = f"To choose a name, give it in the overlay: `update: {{{NAME}: resource.method}}`."


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
    ids = {each.at: written_id(each) for each in operations}
    prefix = shared_prefix([each for each in ids.values() if each])
    alone, things = operations_alone(operations), holding_segments(operations)
    wishes = {
        each.at: Wish(each, each.call, "") if each.at in given else wish_of(each, ids[each.at], prefix, alone, things)
        for each in operations
        if each.at not in twins
    }
    had = kept_calls([wish.operation for wish in wishes.values()], kept)
    calls = _make_distinct(wishes, given, had, kept, file)
    calls, was = rename_calls([wish.operation for wish in wishes.values()], calls, kept, renames)
    named = tuple(replace(each, call=calls[twins.get(each.at, each.at)]) for each in operations)
    longer = [each for each in named if _is_longer(each, wishes)]
    versions = _versions_of_paths(named)
    renamed = [
        _twin_differs(each, versions, kept, file) or _renamed(each, wishes[each.at].call, file) for each in longer
    ]
    named = _apart(named)
    return named, (*renamed, *_modules(named, file)), was


def _is_longer(operation: Operation, wishes: Mapping[str, Wish]) -> bool:
    return operation.at in wishes and operation.call != wishes[operation.at].call


def _make_distinct(
    wishes: Mapping[str, Wish], given: frozenset[str], had: Mapping[str, Call], kept: Names, file: str
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


def _longer(wish: Wish, owner: Operation) -> Iterator[Call]:
    """Other names for an operation whose name `owner` has, best first; the last is equal for no two paths."""
    operation, call, resource = wish.operation, wish.call, wish.call.resource
    http_method, path = operation.method, operation.path
    opens = next(iter(words(wish.operation_id)), "")
    if split_version(path)[0] != split_version(owner.path)[0]:
        yield call_of(http_method, path, versions=True, opens=opens)
    yield from (safe_call(resource, bounded(python_name("_".join(each)))) for each in _spoken(wish))
    by = call_of(http_method, path, by=True, opens=opens)
    if "{" in path and not by.method.startswith(call.method):  # it takes for an action what is a resource here
        yield safe_call(resource, bounded(python_name(f"{call.method}_by_{[*_placeholders(path)][-1]}")))
    yield by
    yield call_of(http_method, path, versions=True, by=True, opens=opens)
    if http_method != owner.method:
        yield safe_call(resource, bounded(f"{call.method}_with_{http_method}"))
    if "{" in path:
        yield safe_call(resource, bounded(python_name(f"{call.method}_by_{'_'.join(_placeholders(path))}")))
    for spelt in spellings(f"{http_method}_{path.strip('/')}"):
        if len(spelt) <= len(bounded(spelt)):
            yield safe_call(resource, spelt)
    digest = hashlib.sha256(f"{http_method} {path}".encode()).hexdigest()
    yield from (safe_call(resource, f"{bounded(call.method, 40)}_{digest[:size]}") for size in range(6, 17))


def _spoken(wish: Wish) -> Iterator[tuple[str, ...]]:
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


def _versions_of_paths(operations: Iterable[Operation]) -> dict[tuple[str, str], dict[str, Operation]]:
    """The first operation of each version, by method and path without its version."""
    found: dict[tuple[str, str], dict[str, Operation]] = {}
    for each in operations:
        version, rest = split_version(each.path)
        found.setdefault((each.method, rest), {}).setdefault(version, each)
    return found


def _twin_differs(
    operation: Operation, versions: Mapping[tuple[str, str], Mapping[str, Operation]], kept: Names, file: str
) -> Finding | None:
    """What is reported of an operation whose path differs from another's in a version alone: the two had one method, or
    would have, if they took and gave the same. A method that callers have not seen yet is a change for them.

    Only one of the two paths has a version: with two versions, they are two operations.
    """
    version, rest = split_version(operation.path)
    others = versions[operation.method, rest]
    twin = next((each for key, each in others.items() if bool(key) != bool(version)), None)
    if twin is None:
        return None
    one, other = (method_key(each.method, each.path) for each in (operation, twin))
    is_new = one not in kept.methods and other in kept.methods
    return Finding(
        TWINS_DIFFER,
        Level.ADDITIVE if is_new else Level.NOTE,
        f"{one} differs from {other}, which is `client.{twin.call}`, so it has a method of its own:"
        f" `client.{operation.call}`",
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
