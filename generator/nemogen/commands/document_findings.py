"""Findings about a prepared document: recognized pagination, credentials that are not sent, and names that a merge
assigned to something else."""

from __future__ import annotations

import json
from collections.abc import Iterator

from nemogen.config import Settings
from nemogen.config_checks import ENGINES
from nemogen.document import Document
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.given_names import RENAMED_BY_MERGE, Names


def paginated(document: Document, settings: Settings) -> Iterator[Finding]:
    """The operations that are recognized as paginated; only the default engine has methods for them."""
    from nemogen.client.paging import pagination_findings

    return pagination_findings(document, settings) if settings.client.engine == ENGINES[0] else iter(())


def unsent_credentials(document: Document) -> Iterator[Finding]:
    """The credentials that operations require and the client does not send."""
    from nemogen.openapi.credentials import asked_schemes, describe_unsent, unmet_operations, unsent_schemes

    if document.declared is None:
        return
    schemes = document.declared.security_schemes
    if schemes and not asked_schemes(document.declared):
        what = (
            "credentials are declared, and no operation asks for one: the client sends none unless `security` says so"
        )
        name, first = next(iter(schemes.items()))
        remedy = f"If calls need them, in api.toml: [client] security = [{{ {json.dumps(name)} = [] }}]"
        yield Finding("security-not-asked-for", Level.RISKY, what, "spec", revision=first.location, help=remedy)
    for scheme in unsent_schemes(document.declared):
        where = scheme.location
        yield Finding("security-scheme-not-supported", Level.RISKY, describe_unsent(scheme), "spec", revision=where)
    for where in unmet_operations(document.declared):
        what = "the operation asks for credentials that the client cannot send: it is called without"
        yield Finding("security-not-supported", Level.RISKY, what, "spec", revision=where)


def names_in_conflict(names: Names) -> tuple[Finding, ...]:
    """The lines of names.toml that contradict another one: what they name gets a new name."""
    return tuple(
        Finding(
            "name-conflict", Level.NOTE, f"{each.what}. {each.remedy}", area="names", revision=each.where, key=each.what
        )
        for each in names.conflicts
    )


def renamed_by_merge(names: Names, document: Document, where: Location) -> Iterator[Finding]:
    """What the base branch of a merge gave the name of to something else: a rename for users of the other branch.

    `names` are those of names.toml, which is `where`.
    """
    known = document.names
    for table, key, name in names.contested:
        if (entry := known.table(table).get(key)) and entry.name != name:
            what = f"{name} is called {entry.name} now ({key}): of two merged branches, the base keeps the name"
            yield Finding(RENAMED_BY_MERGE, Level.NOTE, what, area="names", revision=where, key=key)
