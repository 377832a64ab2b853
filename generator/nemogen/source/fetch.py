"""A source as bytes with their provenance: GitHub at a known commit, any URL, or a file of the project."""

from __future__ import annotations

from dataclasses import replace

from nemogen.config import FileSource, GitHubSource, Source, UrlSource
from nemogen.document import Fetched, Provenance
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.source.bounded_read import read_bounded
from nemogen.source.github import file_request, newest_commit
from nemogen.source.http import Gone, Http, RateLimited, Refused, Unreachable, shown
from nemogen.source.load import refuse_markup


def fetch(source: Source, known: Provenance | None, http: Http, project: Project) -> Fetched:
    """Read `source`, on condition of `known`, which is the lock's provenance if the pin on disk is the one it is of.

    `content` is None when the host says that nothing changed since `known` (304). The bytes are not parsed. Raises
    the errors of Http.get (Gone, RateLimited, Unreachable, Refused, BadToken) and SpecError for a page of HTML, a body
    above the limit, or a file that is missing.
    """
    if isinstance(source, FileSource):
        content = read_bounded(project.source_file(source), source.path, http.limits.size)
        return Fetched(content, Provenance(source.path))
    if isinstance(source, UrlSource):
        return _get(http, source.url, {}, Provenance(source.url), known)
    return _fetch_github(source, known, http)


def _fetch_github(source: GitHubSource, known: Provenance | None, http: Http) -> Fetched:
    """At the newest commit of the file, so that commit and bytes agree; where the API does not answer, from the
    branch, with the commit unknown. Whether the file is there is for the host of the bytes to say."""
    commit: str | None = None
    findings: tuple[Finding, ...] = ()
    try:
        commit = newest_commit(http, source)
    except (RateLimited, Unreachable, Refused, Gone) as error:
        findings = (_commit_unknown(source, error.problems[0].what),)
    else:
        if commit is None:
            raise _never_there(source)
    url, headers = file_request(http, source.repository, commit or source.branch, source.path)
    wanted = Provenance(url, source.repository, source.path, source.branch, commit)
    fetched = _get(http, url, headers, wanted, known)
    if fetched.content is None and commit is None and known is not None:
        return Fetched(None, known, findings)
    return Fetched(fetched.content, fetched.provenance, findings)


def _get(http: Http, url: str, headers: dict[str, str], wanted: Provenance, known: Provenance | None) -> Fetched:
    etag = known.etag if known is not None and _same_source(known, wanted) else None
    answer = http.get(url, headers | ({"If-None-Match": etag} if etag else {}))
    found = replace(wanted, etag=answer.headers.get("etag", etag))
    if answer.status == 304:
        if etag is None:
            raise Unreachable("304 (not modified) to a request without a condition", where=Location(shown(url)))
        return Fetched(None, found)
    refuse_markup(answer.content, shown(url))
    return Fetched(answer.content, found)


def _same_source(known: Provenance, wanted: Provenance) -> bool:
    """An ETag says something only of the file that it came with. GitHub's is of the content, whatever the commit."""
    if wanted.repository is None:
        return known.url == wanted.url
    return (known.repository, known.path) == (wanted.repository, wanted.path)


def _never_there(source: GitHubSource) -> Gone:
    where = Location(f"{source.repository}/{source.path}")
    what = f"never was on branch {source.branch}"
    return Gone(what, where=where, remedy="Correct repository, branch and path in api.toml.")


def _commit_unknown(source: GitHubSource, why: str) -> Finding:
    message = f"GitHub's API does not answer ({why}): the bytes are the branch's, at a commit that is unknown"
    place = Location(f"{source.repository}/{source.path}")
    return Finding("upstream-commit-unknown", Level.NOTE, message, area="source", revision=place, key=source.repository)
