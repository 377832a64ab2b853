"""`sync`: fetch, diff, generate, test, commit; `generate` is a part of it. Where nothing changed: `unchanged`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from nemogen.assets import Assets, find_assets
from nemogen.client.engines import load_engines
from nemogen.commands import recordings
from nemogen.commands.api import Api, read_api, require_pin
from nemogen.commands.baseline import baseline, find_repository
from nemogen.commands.build import Baseline, BuiltApi, make
from nemogen.commands.delivery import deliver
from nemogen.commands.document_subjects import document_subjects
from nemogen.commands.isolate import failed
from nemogen.commands.jobs import Desk, Jobs, run_each
from nemogen.commands.own_files import kept_digests
from nemogen.commands.policy import Policy, policy_of, reported_rules
from nemogen.commands.source_tree import mark_regenerated
from nemogen.commands.sync_options import SyncOptions
from nemogen.commands.unused_settings import unused_by_upstream
from nemogen.commands.upstream import (
    Arrived,
    arrive,
    at_upstream,
    blaming,
    changed,
    not_found,
    pinned_source,
    source_at_fault,
)
from nemogen.errors import ConfigError
from nemogen.findings import Level
from nemogen.http.failures import NotFound
from nemogen.pin_names import PIN_NAMES
from nemogen.project import Project
from nemogen.publish.commit import ensure_can_commit
from nemogen.publish.git import Repository
from nemogen.publish.recovery import repair
from nemogen.publish.write import Checkout, Recovery, locked, written_files
from nemogen.report.model import NO_VERSION, ApiReport, Report, State, Subject, VersionStep, state_of

Progress = Callable[[str], None]


def sync(project: Project, names: tuple[str, ...], options: SyncOptions, notify: Progress) -> Report:
    """Bring each API up to date: the failure of one does not stop the others. The report has the result of each.

    Raises ConfigError for an API that is not there, ToolError without templates, WriteError where nothing can be
    written.
    """
    chosen, assets = project.select(names), find_assets(project)
    with locked(project.root, wait=60, on_wait=notify, on_recovery=lambda done: notify(recovered(done))) as checkout:

        def repaired() -> None:
            if done := repair(checkout):
                notify(recovered(done))

        jobs = Jobs(options.jobs, partial(load_engines, assets), repaired)
        work = partial(_sync, project, assets, checkout, options)
        return Report("sync", run_each(chosen, "sync", work, Desk(notify, checkout.effects), jobs))


def recovered(done: Recovery) -> str:
    """The line of progress about a write that a killed process left half-done."""
    return f"An interrupted write was {'completed' if done.completed else 'undone'}: {len(done.paths)} files"


def _sync(
    project: Project, assets: Assets, checkout: Checkout, options: SyncOptions, name: str, desk: Desk
) -> ApiReport:
    api, notify, checkout = read_api(project, name), desk.notify, replace(checkout, effects=desk.effects)
    with desk.alone():  # a commit of another API meanwhile would look like somebody else's git
        repository = _ready_to_commit(api, checkout, options)
    before = baseline(api, repository)
    notify(f"{api.name}: reading the pinned spec" if options.offline else f"{api.name}: fetching")
    try:
        arrived = _pinned(api) if options.offline else arrive(api)
    except NotFound as error:
        subject = not_found(api, error) if api.pin is not None else source_at_fault(api, error)
        return ApiReport(api.name, (subject,))
    notify(f"{api.name}: generating")
    with blaming(api, arrived):
        made = make(api, arrived.content, arrived.source, assets, before)
    policy, unused = policy_of(api), _settings(made)
    made = replace(made, lock=replace(made.lock, unused_settings=bool(unused)))
    subjects = (
        *_lock(api),
        *_upstream(policy, before, arrived, made, options),
        *unused,
        *_subjects(policy, made),
    )
    report = ApiReport(api.name, subjects, _step(before, made))
    if options.test:
        from nemogen.commands.custom_checks import check_custom

        notify(f"{api.name}: replaying the recordings")
        tested = recordings.subject(made, policy)
        report = replace(report, subjects=(*report.subjects, tested))
        if tested.state is State.FAILED:
            return _stopped(
                api, arrived, report, "recordings failed, so nothing was written: --no-test writes all the same"
            )
        own = check_custom(api, made.files)
        report = replace(report, subjects=(*report.subjects, *own))
        if any(each.state is State.FAILED for each in own):
            return _stopped(
                api, arrived, report, "custom code failed, so nothing was written: --no-test writes all the same"
            )
        # What rests on an approval is looked at again by every check: approvals end, and are taken back.
        holds = tested.state is State.OK and not tested.accepted
        made = replace(made, lock=replace(made.lock, tested=holds))
    if _held_back(report, options):
        return _stopped(api, arrived, report, "the change breaks callers, so nothing was written")
    with desk.in_turn():
        notify(f"{api.name}: delivering")
        report = deliver(made, report, repository, checkout, options.delivery, notify)
    mark_regenerated(checkout.private, api.name)
    return report


def _ready_to_commit(api: Api, checkout: Checkout, options: SyncOptions) -> Repository | None:
    """The repository; refused early where the commit could not be made later."""
    if not options.delivery.commit:
        return find_repository(api)
    repository = Repository.find(api.project.root)
    if options.delivery.touches_checkout:
        paths = paths_of(api, of_package=not options.delivery.force)
        ours = {**written_files(checkout.root, api.pin_file), **kept_digests(api)}
        ensure_can_commit(repository, paths, ours=ours, remedies=_remedies(api))
    return repository


def _remedies(api: Api) -> dict[str, str]:
    """The help for generated files that were modified: their commit would be rejected as well."""
    folder = api.project.relative(api.paths.generated)
    remedy = (
        f"nemogen explain file-edited says where an edit belongs; nemogen generate --force {api.name} writes the file"
        " as it was."
    )
    return {f"{folder}/{path}": remedy for path in (api.lock.files if api.lock else ())}


def paths_of(api: Api, *, of_package: bool) -> tuple[str, ...]:
    """The files and folders that nemogen writes for an API, those of the package among them or not."""
    pins = (api.paths.pin.with_name(name) for name in PIN_NAMES)
    written = (*pins, api.paths.lock, api.paths.releases, *((api.paths.generated,) if of_package else ()))
    return tuple(api.project.relative(path) for path in written)


def _pinned(api: Api) -> Arrived:
    """The pinned spec in place of upstream. Raises SpecError where there is none."""
    return Arrived(require_pin(api), pinned_source(api), (), moved=False)


def _upstream(
    policy: Policy, before: Baseline, arrived: Arrived, made: BuiltApi, options: SyncOptions
) -> tuple[Subject, ...]:
    """Whether upstream moved; and what changes on the wire, where that is not upstream's doing just now."""
    if arrived.moved:
        if before.lock is not None and before.lock.pin == made.lock.pin:
            return (
                Subject(
                    "upstream", State.UP_TO_DATE, "the pinned spec is restored to what upstream has", arrived.findings
                ),
            )
        if before.pin is None:
            return (Subject("upstream", State.DONE, "pinned for the first time", arrived.findings),)
        return (changed(policy, made.wire, arrived),)
    upstream = Subject("upstream", State.UP_TO_DATE, findings=arrived.findings)
    if options.offline:
        upstream = Subject("upstream", State.SKIPPED, "offline")
    if not made.wire.changes:
        return (upstream,)
    approved = policy.accept_changes(made.wire.changes)
    why = "changed since the last release"
    return (upstream, Subject("pin", state_of(approved.open), why, approved.open, approved.accepted))


def _lock(api: Api) -> tuple[Subject, ...]:
    notes = api.lock_notes()
    return (Subject("lock", State.DONE, "repaired", notes),) if notes else ()


def _settings(made: BuiltApi) -> tuple[Subject, ...]:
    """Settings of operations that upstream just removed. Raises ConfigError for those that never matched anything."""
    unused = unused_by_upstream(made.api, made.corrected.document)
    if not unused:
        return ()
    problem = failed("settings", ConfigError.of(unused))
    return (replace(problem, state=State.UNUSED, why="upstream removed what they are about"),)


def _subjects(policy: Policy, made: BuiltApi) -> tuple[Subject, ...]:
    """What was found about the document, the change of the generated source, and approvals that nothing needs."""
    found = [*document_subjects(made)]
    if made.release is None and not made.wire.changes:
        return (*found, *policy.approvals_of_changes((), ()))
    approved = policy.accept_changes(made.source)
    found.append(Subject("source", state_of(approved.open), "", approved.open, approved.accepted))
    rules = reported_rules(made.wire.changes, made.source)
    return (*found, *policy.approvals_of_changes((*made.wire.changes, *made.source), rules))


def _step(before: Baseline, made: BuiltApi) -> VersionStep | None:
    if made.release is None:
        return None
    return VersionStep(before.lock.package_version if before.lock else NO_VERSION, made.version)


def _stopped(api: Api, arrived: Arrived, report: ApiReport, why: str) -> ApiReport:
    """The report of a sync that wrote nothing: its findings have locations that somebody can open."""
    subjects = tuple(
        replace(each, findings=tuple(at_upstream(api, arrived, found) for found in each.findings))
        for each in report.subjects
    )
    return replace(report, version=None, subjects=(*subjects, Subject("commit", State.OUTDATED, why)))


def _held_back(report: ApiReport, options: SyncOptions) -> bool:
    """Whether an unapproved breaking change stops the commit to the user's branch: `--accept breaking` allows it."""
    breaking = any(each.level is Level.BREAKING for each in report.findings)
    direct = options.delivery.commit and not options.delivery.pull_request
    return direct and breaking and not options.accept_breaking
