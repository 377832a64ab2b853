"""`sync`: fetch, diff, generate, test, commit; `generate` and `fetch` are parts of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generator.errors import NemogenError, SpecError
from generator.ir import Fetched, Level, Provenance
from generator.look import Look, find_look
from generator.pipeline import recordings
from generator.pipeline.apis import Api, read_api
from generator.pipeline.base import baseline, find_repository
from generator.pipeline.delivery import Delivery, deliver
from generator.pipeline.making import Baseline, Made, make, wire_changes
from generator.project import Project
from generator.publish.commit import ensure_can_commit
from generator.publish.git import Repository
from generator.publish.write import Checkout, locked, written_files
from generator.report.model import ApiReport, Report, State, Subject, VersionStep, state_of, subject_of_error
from generator.spec.lock import sha256

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """What a sync does. `accept_breaking` lets a breaking change onto a branch without a pull request."""

    offline: bool = False
    accept_breaking: bool = False
    test: bool = True
    delivery: Delivery = field(default_factory=Delivery)


def sync(project: Project, names: tuple[str, ...], options: SyncOptions, tell: Progress) -> Report:
    """Bring each API in step: what fails for one does not stop the others. The report says what became of each."""
    look = find_look(project)
    with locked(project.root, wait=60, on_wait=tell) as checkout:
        reports = tuple(_guarded(project, name, look, checkout, options, tell) for name in project.select(names))
    return Report("sync", reports)


def generate(project: Project, names: tuple[str, ...], *, force: bool, tell: Progress) -> Report:
    """As `sync` from the pins, without tests and without a commit."""
    options = SyncOptions(offline=True, test=False, delivery=Delivery(commit=False, force=force))
    return replace(sync(project, names, options, tell), command="generate")


def _guarded(
    project: Project, name: str, look: Look, checkout: Checkout, options: SyncOptions, tell: Progress
) -> ApiReport:
    try:
        return _sync(read_api(project, name), look, checkout, options, tell)
    except NemogenError as error:
        return ApiReport(name, (subject_of_error("sync", error),))


def _sync(api: Api, look: Look, checkout: Checkout, options: SyncOptions, tell: Progress) -> ApiReport:
    repository = _ready_to_commit(api, checkout, options)
    before = baseline(api, repository)
    tell(f"{api.name}: reading the pin" if options.offline else f"{api.name}: fetching")
    upstream, pin, source = _upstream(api, options)
    tell(f"{api.name}: generating")
    made = make(api, pin, source, look, before)
    subjects = [upstream, *_subjects(made)]
    report = ApiReport(api.name, tuple(subjects), _step(before, made))
    if options.test:
        tell(f"{api.name}: replaying the recordings")
        tested = recordings.subject(api, made.corrected, made.files)
        report = replace(report, subjects=(*report.subjects, tested))
        if tested.state is not State.HOLD and tested.state is not State.LEFT_OUT:
            return _stopped(report, "recordings do not hold, so nothing was written: --no-test writes all the same")
        made = replace(made, lock=replace(made.lock, tested=True))
    if _held_back(made, options):
        return _stopped(report, "the change breaks callers, so nothing was written: --accept breaking commits it")
    tell(f"{api.name}: delivering")
    return deliver(made, report, repository, checkout, options.delivery)


def _ready_to_commit(api: Api, checkout: Checkout, options: SyncOptions) -> Repository | None:
    """The repository; refused early where the commit could not be made later."""
    if not options.delivery.commit:
        return find_repository(api)
    repository = Repository.find(api.project.root)
    if options.delivery.touches_checkout:
        ensure_can_commit(repository, paths_of(api), ours=written_files(checkout.root))
    return repository


def paths_of(api: Api) -> tuple[str, ...]:
    """The files and folders that a commit of this API may hold."""
    written = (api.paths.pin, api.paths.lock, api.paths.releases, api.paths.generated)
    return tuple(api.project.relative(path) for path in written)


def _upstream(api: Api, options: SyncOptions) -> tuple[Subject, bytes, Provenance]:
    """What upstream has, and whether it moved against the pin."""
    if options.offline:
        if api.pin is None:
            raise SpecError("there is no pin to work from", remedy=f"Fetch it first: nemogen sync {api.name}.")
        return Subject("upstream", State.LEFT_OUT, "offline"), api.pin, pinned_source(api)
    fetched = fetch(api)
    if fetched.content is None or fetched.content == api.pin:
        found = Subject("upstream", State.IN_STEP, findings=fetched.findings)
        return found, api.pin or b"", fetched.provenance
    return moved(api, fetched), fetched.content, fetched.provenance


def moved(api: Api, fetched: Fetched) -> Subject:
    """The subject of an upstream that differs from the pin (or of one that is pinned for the first time)."""
    assert fetched.content is not None
    if api.pin is None:
        return Subject("upstream", State.DONE, "pinned for the first time", fetched.findings)
    found = wire_changes(api, api.pin, fetched.content)
    return Subject("upstream", state_of(found), "upstream moved", (*found, *fetched.findings))


def fetch(api: Api) -> Fetched:
    """The source of `api` as it is now, on condition of what its lock knows. Raises NetworkError or SpecError."""
    from generator.spec.fetch import fetch as fetch_source
    from generator.spec.http import Http

    lock_is_of_pin = api.lock is not None and api.pin is not None and sha256(api.pin) == api.lock.pin
    known = api.lock.source if api.lock and lock_is_of_pin else None
    with Http() as http:
        return fetch_source(api.settings.source, known, http, api.project)


def pinned_source(api: Api) -> Provenance:
    """Where the pin on disk comes from: as its lock says, or else as the settings do."""
    from generator.config import FileSource, GitHubSource

    if api.lock is not None and api.pin is not None and sha256(api.pin) == api.lock.pin:
        return api.lock.source
    source, commit = api.settings.source, api.settings.pin.upstream_commit
    if isinstance(source, GitHubSource):
        url = f"https://github.com/{source.repository}/blob/{commit or source.branch}/{source.path}"
        return Provenance(url, source.repository, source.path, source.branch, commit)
    return Provenance(source.path if isinstance(source, FileSource) else source.url)


def _subjects(made: Made) -> tuple[Subject, ...]:
    """What was found about the document, and the change of the generated source."""
    unused = Subject("overlay", State.BROKEN, "actions that match nothing", made.corrected.unused)
    found = [unused] if made.corrected.unused else []
    repairs = tuple(each for each in made.corrected.findings if each not in made.corrected.unused)
    found.append(Subject("document", State.DONE, _repairs(len(repairs)), repairs))
    if made.release is not None:
        found.append(Subject("source", state_of(made.source), findings=made.source))
    return tuple(found)


def _repairs(count: int) -> str:
    return "" if not count else "1 repair" if count == 1 else f"{count} repairs"


def _step(before: Baseline, made: Made) -> VersionStep | None:
    if made.release is None:
        return None
    return VersionStep(before.lock.package_version if before.lock else "none", made.version)


def _stopped(report: ApiReport, why: str) -> ApiReport:
    return replace(report, version=None, subjects=(*report.subjects, Subject("commit", State.STALE, why)))


def _held_back(made: Made, options: SyncOptions) -> bool:
    breaking = made.release is not None and made.release.level is Level.BREAKING
    direct = options.delivery.commit and not options.delivery.pull_request
    return direct and breaking and not options.accept_breaking
