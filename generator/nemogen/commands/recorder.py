"""What recordings of an API need: its operations, its server, its secrets; and how they are written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from nemogen.commands.api import Api, correct, read_api, require_pin, typed_spec
from nemogen.commands.policy import today
from nemogen.config_checks import ENGINES
from nemogen.document import Json
from nemogen.errors import (
    ConfigError,
    CouldNot,
    Location,
    Problem,
    RecordingError,
    SpecError,
)
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.publish.write import locked, write_tree
from nemogen.source.file_hashes import sha256

if TYPE_CHECKING:
    from nemogen.openapi.document import Document
    from nemogen.recordings.record import Live
    from nemogen.recordings.recording import Recording
    from nemogen.recordings.secrets import Secrets

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RecordOptions:
    """What to record: an operation ("chat.completions.create" or "POST /v1/chat/completions") with these arguments.

    `unchecked`: the client sends arguments that it would refuse. `force`: an existing recording is overwritten.
    `hosts` are servers of the API beside those of the spec.
    """

    operation: str
    case: str
    arguments: Mapping[str, Json] = field(default_factory=dict)
    unchecked: bool = False
    force: bool = False
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorder:
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


def read_recorder(project: Project, name: str) -> Recorder:
    """An API by its name. Raises whatever is wrong with its settings, its overlay or its spec."""
    api = read_api(project, *project.select((name,)))
    corrected = correct(api, require_pin(api))
    document = corrected.document
    operations = {f"{each.method.upper()} {each.path}": str(each.call) for each in document.operations}
    return Recorder(api, typed_spec(api, corrected), document.server, operations)


def live_api(recorder: Recorder, base_url: str | None) -> Live:
    """The API to call, through its generated package. Raises ConfigError for another engine, SpecError without one."""
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
        base_url=base_url_of(recorder, base_url),
        source=source,
        module=package.module,
        client=package.client,
        secrets=secrets_of_api(recorder),
        today=today(),
        spec_sha256=sha256(api.pin),
        spec=recorder.spec,
        sends_key=bool(recorder.spec.security_schemes),
    )


def require_key(recorder: Recorder, methods: Collection[str]) -> None:
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


def configured_url(recorder: Recorder) -> str:
    """The base URL of the environment or of the settings, or an empty text."""
    client = recorder.api.settings.client
    return os.environ.get(client.base_url_env) or client.base_url or ""


def base_url_of(recorder: Recorder, given: str | None) -> str:
    """As the client's users have it: given, or of the environment, or of the settings, or of the spec."""
    client = recorder.api.settings.client
    found = given or os.environ.get(client.base_url_env) or client.base_url or recorder.server
    if not found:
        what = f"neither the spec nor {client.base_url_env} says where the API is"
        raise ConfigError(what, remedy="Give --base-url.")
    return found


def secrets_of_api(recorder: Recorder) -> Secrets:
    """The secrets, which are not saved: those of the environment and the settings, and all credentials of the spec."""
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


def refuse_existing(api: Api, paths: Sequence[str]) -> None:
    """Raises RecordingError if there is a recording already: somebody may have written it by hand."""
    folder = api.paths.recordings
    remedy = "Choose another --case, or overwrite it with --force."
    taken = [api.project.relative(folder / path) for path in paths if os.path.lexists(folder / path)]
    if taken:
        raise RecordingError.of([Problem("this recording is there already", Location(file), remedy) for file in taken])


def write_recordings(api: Api, recordings: Sequence[Recording], notify: Progress) -> tuple[str, ...]:
    """Writes scrubbed recordings, all or none; their paths from the project's root."""
    from nemogen.recordings.recording import write_recording
    from nemogen.recordings.store import path_of

    folder = api.project.relative(api.paths.recordings)
    contents = {f"{folder}/{path_of(each.operation, each.case)}": write_recording(each) for each in recordings}
    with locked(api.project.root, wait=60, on_wait=notify) as checkout:
        write_tree(contents, checkout)
    return tuple(contents)
