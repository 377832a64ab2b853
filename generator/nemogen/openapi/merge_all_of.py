"""Merges the parts of an `allOf` into the one schema that they mean, as far as one schema can say it."""

from __future__ import annotations

from dataclasses import field, replace

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.array_keywords import merge_arrays
from nemogen.openapi.keyword_locations import joined_keywords
from nemogen.openapi.number_keywords import merge_numbers
from nemogen.openapi.object_keywords import merge_objects
from nemogen.openapi.rule_merge import RuleMerge
from nemogen.openapi.schema import Identity, Schema
from nemogen.openapi.schema_combination import with_types, with_values
from nemogen.openapi.string_keywords import merge_strings


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Parts of an `allOf` that do not go together. `allows_nothing`: no value but null can meet them all."""

    message: str
    location: Location
    allows_nothing: bool = False


@dataclass(slots=True)
class AllOfMerge:
    """Takes parts one by one. `schema` is what they mean together, `residue` what does not fit into one schema."""

    schema: Schema
    merge: RuleMerge
    contradictions: list[Contradiction] = field(default_factory=list)

    @property
    def residue(self) -> list[Schema]:
        """What does not fit into one schema."""
        return self.merge.residue

    def add(self, part: Schema) -> None:
        """Take one more part; its `all_of`, `nullable`, identifiers and annotations are left to the caller."""
        self._add_types(part)
        at, held, merge = part.location, self.schema, self.merge
        self.schema = replace(
            held,
            numbers=merge_numbers(merge, held.numbers, part.numbers, at),
            strings=merge_strings(merge, held.strings, part.strings, at),
            arrays=merge_arrays(merge, held.arrays, part.arrays, at),
            objects=merge_objects(merge, held.objects, part.objects),
            any_of=merge.keep_first(held.any_of, part.any_of, Schema(at, any_of=part.any_of)),
            one_of=merge.keep_first(held.one_of, part.one_of, Schema(at, one_of=part.one_of)),
            negated=merge.keep_first(held.negated, part.negated, Schema(at, negated=part.negated)),
            conditional=merge.keep_first(held.conditional, part.conditional, Schema(at, conditional=part.conditional)),
            discriminator=part.discriminator or held.discriminator,
            never=held.never or part.never,
            keywords=joined_keywords(part.keywords, held.keywords),
            type_order=part.type_order or held.type_order,
        )
        dynamic = part.identity
        if dynamic.dynamic_target is not None:
            alone = Identity(dynamic_ref=dynamic.dynamic_ref, dynamic_target=dynamic.dynamic_target)
            self.residue.append(Schema(at, identity=alone))

    def _add_types(self, part: Schema) -> None:
        """Narrow types and values; where nothing is left, those of the part are taken."""
        held = self.schema
        if part.enum is not None:
            narrowed = with_values(held, part.enum)
        elif part.types:
            narrowed = with_types(held, part.types)
        else:
            return
        if narrowed.enum == () or (narrowed.never and not held.never):
            message = "parts of an `allOf` have no type or value in common: the last is taken"
            self.contradictions.append(Contradiction(message, part.location, allows_nothing=True))
            narrowed = replace(held, types=part.types, enum=part.enum)
        self.schema = narrowed
