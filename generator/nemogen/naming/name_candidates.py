"""Names for a schema without a name of its own, from its location and from what distinguishes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from nemogen.canonical import CanonicalSchema
from nemogen.document import EVENT, Operation
from nemogen.names import compound, noun_of, pascal, singular, words
from nemogen.pointer import split

TAGS = ("type", "role", "object", "kind", "event")
"""Properties that distinguish the variants of a union, as APIs name them."""

_MOST_PROPERTIES = 3
"""The most properties in the name of a variant that nothing but its properties distinguishes from the others."""

_RESPONSE_COMPONENTS = ("/components/responses/", "/responses/")

_ITEM_OF = {"Content": "ContentPart"}


def of_request(operation: Operation) -> tuple[str, ...]:
    """The names of the body of a request, best first."""
    noun = noun_of(operation.call)
    own = noun if operation.call.method == "create" else f"{noun}{pascal(operation.call.method)}"
    return (f"{own}Request",)


def of_response(operation: Operation, status: str) -> tuple[str, ...]:
    """The names of the body of a response with `status`, best first."""
    call = operation.call
    noun = noun_of(call)
    full = f"{noun}{pascal(call.method)}"
    if operation.method == EVENT:
        return (full, f"{full}Body")
    if status not in operation.successes():
        return (f"{noun}Error", f"{full}Error", f"{full}{status.capitalize()}Error")
    last = f"{full}{status.capitalize()}Response"
    if call.method in {"create", "retrieve", "update", "replace"}:
        return (noun, f"{full}Response", last)
    return (f"{noun}List" if call.method == "list" else f"{full}Response", last)


def shared_responses(operations: Iterable[Operation]) -> dict[str, str]:
    """By pointer, the names of the components of responses with which several operations succeed that would each call
    it otherwise."""
    found: dict[str, set[str]] = {}
    for operation in operations:
        for status in operation.successes():
            at = response_at(operation, status)
            if at.startswith(_RESPONSE_COMPONENTS):
                found.setdefault(at, set()).add(of_response(operation, status)[0])
    return {at: pascal(split(at)[-1]) for at, nouns in found.items() if len(nouns) > 1}


def response_at(operation: Operation, status: str) -> str:
    """Where the response of `status` is declared: in the operation, or among the components."""
    declared = operation.declared.responses if operation.declared else ()
    return next((each.location.pointer for each in declared if each.status == status), "")


def of_content(nouns: tuple[str, ...], media: str, schema: CanonicalSchema) -> tuple[str, ...]:
    """The names of a body as one media type: an event, one of a list, or what its own tag says."""
    if media.startswith("text/event-stream"):
        nouns = tuple(f"{noun.removesuffix('List')}Event" for noun in nouns)
    elif schema.is_list:
        nouns = tuple(noun.removesuffix("List") for noun in nouns)
    tag = constant(schema, "object")
    subtype = media.partition(";")[0].rpartition("/")[2]
    return (*((pascal(tag),) if tag else ()), *nouns, f"{nouns[-1]}{pascal(subtype)}")


def of_sent(nouns: tuple[str, ...]) -> tuple[str, ...]:
    """The names of what a request sends of something that a response holds under `nouns`."""
    return tuple(f"{noun.removesuffix('Request')}Request" for noun in nouns)


def of_item(noun: str) -> str:
    """What one item of a list is called: ToolCalls holds a ToolCall, Content a ContentPart, Data a DataItem."""
    one = _ITEM_OF.get(noun) or singular(noun)
    return one if one != noun else f"{noun}Item"


def tagged(schema: CanonicalSchema, noun: str) -> tuple[str, ...]:
    """The names of an item or a variant: by its tag where it has one (UserMessage), else by its noun."""
    tag = next((value for name in TAGS if (value := constant(schema, name))), None)
    named = compound(pascal(tag), noun) if tag else noun
    return (named,) if named == noun else (named, noun)


class VariantNames:
    """The names of the variants of one union: what they have in common is counted once for all of them."""

    def __init__(self, variants: Sequence[CanonicalSchema]) -> None:
        objects = [each for each in variants if each.properties]
        self._count = len(variants)
        self._has_several = len(objects) + sum(each.reference is not None for each in variants) > 1
        distinct = {id(each): each for each in objects}.values()
        self._declared = Counter(name for each in distinct for name in each.properties)
        self._constants: dict[str, Counter[str]] = {}
        for each in distinct:
            for name in each.properties:
                if value := constant(each, name):
                    self._constants.setdefault(name, Counter())[value] += 1

    def of(self, variant: CanonicalSchema, nouns: tuple[str, ...]) -> tuple[str, ...]:
        """The names of one variant: by its tag, by a constant, else by a property that no other variant has.

        A tag is a prefix (UserMessage), any other constant that differs from the others' a suffix
        (DiskStateCreating).
        """
        if not variant.properties:
            return nouns
        if not self._has_several:
            return tagged(variant, nouns[0]) if self._count > 2 else nouns
        named = tagged(variant, nouns[0])
        if len(named) > 1:
            return named
        required, properties = sorted(variant.required), sorted(variant.properties)
        own_value = next((value for name in properties if (value := self._own_constant(name, variant))), None)
        if own_value:
            return (f"{nouns[0]}{pascal(own_value)}",)
        own = [name for name in (*required, *properties) if self._declared[name] == (name in variant.properties)]
        return (f"{nouns[0]}{pascal(own[0]) if own else pascal(*properties[:_MOST_PROPERTIES])}",)

    def _own_constant(self, name: str, variant: CanonicalSchema) -> str | None:
        """The constant of the property `name`, where no other variant has the same, and another one has one too."""
        value = constant(variant, name)
        known = self._constants.get(name, Counter())
        return value if value and known[value] == 1 and known.total() > 1 else None


def constant(schema: CanonicalSchema, name: str) -> str | None:
    """The one value that the property `name` of an object can have, if it is a word."""
    part = schema.properties.get(name)
    values = part.enum if part is not None else ()
    return values[0] if len(values) == 1 and isinstance(values[0], str) and words(values[0]) else None


def tags_of(schema: CanonicalSchema) -> dict[str, str]:
    """The constants of the properties that distinguish variants of unions."""
    return {name: value for name in TAGS if (value := constant(schema, name))}
