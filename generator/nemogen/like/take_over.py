"""From another client and a spec to the names that the package takes over."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from nemogen.given_names import Entry, Names, method_key
from nemogen.light_dataclasses import dataclass
from nemogen.like.foreign_client import ForeignClass, ForeignClient
from nemogen.like.match_models import ModelMatcher, assign_names, identity_of, own_name
from nemogen.like.match_operations import match_operations
from nemogen.names import PARAM, class_name, dotted_call
from nemogen.openapi.document import Document

_CLASS: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

_LONGEST: Final = 100
"""How many characters a name that is taken over has at most: callers have it in their code, so it may be longer than
those that nemogen makes."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a client and a spec have in common, by identity as names.toml has them.

    `methods` and `models` are the names in the client, the one to take first: a schema may be several classes there,
    one for arguments and one for responses. `exported` are the models that the client exports from a package, `first`
    those that have the first of their names before all others, the surest first.
    """

    methods: Mapping[str, tuple[str, ...]]
    models: Mapping[str, tuple[str, ...]]
    exported: frozenset[str] = frozenset()
    first: tuple[str, ...] = ()
    only_in_spec: tuple[str, ...] = ()
    only_in_client: tuple[str, ...] = ()


def compare_client(document: Document, client: ForeignClient, present: Names) -> TakenOver:
    """What `client` and `document` have in common; `present` are the names by nemogen's own rules."""
    operations = {(each.method, each.path): each for each in document.operations}
    matched = match_operations(document.operations, client.methods)
    matcher = ModelMatcher(document, client)
    for key, methods in matched.items():
        for each in methods:
            matcher.add(operations[key], each)
    identities = {key: entry.name for key, entry in present.classes.items()}
    assigned = assign_names(matcher, client.find_class, identities)
    models, exported = _models(client, matcher, identities, assigned)
    used = {each for methods in matched.values() for each in methods}
    return TakenOver(
        {method_key(*key): (methods[0].call,) for key, methods in matched.items()},
        models,
        exported,
        tuple(dict.fromkeys(key for key in (*client.models, *assigned) if key in models)),
        tuple(each.label for key, each in operations.items() if key not in matched),
        tuple(f"{each.call} ({each.http_method.upper()} {each.path})" for each in client.methods if each not in used),
    )


def _models(
    client: ForeignClient, matcher: ModelMatcher, identities: Mapping[str, str], assigned: Mapping[str, ForeignClass]
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The names of each schema that the client has, and those that it exports.

    A class that stays inside its module counts where no other one that was met is called so.
    """
    classes = [found for key in sorted({vote.key for vote in matcher.votes}) if (found := client.find_class(key))]
    alone = {name for name, count in Counter(each.name for each in classes).items() if count == 1}
    met: dict[str, list[ForeignClass]] = defaultdict(list)
    for vote in sorted(matcher.votes, key=lambda each: (each.key, each.pointer)):
        found, key = client.find_class(vote.key), identity_of(vote, identities)
        if found and key and (found.is_public or found.name in alone):
            met[key].append(found)
    exported = {key for key, each in met.items() if any(found.is_public for found in each)}
    models: dict[str, tuple[str, ...]] = {}
    for key, each in met.items():
        first = [own_name(assigned[key])] if key in assigned and assigned[key] in each else []
        others = (name for found in each for name in (own_name(found), found.name))
        models[key] = tuple(dict.fromkeys((*first, *others)))
    given = {key: (name,) for key, name in client.models.items() if key in identities}
    return {**models, **given}, frozenset({*exported, *given})


def names_to_keep(taken: TakenOver, present: Names, reserved: Collection[str]) -> Names:
    """names.toml as it makes the package call things as the client does.

    Left out is what the package cannot be called: as one of `reserved` or what every package has, or as another
    operation or schema already; and what is too long to read.
    """
    methods: dict[str, Entry] = {}
    for key, call in _sole((key, names[0]) for key, names in sorted(taken.methods.items())):
        if key in present.methods and "." in call and str(dotted_call(call)) == call:
            methods[key] = Entry(call)
    classes: dict[str, Entry] = {}
    for key, name in _sole((key, taken.models[key][0]) for key in taken.first):
        is_fit = _CLASS.fullmatch(name) and len(name) <= _LONGEST and class_name(name) == name
        if is_fit and name not in reserved:
            classes[key] = Entry(name, present.classes[key].shape)
    return Names(classes=classes, methods=methods)


def _sole(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The rows, without those whose name an earlier one has, or is the TypedDict of."""
    seen: set[str] = set()
    for key, name in rows:
        if not {name, f"{name}{PARAM}", name.removesuffix(PARAM)} & seen:
            seen.add(name)
            yield key, name
