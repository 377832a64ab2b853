"""Selects the recordings that an openapi-python-client client can replay, and the function for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nemogen.document import Files
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document
from nemogen.recordings.calls import Call, call_files
from nemogen.recordings.operations import Operations
from nemogen.recordings.recording import Recording


@dataclass(frozen=True, slots=True)
class FunctionCalls:
    """The calls that can be made, the module of each by recording, and a note for each recording that is skipped."""

    calls: tuple[Call, ...]
    functions: Mapping[str, str]
    skipped: tuple[Finding, ...]

    def files(self, recordings: Sequence[Recording], *, module: str, client: str) -> Files:
        """The folder for the replay."""
        return call_files(recordings, self.calls, module=module, client=client, functions=self.functions)


def plan_functions(
    recordings: Sequence[Recording], calls: Sequence[Call], document: Document, modules: Mapping[str, str]
) -> FunctionCalls:
    """`modules` has the module below the package of each operation ("POST /v1/x") that the client has."""
    operations = Operations(document)
    by_name = {each.name: each for each in recordings}
    kept: list[Call] = []
    functions: dict[str, str] = {}
    skipped: list[Finding] = []
    for call in calls:
        recording = by_name[call.recording]
        met = operations.find(recording.request.method, recording.request.path)
        module = modules.get(met[0].label) if met else None
        why = _why_not(call, recording) if module else "the client has no such operation"
        if why:
            skipped.append(_skipped(recording, why))
        elif module:
            kept.append(call)
            functions[call.recording] = module
    return FunctionCalls(tuple(kept), functions, tuple(skipped))


def _why_not(call: Call, recording: Recording) -> str:
    if call.outcome in ("stream", "broken stream"):
        return "streams are not read as they arrive"
    if call.outcome == "error" and recording.response.status < 300:
        return "an error under a success status is not recognized"
    return ""


def _skipped(recording: Recording, why: str) -> Finding:
    return Finding(
        "replay-skipped",
        Level.NOTE,
        f"{recording.name} is not replayed by this engine: {why}",
        area="recordings",
        operation=recording.operation,
        key=f"{recording.name} skipped",
        revision=Location(recording.file, "/response"),
    )
