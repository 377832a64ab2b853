"""Matches the classes of another client with the schemas of a spec, from the operations of both, property by property.

The type that a method returns matches the schema of its operation's response; from there, types and schemas are walked
side by side. A class that occurs at a schema is a vote for it. Each name is assigned to the schema with the most votes
for it, and each schema has one name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.like.foreign_client import (
    Constants,
    ForeignClass,
    ForeignClient,
    ForeignMethod,
    ForeignType,
    ListOf,
    MapOf,
    Named,
    OneOf,
    PageOf,
    StreamOf,
)
from nemogen.names import PARAM, words
from nemogen.openapi.document import Document, MediaType, Operation
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema_views import SchemaViews

_STREAMS: Final = ("text/event-stream", "application/jsonl", "application/x-ndjson")
_ENOUGH: Final = 0.3
"""How alike the properties of a class and of a variant are at least, from 0 to 1."""
_DEEPEST: Final = 4
"""How many lists and unions deep two types are compared: they may be of themselves."""
REQUEST: Final = "request "
"""The prefix of the pointer of a schema that requests send in another form (rules: `given_names`)."""
_DICT: Final = "TypedDict"
"""What Speakeasy ends the name of a class's twin for arguments in."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A class that was met at a schema. `is_sent`: in what requests send, where a class may have another form."""

    key: str
    pointer: str
    is_sent: bool


class ModelMatcher:
    """Walks the types of a client and the schemas of a document side by side, and counts the classes at each schema."""

    def __init__(self, document: Document, client: ForeignClient) -> None:
        self._document = document
        self._views = SchemaViews(document)
        self._client = client
        self._met: set[tuple[ForeignType, str, bool]] = set()
        self._waiting: list[tuple[ForeignType, SchemaNode, bool]] = []
        self._alike: dict[tuple[str, int], float] = {}
        self.votes: Counter[Vote] = Counter()
        self.likeness: dict[Vote, float] = {}
        """How alike the class and the schema of each vote are."""

    def add(self, operation: Operation, method: ForeignMethod) -> None:
        """Match what `method` returns and takes with the schemas of `operation`."""
        for type_, node in _returned(operation, method.returns):
            self._match(type_, node, is_sent=False)
        content = operation.body.content if operation.body else ()
        for media in content[:1]:
            if media.schema is not None:
                self._match_arguments(method.takes, media.schema)
        while self._waiting:  # no recursion: schemas that refer to one another go as deep as there are schemas
            self._match_next(*self._waiting.pop())

    def _match_arguments(self, takes: Mapping[str, ForeignType], body: SchemaNode) -> None:
        properties = _by_words(self._views.plain(body).objects.properties)
        for name, type_ in takes.items():
            node = properties.get(_spoken(name))
            if node is not None:
                self._match(type_, node, is_sent=True)
            elif name in ("body", "json_body", "request"):
                self._match(type_, body, is_sent=True)

    def _match(self, type_: ForeignType, node: SchemaNode, *, is_sent: bool) -> None:
        """Vote for the class of this schema, and compare what is below it later."""
        if isinstance(type_, Named):
            self._vote(type_, node, is_sent=is_sent)
        self._waiting.append((type_, node, is_sent))

    def _vote(self, type_: Named, node: SchemaNode, *, is_sent: bool) -> None:
        schema = self._views.plain(node)
        is_scalar = schema.types <= {"string", "number", "integer", "boolean"} and schema.enum is None
        found = self._client.find_class(type_.key)
        if found is None or (schema.types and is_scalar and found.meaning is None):
            return  # a class for bytes, not for the text that a schema says it is
        votes = [Vote(type_.key, pointer, is_sent) for pointer in self._pointers(node)]
        self.votes.update(votes)
        if not all(vote in self.likeness for vote in votes):
            self.likeness |= dict.fromkeys(votes, self._likeness(type_, node))

    def _match_next(self, type_: ForeignType, node: SchemaNode, is_sent: bool) -> None:
        mark = (type_, self._pointers(node)[-1], is_sent)
        if mark in self._met:
            return
        self._met.add(mark)
        schema = self._views.plain(node)
        match type_:
            case Named(key=key):
                self._match_class(key, schema, node, is_sent=is_sent)
            case ListOf(item=item) if schema.arrays.items is not None:
                self._match(item, schema.arrays.items, is_sent=is_sent)
            case MapOf(value=value) if schema.objects.additional_properties is not None:
                self._match(value, schema.objects.additional_properties, is_sent=is_sent)
            case PageOf(item=item):
                self._match_page(item, schema, is_sent=is_sent)
            case OneOf(variants=variants):
                self._match_variants(variants, schema, node, is_sent=is_sent)

    def _match_class(self, key: str, schema: Schema, node: SchemaNode, *, is_sent: bool) -> None:
        found = self._client.find_class(key)
        if found is None:
            return
        if found.meaning is not None:
            self._match(found.meaning, node, is_sent=is_sent)
            return
        properties = schema.objects.properties
        by_words = _by_words(properties)
        for name, type_ in found.fields.items():
            inner = properties.get(name) or by_words.get(_spoken(name))
            if inner is not None:
                self._match(type_, inner, is_sent=is_sent)

    def _match_page(self, item: ForeignType, schema: Schema, *, is_sent: bool) -> None:
        """The items of a page are in its only list, or in the one with a usual name."""
        if schema.arrays.items is not None:
            self._match(item, schema.arrays.items, is_sent=is_sent)
            return
        lists = {name: self._views.plain(node) for name, node in schema.objects.properties.items()}
        items = {name: each.arrays.items for name, each in lists.items() if each.arrays.items is not None}
        name = next((each for each in ("data", "items", "results") if each in items), next(iter(items), ""))
        inner = items.get(name)
        if inner is not None:
            self._match(item, inner, is_sent=is_sent)

    def _match_variants(
        self, variants: tuple[ForeignType, ...], schema: Schema, node: SchemaNode, *, is_sent: bool
    ) -> None:
        """Each variant of a type with the one of a union that is most like it; the union may be of one."""
        members = (*schema.any_of, *schema.one_of) or (node,)
        pairs = sorted(
            (
                (self._likeness(each, member), -at, -index, each, member)
                for at, each in enumerate(variants)
                for index, member in enumerate(members)
            ),
            key=lambda pair: pair[:3],
            reverse=True,
        )
        types, nodes = set[int](), set[int]()
        for likeness, at, index, each, member in pairs:
            if likeness >= _ENOUGH and at not in types and index not in nodes:
                types.add(at)
                nodes.add(index)
                if member is not node or not isinstance(each, OneOf):
                    self._match(each, member, is_sent=is_sent)

    def _likeness(self, type_: ForeignType, node: SchemaNode, depth: int = 0) -> float:
        """How alike a variant and a schema are: 2 and more where a constant is the same, below 0 where one differs."""
        if depth > _DEEPEST:
            return 0.0
        schema = self._views.plain(node)
        match type_:
            case ListOf(item=item) if schema.arrays.items is not None:
                return 0.5 + self._likeness(item, schema.arrays.items, depth + 1) / 4
            case MapOf() if schema.objects.additional_properties is not None:
                return 0.5
            case Constants(values=values) if schema.enum is not None:
                return 1.0 if values & {str(each.value) for each in schema.enum} else 0.0
            case Named(key=key):
                found = self._client.find_class(key)
                if found is None:
                    return 0.0
                if found.meaning is not None:
                    return self._likeness_of_alias(found.meaning, schema, depth + 1)
                known = (key, id(schema))  # a schema has one view, which lives as long as all of them
                if known not in self._alike:
                    self._alike[known] = self._likeness_of_class(found, schema)
                return self._alike[known]
        return 0.0

    def _likeness_of_alias(self, meaning: ForeignType, schema: Schema, depth: int) -> float:
        members = (*schema.any_of, *schema.one_of)
        if isinstance(meaning, OneOf) and members:
            return 0.4 + sum(
                max((self._likeness(each, member, depth) for member in members), default=0.0) >= _ENOUGH
                for each in meaning.variants
            ) / (2 * len(meaning.variants) or 1)
        return self._likeness(meaning, schema, depth)

    def _likeness_of_class(self, found: ForeignClass, schema: Schema) -> float:
        properties = schema.objects.properties
        if not properties or not found.fields:
            return 0.0
        by_words = {_spoken(name): name for name in properties}
        same = {name: by_words[spoken] for name in found.fields if (spoken := _spoken(name)) in by_words}
        constants = 0.0
        for name, wire in same.items():
            values, own = self._constants(found.fields[name]), self._views.plain(properties[wire]).enum
            if values and own is not None:
                constants += 2.0 if values & {str(each.value) for each in own} else -4.0
        return constants + len(same) / len({*map(_spoken, found.fields), *by_words})

    def _constants(self, type_: ForeignType) -> frozenset[str]:
        return type_.values if isinstance(type_, Constants) else frozenset()

    def _pointers(self, node: SchemaNode) -> tuple[str, ...]:
        """The locations of a schema, from where it is used to what it refers to."""
        found = [node.location.pointer]
        seen: set[SchemaRef] = set()
        current: SchemaNode | None = node
        while isinstance(current, SchemaRef) and current not in seen and current.target is not None:
            seen.add(current)
            found.append(current.target.pointer)
            current = self._document.resolve_target(current)
        return tuple(found)


def _returned(operation: Operation, type_: ForeignType) -> Iterator[tuple[ForeignType, SchemaNode]]:
    """Each part of the type that a method returns, with the schema of the response that it matches."""
    parts = type_.variants if isinstance(type_, OneOf) else (type_,)
    contents = [media for each in operation.responses if each.status[:1] == "2" for media in each.content]
    whole = [node for media in contents if not _is_stream(media) and (node := media.schema) is not None]
    events = [node for media in contents if _is_stream(media) and (node := media.item_schema or media.schema)]
    streams = [each.item for each in parts if isinstance(each, StreamOf)]
    plain = tuple(each for each in parts if not isinstance(each, StreamOf))
    if plain and whole:
        yield plain[0] if len(plain) == 1 else OneOf(plain), whole[0]
    yield from ((each, node) for each in streams for node in events[:1])


def _is_stream(media: MediaType) -> bool:
    return media.name.partition(";")[0].strip().lower() in _STREAMS


def assign_names(
    matcher: ModelMatcher, find_class: Callable[[str], ForeignClass | None], keys: Mapping[str, str]
) -> dict[str, ForeignClass]:
    """The class of each identity of names.toml; `keys` are the identities, with their present names.

    What a response returns decides before what a request sends; then whether the class is called as the schema is, how
    alike the two are, and how often they were met.
    """
    rows = []
    for vote, count in matcher.votes.items():
        found, key = find_class(vote.key), identity_of(vote, keys)
        if found is not None and key:
            is_same = words(own_name(found)) == words(keys[key])
            likeness = round(matcher.likeness[vote], 2)
            rows.append((vote.is_sent, not found.is_public, not is_same, -likeness, -count, key, found.key, found))
    assigned: dict[str, ForeignClass] = {}
    named: set[str] = set()
    for *_, key, _, found in sorted(rows, key=lambda row: row[:7]):
        if key not in assigned and own_name(found) not in named:
            assigned[key] = found
            named.add(own_name(found))
    return assigned


def identity_of(vote: Vote, keys: Collection[str]) -> str:
    """The identity in names.toml of the schema that a vote is for; empty where it gives no class."""
    candidates = (f"{REQUEST}{vote.pointer}", vote.pointer) if vote.is_sent else (vote.pointer,)
    return next((key for key in candidates if key in keys), "")


def own_name(found: ForeignClass) -> str:
    """The name that a class would have here: that of a TypedDict is the class's, and `Param`."""
    if found.is_dict:
        return found.name.removesuffix(_DICT).removesuffix(PARAM)
    return found.name


def _spoken(name: str) -> str:
    return "_".join(words(name))


def _by_words(properties: Mapping[str, SchemaNode]) -> dict[str, SchemaNode]:
    return {_spoken(name): node for name, node in properties.items()}
