"""The software bill of materials of a wheel: CycloneDX 1.6 as JSON, the same bytes for the same wheel."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING, Final

from nemogen.errors import ToolError
from nemogen.light_dataclasses import dataclass
from nemogen.publish.distribution import INSTALL

if TYPE_CHECKING:
    from cyclonedx.model import ExternalReference
    from cyclonedx.model.component import Component

_NAMESPACE: Final = uuid.UUID("c2d1f0c8-3f5b-5e3c-9a5b-0d7f6b1f7a10")
"""The namespace of serial numbers, with the commit and the METADATA of the wheel."""


@dataclass(frozen=True, slots=True)
class Origins:
    """What the package was made from: the repository and its commit, the spec and its hash, the tools by version."""

    repository: str
    commit: str
    spec: str
    spec_sha256: str
    tools: tuple[tuple[str, str], ...]


def write_sbom(metadata: bytes, origins: Origins, epoch: int) -> bytes:
    """The SBOM for a wheel with this METADATA, dated `epoch`: the package, its requirements and the tools that made it.

    A wheel requires ranges, not versions: its required components have a range as a property and no version.
    Raises ToolError if the library is not installed.
    """
    try:
        from cyclonedx.model.bom import Bom
        from cyclonedx.output.json import JsonV1Dot6
    except ImportError:
        raise ToolError("the library `cyclonedx-python-lib` is not installed", remedy=INSTALL) from None

    message = message_from_bytes(metadata)
    package = _package(message, origins)
    required = [_required(each) for each in message.get_all("Requires-Dist", []) if "extra ==" not in each]
    serial = uuid.uuid5(_NAMESPACE, f"{origins.commit}\n{metadata.decode(errors='replace')}")
    bom = Bom(serial_number=serial, components=required)
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    bom.metadata.component = package
    bom.metadata.tools.components.update(_tools(origins))
    bom.register_dependency(package, required)
    value = json.loads(JsonV1Dot6(bom).output_as_string())
    return (json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _package(message: Message, origins: Origins) -> Component:
    from cyclonedx.factory.license import LicenseFactory
    from cyclonedx.model.component import Component, ComponentType
    from packageurl import PackageURL

    name, version = message["Name"], message["Version"]
    licence = message["License-Expression"]
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        description=message["Summary"],
        bom_ref=f"pkg:pypi/{_normal(name)}@{version}",
        purl=PackageURL("pypi", None, _normal(name), version),
        licenses=[LicenseFactory().make_from_string(licence)] if licence else [],
        external_references=list(_references(origins)),
    )


def _references(origins: Origins) -> Iterator[ExternalReference]:
    from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri

    if origins.repository:
        yield ExternalReference(
            type=ExternalReferenceType.VCS, url=XsUri(origins.repository), comment=f"commit {origins.commit}"
        )
    spec = HashType(alg=HashAlgorithm.SHA_256, content=origins.spec_sha256)
    yield ExternalReference(
        type=ExternalReferenceType.OTHER, url=XsUri(origins.spec), hashes=[spec], comment="the OpenAPI spec"
    )


def _required(requirement: str) -> Component:
    from cyclonedx.model import Property
    from cyclonedx.model.component import Component, ComponentType
    from packageurl import PackageURL
    from packaging.requirements import Requirement

    wanted = Requirement(requirement)
    name = _normal(wanted.name)
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        bom_ref=f"pkg:pypi/{name}",
        purl=PackageURL("pypi", None, name),
        properties=[Property(name="nemogen:requires", value=requirement)],
    )


def _tools(origins: Origins) -> Iterator[Component]:
    from cyclonedx.model.component import Component, ComponentType

    for name, version in origins.tools:
        yield Component(type=ComponentType.APPLICATION, name=name, version=version, bom_ref=f"tool:{name}@{version}")


def _normal(name: str) -> str:
    """A name, normalized as in a package index (PEP 503)."""
    from packaging.utils import canonicalize_name

    return str(canonicalize_name(name))
