"""What is to be said of a prepared document: what is taken for paginated, and credentials that are not sent."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.config import Settings
from nemogen.config_checks import ENGINES
from nemogen.document import Document
from nemogen.findings import Finding, Level


def paginated(document: Document, settings: Settings) -> Iterator[Finding]:
    """What is taken for paginated; another engine gives no methods for it."""
    from nemogen.client.paging import pagination_findings

    return pagination_findings(document, settings) if settings.client.engine == ENGINES[0] else iter(())


def unsent_credentials(document: Document) -> Iterator[Finding]:
    """What the client does not send of the credentials that operations ask for."""
    from nemogen.openapi.credentials import asked_schemes, describe_unsent, unmet_operations, unsent_schemes

    if document.declared is None:
        return
    schemes = document.declared.security_schemes
    if schemes and not asked_schemes(document.declared):
        what = (
            "credentials are declared, and no operation asks for one: the client sends none unless `security` says so"
        )
        where = next(iter(schemes.values())).location
        yield Finding("security-not-asked-for", Level.RISKY, what, "spec", revision=where)
    for scheme in unsent_schemes(document.declared):
        where = scheme.location
        yield Finding("security-scheme-not-supported", Level.RISKY, describe_unsent(scheme), "spec", revision=where)
    for where in unmet_operations(document.declared):
        what = "the operation asks for credentials that the client cannot send: it is called without"
        yield Finding("security-not-supported", Level.RISKY, what, "spec", revision=where)
