"""One document, read lazily: follows references, keeps the canonical schemas, remembers what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from nemogen.contract_form.places import Spot, follow
from nemogen.document import Json

INSIDE_SCHEMA = frozenset({"properties", "items", "allOf", "oneOf", "anyOf", "$defs", "definitions"})
"""First words of references that were written as if the schema around them were the document."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a document that is not as OpenAPI wants it. `id` is a rule id, `detail` names what is meant."""

    id: str
    pointer: str
    detail: str


class Reader:
    """Follows the references of one document and remembers where they led.

    `touched` are the pointers that references led to, `faults` what could not be followed.
    """

    def __init__(self, document: Json) -> None:
        self.document = document
        self.root = Spot(document if isinstance(document, dict) else {}, "")
        self.touched: set[str] = set()
        self.faults: dict[tuple[str, str], Fault] = {}

    @property
    def is_old(self) -> bool:
        """Whether siblings of `$ref` are ignored and `nullable` counts: OpenAPI 3.0."""
        return str(self.root.raw.get("openapi", "")).startswith("3.0")

    def fault(self, id_: str, pointer: str, detail: str) -> None:
        """Remember a fault, once for each place."""
        self.faults.setdefault((id_, pointer), Fault(id_, pointer, detail))

    def resolve(self, spot: Spot) -> Spot | None:
        """Where a chain of `$ref` ends, or None where it dangles, leaves the document or runs in a circle."""
        seen: set[str] = set()
        while isinstance(spot.raw, dict) and isinstance(reference := spot.raw.get("$ref"), str):
            target = self.target(reference, spot.pointer)
            if target is None:
                return None
            if target.pointer in seen:
                self.fault("reference-circular", spot.pointer, reference)
                return None
            seen.add(target.pointer)
            spot = target
        return spot

    def target(self, reference: str, pointer: str) -> Spot | None:
        """What one reference points to; a fault at `pointer` and None where that is nothing here."""
        if not reference.startswith("#"):
            self.fault("reference-outside", pointer, reference)
            return None
        found = follow(self.root.raw, reference[1:])
        if found is None:
            is_relative = reference[1:].split("/")[1:2] and reference[1:].split("/")[1] in INSIDE_SCHEMA
            self.fault("reference-relative-to-schema" if is_relative else "reference-dangling", pointer, reference)
            return None
        self.touched.add(found.pointer)
        return found

    def resolved(self, spot: Spot) -> Spot:
        """As `resolve`, with an empty object where the reference leads nowhere."""
        return self.resolve(spot) or Spot({}, spot.pointer)
