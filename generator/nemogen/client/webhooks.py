"""The webhooks and callbacks of a client: their classes, and how an event is assigned to its class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client.environment import Text
from nemogen.client.python_types import result_name
from nemogen.client.webhook_forms import FormFieldPlan, plan_form
from nemogen.config import Settings
from nemogen.config import Webhooks as WebhookSettings
from nemogen.document import Document
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema_views import SchemaViews

_TAGS = ("type", "event", "event_type", "eventType", "topic", "kind", "object", "action", "name")
"""Properties that say what event it is, as APIs call them; the first that all events have is taken."""

_SCHEME = ("header", "algorithm", "encoding", "prefix", "timestamp_header", "timestamp_key", "signed", "tolerance")
"""The settings that are fields of the runtime's WebhookScheme."""

_ATTRIBUTES = ("webhooks", "webhook_events", "incoming_webhooks")
"""What clients call it: the first that no resource is called."""


@dataclass(frozen=True, slots=True)
class EventPlan:
    """An event: its name in the document, the class of its body, the values of the tag that stand for it.

    `form` has the fields that are no plain texts, where it comes as a form; None where it does not.
    """

    name: Text
    type: str
    tags: tuple[Text, ...]
    form: tuple[FormFieldPlan, ...] | None = None


@dataclass(frozen=True, slots=True)
class WebhooksPlan:
    """What a client knows of webhooks. `tag` is the property that says which it is, empty if none does."""

    attribute: str
    events: tuple[EventPlan, ...]
    tag: Text
    secret_env: str
    settings: WebhookSettings

    @property
    def has_fields(self) -> bool:
        """Whether a field of a form is no plain text."""
        return any(each.form for each in self.events)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the events, each once."""
        return tuple(dict.fromkeys(each.type for each in self.events))

    def scheme(self) -> Iterator[tuple[str, str]]:
        """What differs from Standard Webhooks, by field of the runtime's WebhookScheme, as code."""
        for name in _SCHEME:
            value = getattr(self.settings, name)
            if value is not None:
                yield name, repr(value)


def plan_webhooks(document: Document, settings: Settings, resources: tuple[str, ...]) -> WebhooksPlan | None:
    """What `document` sends on its own; None if it sends nothing that has a class."""
    found = [(each, schema) for each in document.events for schema in each.response_schemas()]
    classes = [(each.path, result_name(schema), schema, each.form) for each, schema in found]
    classes = [each for each in classes if each[1] in document.schemas]
    if not classes:
        return None
    values = [_tags(schema, document.schemas) for _, _, schema, _ in classes]
    tag = _tag(values, [kind for _, kind, *_ in classes])
    texts = [_texts(schema, document.schemas) for _, _, schema, _ in classes]
    tag = tag or next((name for name in _TAGS if all(name in each for each in texts)), "")
    views = SchemaViews(document.declared) if document.declared else None
    events = {
        (name, kind): EventPlan(
            Text(name),
            kind,
            tuple(map(Text, each.get(tag, ()))),
            plan_form(form, views) if form is not None and views is not None else None,
        )
        for (name, kind, _, form), each in zip(classes, values, strict=True)
    }
    attribute = next((each for each in _ATTRIBUTES if each not in resources), _ATTRIBUTES[-1])
    own = settings.webhooks
    prefix = settings.client.key_env.removesuffix("_API_KEY").removesuffix("_KEY")
    secret_env = own.secret_env or f"{prefix}_WEBHOOK_SECRET"
    return WebhooksPlan(attribute, tuple(events.values()), Text(tag), secret_env, own)


def _objects(
    schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], seen: frozenset[str] = frozenset()
) -> Iterator[CanonicalSchema]:
    """The objects that a schema is one of."""
    name = schema.reference
    if name is not None:
        if name not in seen:
            yield from _objects(schemas[name], schemas, seen | {name})
        return
    if schema.any_of:
        for variant in schema.any_of:
            yield from _objects(variant, schemas, seen)
    else:
        yield schema


def _tags(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema]) -> dict[str, tuple[str, ...]]:
    """The properties that each object has with texts that are spelled out, and these texts."""
    found: dict[str, dict[str, None]] = {}
    objects = list(_objects(schema, schemas))
    for name in objects[0].properties if objects else ():
        entries = [each.properties.get(name, ANYTHING).enum for each in objects]
        if all(entries) and all(isinstance(value, str) for values in entries for value in values):
            found[name] = {str(value): None for values in entries for value in values}
    return {name: tuple(values) for name, values in found.items()}


def _texts(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema]) -> frozenset[str]:
    """The properties that each object requires, with any text."""
    objects = list(_objects(schema, schemas))
    own = [
        {
            name
            for name in each.required
            if (text := each.properties.get(name, ANYTHING)).type == "string" and not text.enum
        }
        for each in objects
        if each.properties
    ]
    return frozenset.intersection(*map(frozenset, own)) if own and len(own) == len(objects) else frozenset()


def _tag(values: list[dict[str, tuple[str, ...]]], kinds: list[str]) -> str:
    """The property of which each value stands for one class."""
    shared = set(values[0]).intersection(*values)
    order = (*(name for name in _TAGS if name in shared), *sorted(shared.difference(_TAGS)))
    for name in order:
        owners: dict[str, set[str]] = {}
        for each, kind in zip(values, kinds, strict=True):
            for value in each[name]:
                owners.setdefault(value, set()).add(kind)
        if all(len(found) == 1 for found in owners.values()):
            return name
    return ""
