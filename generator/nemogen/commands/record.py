"""`record`: new recordings, from the live API or from another tool's file; and all of them as such a file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.commands.api import Api, correct, read_api, recordings_of, require_pin, typed_spec
from nemogen.commands.isolate import failed
from nemogen.commands.policy import today
from nemogen.commands.spec_changes import recorded_files
from nemogen.config_checks import ENGINES
from nemogen.document import Json
from nemogen.errors import (
    ConfigError,
    CouldNot,
    Location,
    NemogenError,
    NetworkError,
    Problem,
    RecordingError,
    SpecError,
)
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.bounded_read import read_bounded
from nemogen.source.lock import sha256
from nemogen.source.positions import with_positions

if TYPE_CHECKING:
    from nemogen.openapi.document import Document
    from nemogen.recordings.exchange import Exchange, Imported
    from nemogen.recordings.record import Live
    from nemogen.recordings.recording import Recording, Request
    from nemogen.recordings.secrets import Secrets

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to record: an operation ("chat.completions.create" or "POST /v1/chat/completions") with these arguments.

    `unchecked`: the client sends arguments that it would refuse. `force`: a recording that is there already is
    overwritten.
    """

    operation: str
    case: str
    arguments: Mapping[str, Json] = field(default_factory=dict)
    unchecked: bool = False
    force: bool = False
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Recorder:
    """An API with what a recording of it needs; `operations` maps "POST /v1/x" to the method of the client."""

    api: Api
    spec: Document
    server: str
    operations: Mapping[str, str]

    def method(self, operation: str) -> str:
        """The dotted name of the client's method. Raises RecordingError where there is none."""
        name = self.operations.get(operation, operation)
        if name in self.operations.values():
            return name
        what = f"{self.api.name} has no operation {operation}"
        raise RecordingError(what, remedy=f"It has: {', '.join(self.operations.values())}.")


def take(project: Project, name: str, wish: Wish, base_url: str | None, tell: Progress) -> Report:
    """Calls the live API through the generated client and writes the exchange, scrubbed.

    `base_url` None: that of the client, as its users have it. Raises NetworkError or CouldNot where the call is not
    made, RecordingError where something is left that looks like a secret or the case is there already, and whatever is
    wrong with an input.
    """
    from nemogen.recordings.record import record
    from nemogen.recordings.store import path_of

    recorder = _recorder(project, name)
    operation = recorder.method(wish.operation)
    path = path_of(operation, wish.case)
    if not wish.force:
        _refuse_taken(recorder.api, [path])
    live = _live(recorder, base_url)
    _require_key(recorder, {operation})
    tell(f"{name}: calling {operation} at {live.secrets.clean(live.base_url)}")
    recording = record(live, operation, wish.case, wish.arguments, check=not wish.unchecked)
    (written,) = _write(recorder.api, [recording], tell)
    why = f"{written}: {recording.response.status}"
    return Report("record", (ApiReport(name, (Subject("recordings", State.DONE, why),)),))


def again(project: Project, name: str, wish: Wish, base_url: str | None, tell: Progress) -> Report:
    """Re-records live recordings, all or those of an operation, or a case, that is wished; tells what changed in their
    shape.

    Each is written as it comes; what fails for one does not stop the others, but where the API is not reached.
    """
    recorder = _recorder(project, name)
    operation = recorder.method(wish.operation) if wish.operation else ""
    chosen = [
        each
        for each in recordings_of(recorder.api)
        if each.origin == "live" and operation in ("", each.operation) and wish.case in ("", each.case)
    ]
    live = _live(recorder, base_url)
    _require_key(recorder, {each.operation for each in chosen})
    changed: list[Finding] = []
    failures: list[Subject] = []
    taken = 0
    for at, old in enumerate(chosen, 1):
        tell(f"{name}: {old.name}, {at} of {len(chosen)}")
        try:
            changed += _retake(recorder, live, old, tell)
            taken += 1
        except NemogenError as error:
            failures.append(failed(old.name, error))
            if isinstance(error, NetworkError):
                break
    found = with_positions(changed, recorded_files(recorder.api, tuple(changed)))
    done = Subject("recordings", State.DONE, f"{taken} of {len(chosen)} re-recorded", found)
    return Report("record", (ApiReport(name, (done, *failures)),))


def import_file(project: Project, name: str, file: Path, wish: Wish, tell: Progress) -> Report:
    """Writes the exchanges of a HAR file or a VCR cassette as recordings `case-1`, `case-2` …, all or none.

    An empty `wish.operation` takes all operations, an empty `wish.case` is the name in our own export, else the file's.
    Raises RecordingError where the file cannot be read, holds nothing of this API or a case that is there already, or
    where something is left that looks like a secret.
    """
    from nemogen.recordings.credentials import learnt
    from nemogen.recordings.own_hosts import of_own_hosts
    from nemogen.recordings.recording import Recording
    from nemogen.recordings.scrub import all_scrubbed
    from nemogen.recordings.store import path_of

    recorder, imported = _recorder(project, name), _read(file)
    urls = [url for url in (_known_url(recorder), recorder.server) if url]
    own, hosts = of_own_hosts(imported.exchanges, recorder.spec, urls, wish.hosts)
    imported = replace(imported, exchanges=tuple(own))
    found, others = _taken_over(recorder, imported, wish, file)
    all_of_file = (Recording("", "", each.request, each.response) for each in imported.exchanges)
    secrets = learnt(_secrets(recorder), all_of_file)
    clean = all_scrubbed(found, secrets, recorder.spec)
    if not wish.force:
        _refuse_taken(recorder.api, [path_of(each.operation, each.case) for each in clean])
    _write(recorder.api, clean, tell)
    nowhere = [f"{each.request.method} {secrets.clean(each.request.path)}" for each in others]
    notes = [_note(f"{each} is of no operation of the spec", Location(str(file))) for each in nowhere]
    notes += [_note(secrets.clean(each.what), each.where) for each in imported.skipped]
    notes += [
        _note(f"{each} is not a server of the API; --host {each} imports it", Location(str(file))) for each in hosts
    ]
    why = f"{len(clean)} imported" + (f", {len(notes)} skipped" if notes else "")
    return Report("record", (ApiReport(name, (Subject("recordings", State.DONE, why, tuple(notes)),)),))


def _taken_over(
    recorder: _Recorder, imported: Imported, wish: Wish, file: Path
) -> tuple[Sequence[Recording], Sequence[Exchange]]:
    """The recordings that are wished, not yet scrubbed, and the exchanges of no operation.

    Requests for tokens are neither: they stand in no recording.
    """
    from nemogen.recordings.exchange import recordings_of as recordings_in
    from nemogen.recordings.operations import Operations

    known = Operations(recorder.spec)

    def operation_of(request: Request) -> str | None:
        met = known.find(request.method, request.path)
        return recorder.operations.get(met[0].label) if met else None

    default = re.sub(r"[^A-Za-z0-9_-]+", "-", file.name.partition(".")[0]).strip("-") or "imported"
    kept = [each for each in imported.exchanges if not _is_for_token(each.request)]
    found, others = recordings_in(kept, operation_of=operation_of, case=wish.case, default=default)
    if wish.operation:
        operation = recorder.method(wish.operation)
        found = tuple(each for each in found if each.operation == operation)
    if not found:
        unread = f", and {len(imported.skipped)} of its entries cannot be read" if imported.skipped else ""
        what = f"no exchange in it is of {wish.operation or 'an operation of the spec'}{unread}"
        raise RecordingError(what, where=Location(str(file)), remedy="Look at the methods and paths of its requests.")
    return found, others


def _is_for_token(request: Request) -> bool:
    from nemogen.recordings.bundled_tests.token_endpoint import grant_of
    from nemogen.recordings.recording import body_bytes, header

    content = body_bytes(request.body) if request.body is not None else b""
    return bool(grant_of(request.method, header(request.headers, "content-type"), content))


def export(project: Project, name: str, base_url: str | None) -> bytes:
    """All recordings of an API as a HAR file. Raises ConfigError where it is not known what server they are of."""
    from nemogen.recordings.har import write_har
    from nemogen.recordings.proxy import split_base, without_user

    recorder = _recorder(project, name)
    server = without_user(split_base(_base_url(recorder, base_url), sends_key=bool(recorder.spec.security_schemes))[0])
    return write_har(recordings_of(recorder.api), server=server)


def save(content: bytes, file: Path, tell: Progress) -> None:
    """Writes an export to a file, whole or not at all. Raises WriteError."""
    with locked(file.absolute().parent, wait=60, on_wait=tell, transient=True) as checkout:
        write_tree({file.name: content}, checkout)


def _recorder(project: Project, name: str) -> _Recorder:
    api = read_api(project, *project.select((name,)))
    corrected = correct(api, require_pin(api))
    document = corrected.document
    operations = {f"{each.method.upper()} {each.path}": str(each.call) for each in document.operations}
    return _Recorder(api, typed_spec(api, corrected), document.server, operations)


def _live(recorder: _Recorder, base_url: str | None) -> Live:
    from nemogen.recordings.record import Live

    api = recorder.api
    if api.settings.client.engine != ENGINES[0]:
        what = f"calls are recorded through clients of the engine {ENGINES[0]}, and this API has another"
        where = Location(api.project.relative(api.paths.settings))
        raise ConfigError(what, where=where, remedy="Import exchanges that another program recorded, as HAR for one.")
    source = api.paths.generated / "src"
    if not source.is_dir():
        where = Location(api.project.relative(source))
        raise SpecError("the package is missing", where=where, remedy=f"Run: nemogen generate {api.name}")
    assert api.pin is not None, "a recorder has one"
    package = api.settings.package
    return Live(
        base_url=_base_url(recorder, base_url),
        source=source,
        module=package.module,
        client=package.client,
        secrets=_secrets(recorder),
        today=today(),
        spec_sha256=sha256(api.pin),
        spec=recorder.spec,
        sends_key=bool(recorder.spec.security_schemes),
    )


def _require_key(recorder: _Recorder, methods: Collection[str]) -> None:
    """Raise CouldNot where an operation that is called needs a credential and the environment has none."""
    from nemogen.client.authentication import plan_authentication

    settings = recorder.api.settings
    arguments = plan_authentication(recorder.spec, settings).arguments
    variables = tuple(dict.fromkeys(each.env for each in arguments if each.env)) or (settings.client.key_env,)
    if any(os.environ.get(name, "").strip() for name in variables):
        return
    variable = " or ".join(variables)
    for operation in recorder.spec.operations:
        needed = operation.security and all(each.schemes for each in operation.security)
        if needed and recorder.operations.get(operation.label) in methods:
            where = Location(recorder.api.project.relative(recorder.api.paths.settings))
            remedy = f"Set {variable} in the environment; key_env under [client] of api.toml names another variable."
            raise CouldNot(f"no API key: {variable} is not set", where=where, remedy=remedy)


def _known_url(recorder: _Recorder) -> str:
    client = recorder.api.settings.client
    return os.environ.get(client.base_url_env) or client.base_url or ""


def _base_url(recorder: _Recorder, given: str | None) -> str:
    """As the client's users have it: given, or of the environment, or of the settings, or of the spec."""
    client = recorder.api.settings.client
    found = given or os.environ.get(client.base_url_env) or client.base_url or recorder.server
    if not found:
        what = f"neither the spec nor {client.base_url_env} says where the API is"
        raise ConfigError(what, remedy="Give --base-url.")
    return found


def _secrets(recorder: _Recorder) -> Secrets:
    """What must not be saved: what the environment and the settings say, and all that carries a credential."""
    from nemogen.client.authentication import plan_authentication
    from nemogen.recordings.secrets import secrets_of

    settings = recorder.api.settings
    arguments = plan_authentication(recorder.spec, settings).arguments
    variables = dict.fromkeys((settings.client.key_env, *(each.env for each in arguments)))
    keys = [os.environ.get(name, "") for name in variables]
    return secrets_of(
        os.environ,
        values=(*keys, *(key.partition(":")[2] for key in keys)),
        accounts=settings.record.accounts,
        keys=settings.record.keys,
        allow=settings.record.allow,
        parameters=(each.parameter for each in recorder.spec.security_schemes.values() if each.parameter),
    )


def _retake(recorder: _Recorder, live: Live, old: Recording, tell: Progress) -> Iterator[Finding]:
    from nemogen.recordings.record import retake

    new, changes = retake(live, old, recorder.spec, ends=recorder.api.ends())
    _write(recorder.api, [new], tell)
    for change in changes:
        message, place = f"{old.name}: {change}", Location(old.file, "/response")
        yield Finding(
            "recording-shape-changed", Level.RISKY, message, area="recordings", key=message, revision=place
        )  # fmt: skip


def _read(file: Path) -> Imported:
    from nemogen.recordings.exchange import unpacked_file
    from nemogen.recordings.har import is_har, read_har
    from nemogen.recordings.vcr import read_cassette

    try:
        content = unpacked_file(read_bounded(file, str(file)))
    except ValueError as error:
        raise RecordingError(
            f"the file is packed, and {error}", where=Location(str(file)), remedy="Unpack it."
        ) from error
    return (read_har if is_har(content) else read_cassette)(content, str(file))


def _refuse_taken(api: Api, paths: Sequence[str]) -> None:
    """Raises RecordingError where a recording lies already: it may be one that somebody wrote by hand."""
    folder = api.paths.recordings
    remedy = "Choose another --case, or overwrite it with --force."
    taken = [api.project.relative(folder / path) for path in paths if os.path.lexists(folder / path)]
    if taken:
        raise RecordingError.of([Problem("this recording is there already", Location(file), remedy) for file in taken])


def _write(api: Api, recordings: Sequence[Recording], tell: Progress) -> tuple[str, ...]:
    """Writes scrubbed recordings, all or none; their paths from the project's root."""
    from nemogen.recordings.recording import write_recording
    from nemogen.recordings.store import path_of

    folder = api.project.relative(api.paths.recordings)
    contents = {f"{folder}/{path_of(each.operation, each.case)}": write_recording(each) for each in recordings}
    with locked(api.project.root, wait=60, on_wait=tell) as checkout:
        write_tree(contents, checkout)
    return tuple(contents)


def _note(what: str, where: Location | None) -> Finding:
    return Finding("import-left-out", Level.NOTE, what, area="recordings", key=what, revision=where)
