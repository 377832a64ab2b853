"""From a typed document to the Document that the engines get: canonical form, names of calls, named schemas."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from nemogen.document import EVENT, Call, Document, Operation
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.given_arguments import kept_arguments, kept_values
from nemogen.given_names import Names, method_key
from nemogen.naming.canonical_operations import canonical
from nemogen.naming.discriminators import contradicted
from nemogen.naming.families import with_families
from nemogen.naming.hoist import hoist
from nemogen.naming.keep_names import method_names, resource_classes
from nemogen.naming.method_names import settled
from nemogen.naming.rename import Renames, refuse_unused
from nemogen.naming.views import directed
from nemogen.openapi.read_document import ReadDocument

_NO_NAMES = Names()


def prepare(
    read: ReadDocument,
    names: Mapping[str, str] | None = None,
    reserved: Collection[str] = (),
    kept: Names = _NO_NAMES,
    renames: Renames | None = None,
) -> Document:
    """A document that was read (with its overlay applied) as the Document that the engines get.

    `names` maps "POST /path" to the dotted name that the settings give the operation; `reserved` are names that no
    class may have, since the package's clients have them; `kept` those that classes and methods have had. Raises
    SpecError where there is no operation or where the document unfolds without end, NameClash where two things want one
    name and no rule distinguishes them, ConfigError for a row of `renames` (of api.toml) that matches nothing.
    """
    file = read.reading.file
    try:
        normal = directed(canonical(with_families(read), names))
        renames = renames or Renames()
        called = tuple(each for each in normal.operations if each.method != EVENT)
        sent = tuple(each for each in normal.operations if each.method == EVENT)
        operations, renamed, was = settled(called, normal.given, file, kept, renames)
        taken = frozenset({*reserved, *resource_classes(kept)})
        hoisted = hoist(replace(normal, operations=(*operations, *sent)), file, taken, kept, renames)
    except RecursionError as error:
        raise SpecError(
            "lists, maps or unions that refer to each other without an object between them go too deep",
            where=Location(file),
            remedy="Shorten the chain of components with an overlay action.",
        ) from error
    arguments, values = kept_arguments(kept), kept_values(kept)
    named = tuple(
        replace(each, argument_names=arguments.get(key, {}), argument_values=values.get(key, {}))
        for each in hoisted.operations
        if each.method != EVENT and (key := method_key(each.method, each.path))
    )
    first = {each.call: each for each in reversed(named)}
    refuse_unused(renames, hoisted.schemas, map(str, first))
    contradicting = contradicted(hoisted.schemas)
    return Document(
        tuple(first.values())[::-1],
        {
            name: replace(schema, discriminator=None) if name in contradicting else schema
            for name, schema in hoisted.schemas.items()
        },
        hoisted.origins,
        normal.title,
        normal.servers,
        (
            *normal.findings,
            *renamed,
            *hoisted.findings,
            *_repeated(named, first, file),
            *(_left_out(name, hoisted.origins[name], file) for name in sorted(contradicting)),
        ),
        read.document,
        replace(
            kept, classes=hoisted.names, shared=hoisted.shared, methods=method_names(first.values(), was), conflicts=()
        ),
        tuple(each for each in hoisted.operations if each.method == EVENT),
    )


def _left_out(name: str, at: str, file: str) -> Finding:
    message = f"a variant of {name} has other tag values in another union: the discriminator is left out"
    return Finding("discriminator-contradicted", Level.NOTE, message, area="spec", revision=Location(file, at), key=at)


def _repeated(operations: tuple[Operation, ...], first: Mapping[Call, Operation], file: str) -> Iterator[Finding]:
    for each in operations:
        kept = first[each.call]
        if kept is not each:
            yield Finding(
                "operation-repeated",
                Level.NOTE,
                f"{each.method.upper()} {each.path} is {kept.path} again: one method calls the latter",
                area="spec",
                revision=Location(file, each.at),
                key=each.at,
            )
