"""A source as bytes with their provenance: GitHub at a known commit, any URL, a file, or what a command prints."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from nemogen.config import CommandSource, FileSource, GitHubSource, Source, UrlSource
from nemogen.document import Fetched, Provenance
from nemogen.errors import Location, NetworkError
from nemogen.findings import Finding, Level
from nemogen.http.client import Http
from nemogen.http.failures import NotFound, RateLimited, Refused, TooLarge, Unreachable
from nemogen.http.github import GitHub, read_hosts
from nemogen.http.github_files import file_request, newest_commit
from nemogen.http.messages import NO_RESPONSE, Credential, Request, Response, make_credential
from nemogen.http.urls import shown
from nemogen.project import Project
from nemogen.source.bounded_read import read_bounded, too_large
from nemogen.source.bundle import may_have_outside_references
from nemogen.source.command_output import run_command
from nemogen.source.file_hashes import sha256
from nemogen.source.load import refuse_markup
from nemogen.source.other_files import ReadFile, UrlFiles, bundle_text, files_below, send_for
from nemogen.source.path_beside import path_beside
from nemogen.source.provenance import is_etag

_OFFLINE: Final = "Check the address, or try again later; with a pinned spec, sync and check work with --offline."
_ADD_HEADER: Final = (
    'Set its credential in [source] of specs/NAME/api.toml: headers_env = { Authorization = "MY_VARIABLE" }, where the'
    ' environment variable holds the whole value, as in "Bearer …"; then run nemogen sync NAME.'
)


def fetch(
    source: Source, known: Provenance | None, http: Http, project: Project, environ: Mapping[str, str]
) -> Fetched:
    """Read `source`, conditional on `known`, the lock's provenance if it is that of the pinned spec on disk.

    `environ` has GitHub's URL and the credentials. `content` is None when the host says that nothing changed
    since `known` (304). A document that refers to other files of its source is bundled with them; others are
    not parsed. Raises the errors of Http.send (NotFound, RateLimited, Unreachable,
    Refused, BadToken), NetworkError for a credential that is missing or cannot be sent, and SpecError for a page of
    HTML, a body above the limit, a file that is missing, or a reference to another file that cannot be followed.
    """
    if known is not None and known.parts:
        known = None  # an unchanged root says nothing about the other files
    if isinstance(source, CommandSource):
        content = run_command(source.command, project.root, http.limits.size)
        fetched = Fetched(content, Provenance(source.text))
        name = f"output of {posixpath.basename(source.command[0])}"
        return _whole(fetched, name, files_below(project.root, "", http.limits.size), http)
    if isinstance(source, FileSource):
        return _from_file(source, project, http)
    if isinstance(source, UrlSource):
        request = url_request(source, environ)
        fetched = _get(http, request, Provenance(source.url), known)
        return _whole(fetched, shown(source.url), UrlFiles(http, request), http)
    github = GitHub.of(http, read_hosts(environ))
    fetched = _fetch_github(source, known, github)
    if fetched.content is None or not may_have_outside_references(fetched.content):
        return fetched
    return _whole_on_github(fetched, source, github)


def _from_file(source: FileSource, project: Project, http: Http) -> Fetched:
    """With a file outside the project, only those in its own folder are read."""
    path = project.source_file(source)
    fetched = Fetched(read_bounded(path, source.path, http.limits.size), Provenance(source.path))
    if not source.is_outside:
        return _whole(fetched, source.path, files_below(project.root, source.path, http.limits.size), http)
    folder = path.parent.resolve()
    return _whole(fetched, source.path, files_below(folder, path.name, http.limits.size), http)


def _whole(fetched: Fetched, file: str, read_file: ReadFile, http: Http) -> Fetched:
    """Bundles the files that the document refers to; their hashes are in its provenance."""
    if fetched.content is None:
        return fetched
    found = bundle_text(fetched.content, file, read_file, http.limits.size)
    if found is None:
        return fetched
    texts = {"": fetched.content, **{name: each.content for name, each in found.files.items()}}
    parts = {name or posixpath.basename(file): sha256(text) for name, text in texts.items()}
    repairs = tuple(repair for each in found.files.values() for repair in each.findings)
    provenance = replace(fetched.provenance, etag=None, parts=parts)
    return replace(fetched, content=found.text(), provenance=provenance, findings=(*fetched.findings, *repairs))


def _whole_on_github(fetched: Fetched, source: GitHubSource, github: GitHub) -> Fetched:
    """All files at one commit: the head of the branch, since another file may have changed after the root did."""
    commit = newest_commit(github, replace(source, path="")) if fetched.provenance.commit else None
    if commit is not None and commit != fetched.provenance.commit:
        request = file_request(github, source.repository, commit, source.path)
        wanted = replace(fetched.provenance, url=request.url, commit=commit)
        fetched = replace(_get(github.api.http, request, wanted, None), findings=fetched.findings)

    def read_file(name: str) -> tuple[str, bytes]:
        own = f"{github.hosts.raw}/{source.repository}/"
        if github.hosts.raw is not None and name.startswith(own) and "/../" not in name:
            request = replace(file_request(github, source.repository, source.branch, ""), url=name)
        else:
            path = path_beside(source.path, name)
            request = file_request(github, source.repository, commit or source.branch, path)
        return send_for(github.api.http, request)

    return _whole(fetched, source.path, read_file, github.api.http)


def url_request(source: UrlSource, environ: Mapping[str, str]) -> Request:
    """The function that requests a document at a URL, with the headers from the environment.

    Raises NetworkError if a variable is missing, or its value cannot be sent.
    """
    found = tuple(_read_credential(source, name, variable, environ) for name, variable in source.headers_env.items())
    variables = " and ".join(source.headers_env.values())
    check = f"Check the value of {variables}, named in headers_env of [source] in api.toml."
    denied = check if found else _ADD_HEADER
    missing = f"Check url of [source] in api.toml. {denied}"
    return Request(
        source.url,
        credentials=found,
        help={NO_RESPONSE: _OFFLINE, 401: denied, 403: denied, 404: missing, 410: missing},
    )


def _read_credential(source: UrlSource, name: str, variable: str, environ: Mapping[str, str]) -> Credential:
    value = environ.get(variable, "").strip()
    if not value:
        what = f"{variable} is not set, and headers_env sends it as {name}"
        remedy = f"Set {variable}, or correct headers_env in [source] of api.toml."
        raise NetworkError(what, where=Location(shown(source.url)), remedy=remedy)
    return make_credential(source.url, name, value, f"{name} from {variable}")


def _fetch_github(source: GitHubSource, known: Provenance | None, github: GitHub) -> Fetched:
    """At the newest commit of the file, so that commit and bytes agree; if the API does not respond, from the
    branch, with the commit unknown. The raw file host decides whether the file exists."""
    commit: str | None = None
    findings: tuple[Finding, ...] = ()
    try:
        commit = newest_commit(github, source)
    except (RateLimited, Unreachable, Refused, NotFound, TooLarge) as error:
        findings = (_commit_unknown(source, error.problems[0].what),)
    else:
        if commit is None:
            raise _never_there(source)
    request = file_request(github, source.repository, commit or source.branch, source.path)
    wanted = Provenance(request.url, source.repository, source.path, source.branch, commit)
    fetched = _get(github.api.http, request, wanted, known)
    findings += fetched.findings
    if fetched.content is None and commit is None and known is not None:
        return Fetched(None, known, findings)
    return Fetched(fetched.content, fetched.provenance, findings)


def _get(http: Http, request: Request, wanted: Provenance, known: Provenance | None) -> Fetched:
    etag = known.etag if known is not None and _same_source(known, wanted) else None
    if etag is not None and not is_etag(etag):
        etag = None
    condition = {"If-None-Match": etag} if etag else {}
    response = _send_bounded(http, replace(request, headers={**request.headers, **condition}))
    sent = response.headers.get("etag", "")
    findings = () if not sent or is_etag(sent) else (_etag_ignored(request.url),)
    if response.status == 304:
        if etag is None:
            what = "returned 304 Not Modified to a request without a condition"
            raise Unreachable(what, where=Location(shown(request.url)), remedy="Check any proxies.")
        return Fetched(None, replace(wanted, etag=sent if is_etag(sent) else etag), findings)
    refuse_markup(response.content, shown(request.url))
    return Fetched(response.content, replace(wanted, etag=sent if is_etag(sent) else None), findings)


def _send_bounded(http: Http, request: Request) -> Response:
    """Send a request. A document that is too large is an input error, for every kind of source."""
    try:
        return http.send(request)
    except TooLarge:
        raise too_large(Location(shown(request.url)), http.limits.size) from None


def _same_source(known: Provenance, wanted: Provenance) -> bool:
    """An ETag is only valid for its own file. GitHub's depends on the content, not on the commit."""
    if wanted.repository is None:
        return known.url == wanted.url
    return (known.repository, known.path) == (wanted.repository, wanted.path)


def _etag_ignored(url: str) -> Finding:
    message = "the host sends an ETag that is not valid (RFC 9110, 8.8.3): it is ignored"
    return Finding(
        "upstream-etag-ignored", Level.NOTE, message, area="source", revision=Location(shown(url)), key="etag"
    )


def _never_there(source: GitHubSource) -> NotFound:
    where = Location(f"{source.repository}/{source.path}")
    what = f"never was on branch {source.branch}"
    return NotFound(what, where=where, remedy="Correct repository, branch and path in api.toml.")


def _commit_unknown(source: GitHubSource, why: str) -> Finding:
    message = f"GitHub's API did not return the commit ({why}): the content is the branch's, the commit is unknown"
    where = Location(f"{source.repository}/{source.path}")
    return Finding("upstream-commit-unknown", Level.NOTE, message, area="source", revision=where, key=source.repository)
