"""The contract tests: recordings judged against the corrected pin, and replayed through the generated client."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import SpecError
from generator.ir import Direction, Files, Finding, Level
from generator.pipeline.apis import Api, Corrected, correct, read_api, recordings_of
from generator.pipeline.attempt import each
from generator.project import Project
from generator.report.model import ApiReport, Report, State, Subject

if TYPE_CHECKING:
    from generator.contract.judge import Judgement
    from generator.contract.recording import Recording

_OPEN_ENUM = "recording-enum"
"""Values outside an enumeration of an answer: the generated enumerations are open, so they break nobody."""

_NONE = Subject("recordings", State.NOT_COVERING, "there are none")


def test(project: Project, names: tuple[str, ...], *, strict: bool) -> Report:
    """The contract tests of these APIs, against the packages as they lie on disk. Raises ConfigError."""

    def one(name: str) -> ApiReport:
        return ApiReport(name, (from_disk(read_api(project, name), strict=strict),))

    return Report("test", each(project.select(names), "recordings", one))


def from_disk(api: Api, *, strict: bool = False) -> Subject:
    """The contract tests against pin and package as they lie on disk. Raises InputFault or ToolError."""
    found = recordings_of(api)
    if not found:
        return _NONE
    if api.pin is None:
        raise SpecError("there is no pin to judge by", remedy=f"Fetch it first: nemogen sync {api.name}.")
    folder = api.paths.generated
    paths = [path for path in sorted((folder / "src").rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return _subject(api, found, correct(api, api.pin), files, strict=strict)


def subject(api: Api, corrected: Corrected, files: Files) -> Subject:
    """Whether the recordings hold for a package that was just made: `files`. Raises RecordingError or ToolError."""
    found = recordings_of(api)
    return _subject(api, found, corrected, files, strict=False) if found else _NONE


def _subject(api: Api, found: Sequence[Recording], corrected: Corrected, files: Files, *, strict: bool) -> Subject:
    """`files` is the package to replay through; where it is empty, the replay is left out."""
    from generator.contract.judge import judge

    judgement = judge(found, corrected.spec, ends=api.ends())
    findings = [_known(finding) for finding in judgement.findings(file=api.pin_file, strict=strict)]
    if files:
        findings += _replayed(api, corrected, found, files)
    broken = any(finding.level is Level.ERROR for finding in findings)
    limits = tuple(_beyond_limits(api, corrected, found, judgement))
    state = State.BROKEN if broken else limits[0][0] if limits else State.HOLD
    # Shown in the order of how bad they are: what is broken, then what is old, then what is not covered.
    return Subject("recordings", state, _count(found), (*findings, *(finding for _, finding in limits)))


def _replayed(api: Api, corrected: Corrected, found: Sequence[Recording], files: Files) -> tuple[Finding, ...]:
    from generator.contract.replay import replay

    package = api.settings.package
    with tempfile.TemporaryDirectory(prefix="nemogen-") as folder:
        source = _staged(files, Path(folder))
        return replay(
            found, corrected.spec, source=source, module=package.module, client=package.client, ends=api.ends()
        )


def _beyond_limits(
    api: Api, corrected: Corrected, found: Sequence[Recording], judgement: Judgement
) -> Iterator[tuple[State, Finding]]:
    """What the limits of [check] in api.toml do not let pass: recordings that are old, parts that none shows."""
    from generator.contract.coverage import measure
    from generator.contract.judge import judge_age

    limits = api.settings.check
    if limits.max_age_days is not None:
        today = datetime.datetime.now(datetime.UTC).date()
        yield from ((State.OLD, each) for each in judge_age(found, max_age_days=limits.max_age_days, today=today))
    if limits.min_coverage is not None:
        coverage = measure(corrected.spec, judgement.seen, ends=api.ends())
        missing = coverage.finding(limits.min_coverage, file=api.pin_file)
        yield from [(State.NOT_COVERING, missing)] if missing else []


def _count(found: Sequence[Recording]) -> str:
    return f"{len(found)} recordings" if len(found) != 1 else "1 recording"


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
