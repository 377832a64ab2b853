"""A whole document in canonical form: its operations, and what they reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen.contract_form.contract import Media, Operation, Parameter
from nemogen.contract_form.places import Spot
from nemogen.contract_form.reader import Reader
from nemogen.contract_form.reading import Operations
from nemogen.contract_form.sameness import Digests
from nemogen.contract_form.schema import Node
from nemogen.contract_form.shapes import Shapes
from nemogen.contract_form.values import canonical
from nemogen.document import Json

PROSE_OF_PARTS = frozenset({"description", "summary", "example", "examples"})


class Contract:
    """A parsed document as its operations; schemas are read when they are asked for. Takes any JSON value."""

    def __init__(self, document: Json) -> None:
        self.reader = Reader(document)
        self.shapes = Shapes(self.reader)
        self.digests = Digests(self.shapes)
        reading = Operations(self.reader)
        self.operations = tuple(reading.paths())
        self.webhooks = tuple(reading.webhooks())
        self.schemes = dict(self.reader.root.at("components", "securitySchemes").entries())

    def reach(self) -> Iterator[Node]:
        """Every schema that an operation or webhook uses, each once."""
        seen: set[int] = set()
        waiting = [self.shapes.node(spot) for use in (*self.operations, *self.webhooks) for _, spot in use.schemas()]
        while waiting:
            node = waiting.pop()
            if id(node) not in seen:
                seen.add(id(node))
                yield node
                waiting.extend(kid for _, kid in self.shapes.kids(node))

    def schema(self, spot: Spot | None) -> str | None:
        """The digest of a schema, in hex."""
        return None if spot is None else self.digests.of(self.shapes.node(spot)).hex()

    def surface(self, operation: Operation) -> dict[str, Json]:
        """What an operation takes and gives, as plain JSON in which digests stand for schemas.

        Left out: its method, path, name, tags, servers and credentials.
        """
        return {
            "parameters": sorted(self._parameter(item) for item in operation.parameters.values()),
            "body": operation.body and [operation.body.required, self._media(operation.body.media)],
            "responses": {
                status: [
                    self._media(response.media),
                    sorted(self._parameter(header) for header in response.headers.values()),
                    {name: contract_part(spot.raw) for name, spot in response.links.items()},
                ]
                for status, response in operation.responses.items()
            },
        }

    def whole(self, operation: Operation) -> dict[str, Json]:
        """Everything that an operation promises, as plain JSON."""
        raw = operation.spot.raw
        return {
            "label": operation.label,
            "name": raw.get("operationId"),
            "tags": raw.get("tags"),
            "deprecated": raw.get("deprecated") is True,
            "surface": self.surface(operation),
            "servers": [
                [server.url, {name: contract_part(spot.raw) for name, spot in server.variables.items()}]
                for server in operation.servers
            ],
            "security": self._security(operation),
            "callbacks": sorted(
                canonical([list(key), self.whole(callback)]) for key, callback in operation.callbacks.items()
            ),
        }

    def _security(self, operation: Operation) -> Json:
        alternatives = operation.security.alternatives
        used = sorted({name for alternative in alternatives for name in alternative})
        return [
            sorted(canonical({name: sorted(scopes) for name, scopes in item.items()}) for item in alternatives),
            {
                name: contract_part(self.reader.resolved(self.schemes[name]).raw)
                for name in used
                if name in self.schemes
            },
        ]

    def _parameter(self, parameter: Parameter) -> list[str]:
        name = parameter.name.lower() if parameter.where == "header" else parameter.name
        flags = [parameter.required, parameter.style, parameter.explode, parameter.reserved]
        more = [parameter.media, self.schema(parameter.schema), parameter.spot.raw.get("deprecated") is True]
        return [parameter.where, name, canonical([*flags, *more])]

    def _media(self, media: Mapping[str, Media]) -> dict[str, Json]:
        return {name: [self.schema(item.schema), contract_part(item.encoding)] for name, item in media.items()}


def contract_part(raw: Json) -> Json:
    """A small part of a document without prose, examples and vendor extensions."""
    if isinstance(raw, dict):
        return {
            key: contract_part(value)
            for key, value in raw.items()
            if key not in PROSE_OF_PARTS and not str(key).startswith("x-")
        }
    return [contract_part(item) for item in raw] if isinstance(raw, list) else raw
