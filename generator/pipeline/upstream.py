"""How upstream stands against the pin: looked at for `check`, without writing."""

from __future__ import annotations

from generator.config import GitHubSource
from generator.errors import NetworkError, SpecError
from generator.ir import Finding, Level
from generator.pipeline.apis import Api
from generator.pipeline.sync import fetch, moved
from generator.report.model import State, Subject, subject_of_error
from generator.spec.http import Gone, Http


def subject(api: Api) -> Subject:
    """One of: in step, the level of a change, moved, gone, no spec any more, not checked (and why)."""
    try:
        fetched = fetch(api)
        if fetched.content is None or fetched.content == api.pin:
            return Subject("upstream", State.IN_STEP, findings=fetched.findings)
        return moved(api, fetched)
    except Gone as error:
        return _gone(api, str(error.problems[0].what))
    except SpecError as error:
        return Subject("upstream", State.NO_SPEC, error.problems[0].what, subject_of_error("upstream", error).findings)
    except NetworkError as error:
        return subject_of_error("upstream", error)


def _gone(api: Api, why: str) -> Subject:
    """Gone from its path; a file of equal or similar content elsewhere in the repository is proposed."""
    source = api.settings.source
    if not isinstance(source, GitHubSource) or api.pin is None:
        return Subject("upstream", State.GONE, why)
    from generator.spec.moved import find_moved

    try:
        with Http() as http:
            search = find_moved(http, source, api.pin)
    except NetworkError as error:
        return Subject("upstream", State.GONE, f"{why}; where it went is not known: {error.problems[0].what}")
    if not search.candidates:
        return Subject("upstream", State.GONE, why)
    best = search.candidates[0]
    found = tuple(
        Finding("upstream-moved", Level.NOTE, f"{each.path} ({each.similarity:.0%} equal)", "upstream", key=each.path)
        for each in search.candidates
    )
    why = f"{best.path} ({best.similarity:.0%} equal); to follow it, set path in specs/{api.name}/api.toml"
    return Subject("upstream", State.MOVED, why, found)
