"""The Python side of a change between two specs: what the callers of the client notice, from the plans of its package.

`diff` and `history` ask here; `sync` compares the packages themselves. Both are of one verdict.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nemogen.assets import has_templates
from nemogen.commands.api import Api, prepare_spec
from nemogen.commands.collecting import without_collecting
from nemogen.commands.spec_changes import Side, place_findings
from nemogen.config_checks import ENGINES
from nemogen.errors import NemogenError
from nemogen.findings import Finding
from nemogen.given_names import Names, carried_over
from nemogen.light_dataclasses import dataclass

if TYPE_CHECKING:
    from nemogen.commands.planned_types import PlannedPackage
    from nemogen.document import Document
    from nemogen.openapi.read_document import ReadDocument


@dataclass(frozen=True, slots=True)
class PythonSide:
    """What changes for callers of a package; `why` it is not known, where it is not."""

    changes: tuple[Finding, ...]
    why: str = ""


NOT_EXAMINED: Final = "Python side: not examined"


@dataclass(frozen=True, slots=True)
class PlannedSpec:
    """The package that a spec gives; without one, `why` not. The next revision of the spec keeps `names`, and the
    properties that `document` has."""

    package: PlannedPackage | None
    why: str = ""
    names: Names | None = None
    document: Document | None = None


NO_SPEC: Final = PlannedSpec(None, "not an OpenAPI document")


def plan_spec(api: Api, side: Side, before: PlannedSpec = NO_SPEC) -> PlannedSpec:
    """The plan of the package of `api` for a spec, which is corrected already. `before` is the revision before, whose
    names names.toml hands on from sync to sync; without it, names.toml itself counts.

    Rows of api.toml that match nothing are not an error here: the spec may be an older or a newer one.
    """
    names = before.names
    if api.settings.client.engine != ENGINES[0]:
        return PlannedSpec(None, f"{api.settings.client.engine} writes this package", names)
    if has_templates(api.project):
        return PlannedSpec(None, "the project has templates of its own", names)
    from nemogen.client.argument_names import with_client_names
    from nemogen.commands.code_of_pin import keep_removed
    from nemogen.commands.failing_operations import make_without_failing
    from nemogen.commands.planned_package import plan_package

    api = api if names is None else replace(api, names=names)

    def plan(part: ReadDocument) -> tuple[Document, PlannedPackage]:
        document = prepare_spec(api, part, may_be_unused=True)
        document = keep_removed(api, before.document, document) if before.document else document
        return document, plan_package(document, api.settings)

    try:
        with without_collecting():
            document, package = make_without_failing(_read_in_name_order(side), plan).made
    except NemogenError as error:
        return PlannedSpec(None, _why_not(error, side), names)
    given = with_client_names(document.names, package.plan, document)
    names = carried_over(api.names, given, [each.version for each in api.releases])
    return PlannedSpec(package, names=names, document=document)


def _read_in_name_order(side: Side) -> ReadDocument:
    """The model of a spec in the order of its names: what was read to compare it, or else read for this."""
    from nemogen.openapi.document_order import document_in_name_order
    from nemogen.openapi.name_order import in_name_order
    from nemogen.openapi.read_document import read_value

    known = document_in_name_order(side.read) if side.read is not None else None
    return known or read_value(in_name_order(side.value), side.name, has_ledger=False)


def _why_not(error: NemogenError, side: Side) -> str:
    """What is wrong with a spec that no package can be planned of, and where, by the name that its file has."""
    problem = error.problems[0]
    where = problem.where
    if where is not None and side.read is not None and where.file == side.read.reading.file:
        where = replace(where, file=side.name)
    return f"{where or side.name}: {problem.what}"


def compare_specs(before: PlannedSpec, after: PlannedSpec, wire: tuple[Finding, ...]) -> PythonSide:
    """What changes for callers of the package; `wire` is what changes on the wire. Locations are in "base" and
    "revision"."""
    if before.package is None or after.package is None:
        return PythonSide((), before.why or after.why)
    from nemogen.commands.planned_package import compare_plans

    with without_collecting():
        return PythonSide(compare_plans(before.package, after.package, wire))


def python_changes(api: Api, base: Side, revision: Side, wire: tuple[Finding, ...]) -> PythonSide:
    """What changes from one spec to the other for callers of the package of `api`, at locations of the two."""
    before = plan_spec(api, base)
    found = compare_specs(before, plan_spec(api, revision, before), wire)
    return PythonSide(place_findings(found.changes, base, revision), found.why)
