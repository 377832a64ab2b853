"""The contract tests: recordings judged against the corrected pin, and replayed through the generated client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.commands.api import (
    Api,
    Corrected,
    correct,
    functions_of,
    overlaid,
    read_api,
    recordings_of,
    require_pin,
    typed_spec,
)
from nemogen.commands.as_locked import NO_RECORDINGS
from nemogen.commands.isolate import each, looked_at
from nemogen.commands.own_files import kept_files
from nemogen.commands.policy import Policy, policy_of, today
from nemogen.commands.spec_changes import REFUSED, Wire, recorded_files
from nemogen.document import Files
from nemogen.findings import Direction, Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.report.model import ApiReport, Report, State, Subject, Table
from nemogen.temporary_folders import temporary_folder

if TYPE_CHECKING:
    from nemogen.commands.build import BuiltApi
    from nemogen.openapi.document import Document
    from nemogen.recordings.coverage import Coverage
    from nemogen.recordings.judge import Judgement
    from nemogen.recordings.recording import Recording

_STATES = {"recording-old": State.OLD, "recordings-not-covering": State.LOW_COVERAGE}
"""What a finding that fails makes of the recordings; with any other one they failed."""
_WORST_FIRST = (State.FAILED, State.OLD, State.LOW_COVERAGE, State.UNUSED)


@dataclass(frozen=True, slots=True)
class ContractOptions:
    """`strict`: undeclared fields fail; `coverage`: the table too; `min_coverage` (0 to 1) goes before api.toml's.

    `replay`: recordings are also replayed through the package, which runs it.
    """

    strict: bool = False
    coverage: bool = False
    min_coverage: float | None = None
    replay: bool = True


@dataclass(frozen=True, slots=True)
class _Tests:
    """The input of a test: recordings, the document that they are validated against, and the package to replay through.

    Where `files` is empty, the replay is left out. `functions` is as for `replay`. `wire` is what changed since the pin
    before.
    """

    api: Api
    recordings: Sequence[Recording]
    spec: Document
    functions: Mapping[str, str] | None
    files: Files
    policy: Policy
    options: ContractOptions
    wire: Wire


def test(project: Project, names: tuple[str, ...], options: ContractOptions) -> Report:
    """The contract tests of these APIs, with the packages that are on disk. Raises ConfigError."""

    def one(name: str) -> ApiReport:
        api = read_api(project, name)
        subject = looked_at("recordings", lambda: from_disk(api, options))
        return ApiReport(name, (subject,), tables=_tables(api) if options.coverage else ())

    return Report("test", each(project.select(names), "recordings", one))


def proposals(project: Project, names: tuple[str, ...]) -> tuple[str, Report]:
    """The overlay actions (YAML) that would make each spec true to its recordings, and which API could not be read.

    Raises ConfigError.
    """
    texts: list[str] = []

    def one(name: str) -> ApiReport:
        from nemogen.recordings.propose import propose

        api = read_api(project, name)
        found, corrected = recordings_of(api), _corrected_pin(api)
        spec, _ = overlaid(api, require_pin(api), api.pin_file)
        text = propose(_judged(api, found, typed_spec(api, corrected)), spec)
        if text:
            texts.append(f"# For {project.relative(api.paths.overlay)}\n{text}")
        return ApiReport(name, (Subject("proposals", State.DONE, "" if text else "nothing to repair"),))

    report = Report("test", each(project.select(names), "proposals", one))
    return "---\n".join(texts), report


def from_disk(api: Api, options: ContractOptions | None = None) -> Subject:
    """The contract tests, with the pinned spec and the package that are on disk. Raises InputFault or ToolError."""
    options = options or ContractOptions()
    found, policy = recordings_of(api), policy_of(api)
    if not found and not policy.recordings and _limit(api, options) is None:
        return NO_RECORDINGS
    folder = api.paths.generated
    paths = [path for path in sorted((folder / "src").rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    corrected = _corrected_pin(api)
    functions = functions_of(api, corrected)
    return _subject(_Tests(api, found, typed_spec(api, corrected), functions, files, policy, options, Wire()))


def subject(made: BuiltApi, policy: Policy) -> Subject:
    """The result of the recordings for a package that was just generated. Raises RecordingError or ToolError."""
    api, options = made.api, ContractOptions()
    found = recordings_of(api)
    if not found and not policy.recordings and _limit(api, options) is None:
        return NO_RECORDINGS
    functions = functions_of(api, made.corrected)
    spec = typed_spec(api, made.corrected)
    files = {**kept_files(api), **made.files}
    return _subject(_Tests(api, found, spec, functions, files, policy, options, made.wire))


def lenient(finding: Finding) -> Finding:
    """Values outside an enumeration of a response are a note: the generated enumerations are open, so they break
    nobody."""
    is_enum = finding.id == "recording-enum" or finding.key.startswith("enum ")
    if is_enum and finding.direction is Direction.RESPONSE:
        return replace(finding, level=Level.NOTE)
    return finding


def _corrected_pin(api: Api) -> Corrected:
    return correct(api, require_pin(api))


def _subject(tests: _Tests) -> Subject:
    from nemogen.source.positions import with_positions

    api, policy = tests.api, tests.policy
    approved = policy.accept_recordings(tuple(_findings(tests)))
    contents = {api.pin_file: api.pin} if api.pin is not None else {}
    open_, accepted = (
        with_positions(found, contents | recorded_files(api, found)) for found in (approved.open, approved.accepted)
    )
    states = {_STATES.get(each.id, State.FAILED) for each in open_ if each.level is Level.ERROR}
    states |= {State.UNUSED} if approved.stale else set()
    sound = State.OK if tests.options.replay else State.SKIPPED
    state = next((state for state in _WORST_FIRST if state in states), sound)
    why = _count(len(tests.recordings)) + ("" if tests.options.replay else ", not replayed (--no-project-code)")
    why += ", and approvals of what they do not show" if state is State.UNUSED else ""
    return Subject("recordings", state, why, (*open_, *approved.stale), accepted)


def _findings(tests: _Tests) -> Iterator[Finding]:
    """What is broken, then what is old, then what is not covered."""
    from nemogen.recordings.judge import judge_age

    api, found = tests.api, tests.recordings
    judgement = _judged(api, found, tests.spec)
    for finding in judgement.findings(file=api.pin_file, strict=tests.options.strict):
        yield _blamed(lenient(finding), tests.wire)
    if tests.files and found and tests.options.replay:
        yield from _replayed(tests)
    max_age_days = api.settings.check.max_age_days
    if max_age_days is not None:
        yield from judge_age(found, max_age_days=max_age_days, today=today())
    limit = _limit(api, tests.options)
    if limit is not None:
        missing = _covered(api, judgement, tests.spec).finding(limit, file=api.pin_file)
        yield from [missing] if missing else []


def _blamed(finding: Finding, wire: Wire) -> Finding:
    """The finding, with the new spec named as what is wrong where the API responded so before it came."""
    kind = finding.id.removeprefix("recording-")
    if any(each.id == REFUSED and each.key == f"{kind} {finding.key}" for each in wire.verdicts):
        return replace(finding, message=f"the new spec rejects what the API responds: {finding.message}")
    return finding


def _judged(api: Api, found: Sequence[Recording], spec: Document) -> Judgement:
    from nemogen.recordings.judge import judge

    return judge(found, spec, ends=api.ends())


def _covered(api: Api, judgement: Judgement, spec: Document) -> Coverage:
    from nemogen.recordings.coverage import measure

    return measure(spec, judgement.seen, ends=api.ends())


def _tables(api: Api) -> tuple[Table, ...]:
    spec = typed_spec(api, _corrected_pin(api))
    coverage = _covered(api, _judged(api, recordings_of(api), spec), spec)
    return (Table("coverage", coverage.table(), coverage.as_json()),)


def _limit(api: Api, options: ContractOptions) -> float | None:
    return api.settings.check.min_coverage if options.min_coverage is None else options.min_coverage


def _replayed(tests: _Tests) -> tuple[Finding, ...]:
    from nemogen.recordings.replay import replay

    api, package = tests.api, tests.api.settings.package
    with temporary_folder() as folder:
        source = _staged(tests.files, folder)
        return replay(
            tests.recordings,
            tests.spec,
            source=source,
            module=package.module,
            client=package.client,
            functions=tests.functions,
            ends=api.ends(),
        )


def _count(number: int) -> str:
    return f"{number} recordings" if number != 1 else "1 recording"


def _staged(files: Files, folder: Path) -> Path:
    """Writes the package into a scratch folder, and returns the folder of its modules."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder / "src"
