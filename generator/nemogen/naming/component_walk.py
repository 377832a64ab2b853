"""Walks schemas and finds the components among them: objects with properties, unions of nothing but such, and more.

A schema that becomes a component is kept as a Site, and replaced by a reference to the key of the site.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nemogen import pointer
from nemogen.canonical import NO_FACTS, NULL, CanonicalSchema, Discriminator, NamingFacts, references
from nemogen.cycles import on_circles
from nemogen.given_names import Names
from nemogen.names import pascal
from nemogen.naming import discriminators, keep_names, name_candidates
from nemogen.naming.class_names import Site
from nemogen.naming.identities import Identities
from nemogen.naming.schema_keys import SENT, is_published
from nemogen.naming.shape import digest


class ComponentWalk:
    """What was met so far: `sites` by key. Targets of references wait until what refers to them is done.

    `schemas` are those of the document by key; `kept` are the names that classes have had.
    """

    def __init__(self, schemas: Mapping[str, CanonicalSchema], kept: Names, identities: Identities) -> None:
        self._schemas = schemas
        self._kept = kept
        self._entries = keep_names.entries_by_location(kept)
        self._had_class = {key.partition(" as ")[0] for key, entry in kept.classes.items() if not entry.alias}
        self._identities = identities
        self.sites: dict[str, Site] = {}
        self._ahead: deque[tuple[Site, CanonicalSchema]] = deque()
        self._objects: dict[str, bool] = {}
        self._met = 0
        self._in_cycles: frozenset[str] = frozenset()
        self._in_cycles = self._find_cycles()

    def new_site(self, names: tuple[str, ...], parent: Site | None, facts: NamingFacts) -> Site:
        """A new site, numbered in the order in which a reader meets them."""
        self._met += 1
        origin, key = facts.pointer.removeprefix(SENT), self._identities.of(facts.pointer)
        location = self._identities.location(facts.pointer)
        way = SENT if facts.pointer.startswith(SENT) else ""
        referred = self._identities.location(f"{way}{facts.referred}") if facts.referred else ""
        return Site(names, parent, origin, facts.name or None, self._met, key=key, location=location, referred=referred)

    def finish(self) -> None:
        """Walk what references lead to."""
        while self._ahead:
            site, schema = self._ahead.popleft()
            site.schema = self._inside(without_names(schema), site.nouns, site)
            site.shape = digest(site.schema)
            self._remember(site)

    def place(self, schema: CanonicalSchema, names: tuple[str, ...], parent: Site | None) -> CanonicalSchema:
        """`schema` with its parts named, or a reference to it where it is named itself."""
        if schema.reference is not None:
            return self._referenced(schema.reference, schema, names, parent)
        if not self._is_named(schema):
            return self._inside(schema, names, parent)
        if any(variant.is_null for variant in schema.any_of):
            rest = tuple(variant for variant in schema.any_of if not variant.is_null)
            inner = replace(schema, any_of=rest, description="", default=None, deprecated=False)
            return _beside(CanonicalSchema(any_of=(self.place(inner, names, parent), NULL)), schema)
        origin = schema.facts.pointer
        if origin in self._schemas and self._has_name(origin):
            return self._referenced(origin, schema, names, parent)
        return self._named(schema, names, parent)

    def _is_named(self, schema: CanonicalSchema) -> bool:
        """Objects with properties, and unions of nothing but such (null aside); one that got another variant keeps the
        name that it has had."""
        if schema.properties:
            return True
        variants = [variant for variant in schema.any_of if not variant.is_null]
        objects = [self._is_object(each) for each in variants]
        return len(variants) > 1 and (all(objects) or (any(objects) and self._had_name(schema)))

    def _had_name(self, schema: CanonicalSchema) -> bool:
        at = schema.facts.pointer
        return at in self._had_class or self._identities.location(at) in self._kept.shared

    def _is_object(self, schema: CanonicalSchema) -> bool:
        at = schema.reference
        if at is not None:
            if at not in self._objects:
                self._objects[at] = False  # what is met again below itself is a cycle of unions
                self._objects[at] = self._is_object(self._schemas[at])
            return self._objects[at]
        return bool(schema.properties) or (bool(schema.any_of) and all(map(self._is_object, schema.any_of)))

    def _named(self, schema: CanonicalSchema, names: tuple[str, ...], parent: Site | None) -> CanonicalSchema:
        """A reference to the component that `schema` becomes; its parts go first: their keys are part of its shape."""
        own = _nouns(schema, names)
        site = self.new_site(own, parent, schema.facts)
        site.schema = self._inside(without_names(schema), own, site)
        return reference_to(self.enter(site), schema)

    def enter(self, site: Site) -> str:
        """The key of `site` among the sites, by shape and noun. Of equal ones the first is kept, and any name given."""
        site.shape = digest(site.schema)
        self._remember(site)
        key = f"{site.shape} {site.nouns[0]}"
        known = self.sites.get(key)
        own = self._given(site)
        if known and own and self._given(known) not in (None, own):
            key = f"{site.shape} named {own}"
        known = self.sites.setdefault(key, site)
        known.locations += site.locations if known is not site else ()
        known.shared = known.shared or site.shared
        known.explicit = known.explicit or site.explicit
        if not known.entry:
            known.entry, known.is_at_entry = site.entry, site.is_at_entry
        return key

    def _remember(self, site: Site) -> None:
        if not site.internal:
            site.entry = keep_names.class_entry(self._kept, self._entries.get(site.key, ()), site.shape)
            site.is_at_entry = bool(site.entry)
            row = self._kept.shared.get(site.location)
            site.locations = (site.location, site.referred)
            site.shared = row.name if row else ""

    def _given(self, site: Site) -> str | None:
        """The name that a person gives a site, or that it has had."""
        return site.explicit or (self._kept.classes[site.entry].name if site.entry else site.shared or None)

    def _referenced(
        self, at: str, schema: CanonicalSchema, names: tuple[str, ...], parent: Site | None
    ) -> CanonicalSchema:
        """A reference of the spec: to a component under its own name, or in place where it is a mere list or scalar."""
        target = self._schemas[at]
        published = is_published(at)
        own = (pascal(pointer.split(at)[-1]),) if is_published(at.removeprefix(SENT)) else names
        if not self._has_name(at):
            return _beside(self.place(target, own, parent), schema)
        key = f"at {at}"
        if key not in self.sites:
            if at.startswith(SENT):
                own = (*self._of_sent(at, own, parent), *(() if parent else names))
            site = self.new_site(own, None if published else parent, replace(target.facts, pointer=at))
            site.published = published
            self.sites[key] = site
            self._ahead.append((site, target))
        return reference_to(key, schema)

    def _of_sent(self, at: str, own: tuple[str, ...], parent: Site | None) -> tuple[str, ...]:
        """The names of what requests send of a schema of both sides.

        The view in responses goes first: it keeps its own name, and those of the schemas inside both.
        """
        response_key = at.removeprefix(SENT)
        if is_published(response_key) and self._has_name(response_key):
            self._referenced(response_key, CanonicalSchema(reference=response_key), own, parent)
        return _nouns(self._schemas[at], own)

    def _has_name(self, at: str) -> bool:
        """Whether the target of a reference becomes a component: what cannot be written in place, and enumerations.

        One that is itself but a reference never does: what it refers to has the name.
        """
        schema = self._schemas[at]
        return schema.reference is None and (at in self._in_cycles or bool(schema.enum) or self._is_named(schema))

    def _find_cycles(self) -> frozenset[str]:
        """The lists, maps and unions that lead back to themselves with nothing between that has a name."""
        return on_circles({at: references([self._schemas[at]]) for at in self._schemas if not self._has_name(at)})

    def _inside(self, schema: CanonicalSchema, names: tuple[str, ...], here: Site | None) -> CanonicalSchema:
        """`schema` with the schemas inside it named: properties, values of a map, items, variants."""
        if schema.properties:
            found = {
                name: self.place(value, (pascal(name),), here) for name, value in sorted(schema.properties.items())
            }
            schema = replace(schema, properties={name: found[name] for name in schema.properties})
        if schema.additional is not None:
            schema = replace(schema, additional=self.place(schema.additional, (f"{names[0]}Value",), here))
        if schema.prefix_items is not None:
            named = enumerate(schema.prefix_items, 1)
            first = tuple(self.place(each, (f"{names[0]}Position{at}",), here) for at, each in named)
            schema = replace(schema, prefix_items=first)
        if schema.items is not None:
            own = name_candidates.tagged(schema.items, name_candidates.of_item(names[0]))
            schema = replace(schema, items=self.place(schema.items, own, here))
        return self._with_variants(schema, names, here) if schema.any_of else schema

    def _with_variants(self, schema: CanonicalSchema, names: tuple[str, ...], here: Site | None) -> CanonicalSchema:
        declared = schema.any_of
        candidates = name_candidates.VariantNames(declared)
        placed = tuple(self.place(each, candidates.of(each, names), here) for each in declared)
        return replace(schema, any_of=placed, discriminator=self._discriminator(schema, placed))

    def _discriminator(self, schema: CanonicalSchema, placed: Sequence[CanonicalSchema]) -> Discriminator | None:
        targets = [each if each.reference is None else self._schemas[each.reference] for each in schema.any_of]
        if len(targets) < 2 or not all(target.properties for target in targets):
            return None
        found = discriminators.find_tags(schema.discriminator, schema.any_of, targets)
        if found is None:
            return None
        name, values = found
        pairs = zip(values, placed, strict=True)
        return Discriminator(name, {tag: str(each.reference) for tags, each in pairs for tag in tags})


def _nouns(schema: CanonicalSchema, names: tuple[str, ...]) -> tuple[str, ...]:
    own = (pascal(schema.facts.title), *names) if schema.facts.title else names
    return name_candidates.of_sent(own) if schema.facts.is_request_view else own


def without_names(schema: CanonicalSchema) -> CanonicalSchema:
    """The schema without what its own name is made of: it is the name of its site."""
    return schema if schema.facts is NO_FACTS else replace(schema, facts=NO_FACTS)


def reference_to(key: str, schema: CanonicalSchema) -> CanonicalSchema:
    """A reference to the component that replaces `schema`, with the annotations of `schema`."""
    return CanonicalSchema(
        reference=key,
        description=schema.description,
        default=schema.default,
        deprecated=schema.deprecated,
        sunset=schema.sunset,
    )


def _beside(inner: CanonicalSchema, schema: CanonicalSchema) -> CanonicalSchema:
    """`inner`, which replaces `schema`, with its annotations."""
    return replace(
        inner,
        description=schema.description or inner.description,
        deprecated=schema.deprecated or inner.deprecated,
        sunset=schema.sunset or inner.sunset,
        default=inner.default if schema.default is None else schema.default,
    )
