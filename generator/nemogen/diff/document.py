"""What is wrong with a whole document, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from nemogen.contract_form.document import Contract
from nemogen.contract_form.places import Spot
from nemogen.contract_form.reader import Fault
from nemogen.diff.collector import Context, Entry, Log
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.match_operations import path_shape
from nemogen.diff.rules import RULES
from nemogen.document import Json
from nemogen.findings import Level

SEMVER = re.compile(r"v?(\d+)\.(\d+)\.(\d+)([-+].*)?")


def not_openapi(document: Json) -> str | None:
    """Why a parsed document is no OpenAPI 3 document that could be compared, or None where it is one."""
    if not isinstance(document, dict):
        return "it is no object"
    version = document.get("openapi")
    if not isinstance(version, str) or not version.startswith("3."):
        return "it names no version 3 of OpenAPI" if "swagger" not in document else "it is written in Swagger 2"
    paths = document.get("paths")
    if paths is None and ("webhooks" in document or "components" in document):
        return None
    return None if isinstance(paths, dict) else "its paths are no object"


def compare_faults(log: Log, base: Contract, revision: Contract) -> None:
    """Note faults that are new, and such as are gone. Both documents have to be read to the end before."""
    old = {(fault.id, fault.detail): fault for fault in _faults(base)}
    new: dict[tuple[str, str], list[Fault]] = {}
    for fault in _faults(revision):
        new.setdefault((fault.id, fault.detail), []).append(fault)
    for key, faults in new.items():
        if key not in old:
            for fault in faults:
                log.add(fault.id, Context(home="the document"), None, fault.pointer, value=fault.detail)
    for key, fault in old.items():
        if key not in new and RULES[fault.id].level.rank < Level.NOTE.rank:
            rule = "reference-mended" if fault.id.startswith("reference-") else "document-fault-mended"
            log.add(rule, Context(home="the document"), fault.pointer, None, value=fault.detail)


def _faults(contract: Contract) -> Iterator[Fault]:
    yield from contract.reader.faults.values()
    names = Counter(_name(operation.spot) for operation in contract.operations)
    paths = Counter(path_shape(path) for path, _ in contract.reader.root.at("paths").entries())
    for operation in contract.operations:
        name = _name(operation.spot)
        if name and names[name] > 1:
            yield Fault("duplicate-operation-id", operation.spot.near("operationId"), name)
        declared = {key[1] for key in operation.parameters if key[0] == "path"}
        for used in re.findall(r"\{([^{}]*)\}", operation.path):
            if used not in declared:
                yield Fault("path-parameter-undeclared", operation.spot.pointer, f"{used} of {operation.label}")
    for path, spot in contract.reader.root.at("paths").entries():
        if paths[path_shape(path)] > 1:
            yield Fault("duplicate-path", spot.pointer, path_shape(path))
    used_schemes = schemes_in_use(contract)
    for name, spot in contract.schemes.items():
        if not used_schemes:
            yield Fault("security-scheme-without-requirement", spot.pointer, name)


def _name(spot: Spot) -> str:
    name = spot.raw.get("operationId")
    return name if isinstance(name, str) else ""


def schemes_in_use(contract: Contract) -> set[str]:
    """The names of the security schemes that an operation asks for."""
    return {
        name
        for operation in (*contract.operations, *contract.webhooks)
        for alternative in operation.security.alternatives
        for name in alternative
    }


def compare_info(log: Log, base: Contract, revision: Contract) -> None:
    """Note what the documents say of themselves: version of OpenAPI, info, tags, links."""
    old, new = base.reader.root, revision.reader.root
    context = Context(home="the document")
    versions = [str(root.raw.get("openapi", ""))[:3] for root in (old, new)]
    if versions[0] != versions[1] and all(versions):
        places = old.near("openapi"), new.near("openapi")
        log.add("openapi-version-changed", context, *places, old=old.raw["openapi"], new=new.raw["openapi"])
    for key, rule in (("info", "info-changed"), ("tags", "tag-changed")):
        if old.raw.get(key) != new.raw.get(key):
            log.add(rule, context, old.near(key), new.near(key))
    compare_part_prose(log, (old.raw, ""), (new.raw, ""), context)


def compare_versions(log: Log, base: Contract, revision: Contract) -> None:
    """Note a version of the document (semver only) that does not fit what was found."""
    old, new = (side.reader.root.at("info", "version") for side in (base, revision))
    before, after = (SEMVER.fullmatch(str(spot.raw)) for spot in (old, new))
    changes = [entry for entry in log.entries if entry.level.rank <= Level.ADDITIVE.rank]
    if not before or not after or not changes:
        return
    was, is_ = (tuple(map(int, match.groups()[:3])) for match in (before, after))
    rule = _version_rule(was, is_, changes)
    if rule:
        log.add(rule, Context(home="the document"), old.pointer, new.pointer, old=old.raw, new=new.raw)


def _version_rule(was: tuple[int, ...], is_: tuple[int, ...], changes: list[Entry]) -> str | None:
    if is_ == was:
        return "api-version-not-bumped"
    if is_ < was:
        return "api-version-decreased"
    breaks = any(entry.level is Level.BREAKING for entry in changes)
    digits = 2 if was[0] == is_[0] == 0 else 1
    return "api-major-version-not-bumped" if breaks and was[:digits] == is_[:digits] else None
