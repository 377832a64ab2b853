"""What an operation takes and gives, as OpenAPI 3 spells it."""

from __future__ import annotations

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Parameter, RequestBody, Response, Server
from nemogen.openapi.read_parameters import ParameterReader
from nemogen.openapi.read_responses import BodyReader, ResponseReader
from nemogen.openapi.read_servers import read_servers
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References


@dataclass(frozen=True, slots=True)
class OpenApiParts:
    """Reads the parts of operations; see `read_operations.OperationParts`."""

    reading: References
    parameters: ParameterReader
    bodies: BodyReader
    responses: ResponseReader

    def read_parameters(self, owner: RawNode, *, is_shared: bool) -> tuple[Parameter, ...]:
        """The parameters of a path item (`is_shared`) or an operation."""
        return self.parameters.read_list(owner.child("parameters"), is_shared=is_shared)

    def read_body(self, operation: RawNode, _item: RawNode) -> RequestBody | None:
        """The request body of an operation."""
        return self.bodies.read_body(operation.child("requestBody"))

    def read_responses(self, operation: RawNode) -> tuple[Response, ...]:
        """The responses of an operation."""
        return self.responses.read_map(operation.child("responses"))

    def read_servers(self, owner: RawNode) -> tuple[Server, ...] | None:
        """The servers of a path item or an operation; None if it has none of its own."""
        servers = owner.child("servers")
        return None if servers.value is None else read_servers(servers, self.reading)
