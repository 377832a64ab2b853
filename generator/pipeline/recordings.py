"""The contract tests: recordings judged against the corrected pin, and replayed through the generated client."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from generator.errors import NemogenError, SpecError
from generator.ir import Direction, Files, Finding, Level
from generator.pipeline.apis import Api, Corrected, correct, read_api, recordings_of
from generator.project import Project
from generator.report.model import ApiReport, Report, State, Subject, subject_of_error

_OPEN_ENUM = "recording-enum"
"""Values outside an enumeration of an answer: the generated enumerations are open, so they break nobody."""


def test(project: Project, names: tuple[str, ...], *, strict: bool) -> Report:
    """The contract tests of these APIs, against the packages as they lie on disk."""
    found = []
    for name in project.select(names):
        try:
            found.append(ApiReport(name, (from_disk(read_api(project, name), strict=strict),)))
        except NemogenError as error:
            found.append(ApiReport(name, (subject_of_error("recordings", error),)))
    return Report("test", tuple(found))


def from_disk(api: Api, *, strict: bool = False) -> Subject:
    """The contract tests against pin and package as they lie on disk. Raises InputFault or ToolError."""
    if api.pin is None:
        raise SpecError("there is no pin to judge by", remedy=f"Fetch it first: nemogen sync {api.name}.")
    folder = api.paths.generated
    paths = [path for path in sorted((folder / "src").rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return subject(api, correct(api, api.pin), files or None, strict=strict)


def subject(api: Api, corrected: Corrected, files: Files | None, *, strict: bool = False) -> Subject:
    """Whether the recordings hold. `files` is the package to replay through; None leaves the replay out.

    Raises RecordingError or ToolError.
    """
    from generator.contract.judge import judge
    from generator.contract.replay import replay

    found = recordings_of(api)
    if not found:
        return Subject("recordings", State.LEFT_OUT, "there are none")
    judged = judge(found, corrected.spec, ends=api.ends()).findings(file=api.pin_file, strict=strict)
    findings = [_known(finding) for finding in judged]
    if files is not None:
        package = api.settings.package
        with tempfile.TemporaryDirectory(prefix="nemogen-") as folder:
            source = _staged(files, Path(folder))
            findings += replay(
                found, corrected.spec, source=source, module=package.module, client=package.client, ends=api.ends()
            )
    broken = any(finding.level is Level.ERROR for finding in findings)
    state = State.BROKEN if broken else State.HOLD
    return Subject("recordings", state, f"{len(found)} recordings", tuple(findings))


def _known(finding: Finding) -> Finding:
    if finding.id == _OPEN_ENUM and finding.direction is Direction.RESPONSE:
        return replace(finding, level=Level.NOTE)
    return finding


def _staged(files: Files, folder: Path) -> Path:
    """Puts the package into a scratch folder, and gives the folder that its modules lie in."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder / "src"
