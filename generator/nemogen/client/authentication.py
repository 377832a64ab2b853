"""From the security of a document to the credentials of its client: arguments, variables, and what a call carries."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Final, TypeAlias

from nemogen.client.authentication_names import ArgumentNames, refuse_unused
from nemogen.client.environment import Text, literal
from nemogen.config import Settings
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.credentials import asked_schemes, is_sent, sent_schemes
from nemogen.openapi.document import Document, SecurityRequirement, SecurityScheme

if TYPE_CHECKING:
    from nemogen.runtime.settings import AuthScheme

Alternative: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Credentials that are sent together, by id, each with its scopes."""
Alternatives: TypeAlias = tuple[Alternative, ...]
"""The first one that is complete is sent; an empty one, which is last, allows a call without credentials."""

_ONLY: Final = "key"
"""What the runtime calls the credential of a client that has one."""
_TOKEN_SUFFIX: Final = " token"
_FLOW: Final = "clientCredentials"


_NOWHERE: Final = Text("")


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of the client's constructor, and the environment variable that it is read from."""

    name: str
    env: str
    doc: Text
    fake: str

    @property
    def entry(self) -> Text:
        """Its line in a docstring."""
        return Text(f"{self.name}: {self.doc.value}. By default from {self.env}.")


@dataclass(frozen=True, slots=True)
class Credential:
    """One credential: `kind` is a scheme of the runtime, `name` that of the header, query parameter or cookie."""

    id: str
    kind: AuthScheme
    name: Text
    arguments: tuple[Argument, ...]
    token_url: Text = _NOWHERE

    @property
    def location(self) -> str:
        """Where it is sent, in words."""
        match self.kind:
            case "bearer":
                return "in the header Authorization, as a bearer token"
            case "basic":
                return "in the header Authorization, as Basic"
            case "client_credentials":
                return f"to {self.token_url.value}, for a bearer token"
            case "header":
                return f"in the header {self.name.value}"
            case "query":
                return f"as the query parameter {self.name.value}"
            case "cookie":
                return f"as the cookie {self.name.value}"
            case "none":
                return "nowhere"


@dataclass(frozen=True, slots=True)
class Authentication:
    """What a client knows of credentials.

    `default` is what operations ask for that do not say otherwise, `by_operation` what each asks for, by its label
    ("GET /x"); `others` are ids that go together in operations, where `default` has them not.
    """

    credentials: tuple[Credential, ...] = ()
    default: Alternatives = ()
    others: tuple[tuple[str, ...], ...] = ()
    by_operation: Mapping[str, Alternatives] = field(default_factory=dict)

    @property
    def is_named(self) -> bool:
        """Whether the constructor has arguments of its own in place of the one `api_key`."""
        arguments = [each.name for each in self.arguments]
        return bool(arguments) and arguments != ["api_key"]

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments of the constructor."""
        return tuple(argument for each in self.credentials for argument in each.arguments)

    @property
    def fetches_tokens(self) -> bool:
        """Whether a credential is a token that the client fetches."""
        return any(each.token_url for each in self.credentials)

    @property
    def fakes(self) -> tuple[str, ...]:
        """Arguments for a client of a test, as code: they open nothing."""
        return tuple(f'{each.name}="{each.fake}"' for each in self.arguments)

    @property
    def summary(self) -> str:
        """Where the credentials come from, for the docstring of a client."""
        if not self.arguments:
            return ""
        if not self.is_named:
            return f" The key comes from `api_key` or from {self.arguments[0].env}."
        named = ", ".join(f"`{each.name}` ({each.env})" for each in self.arguments)
        return f" Its credentials are arguments, or come from the environment: {named}."

    def credential(self, identity: str) -> Credential:
        """The credential with this id."""
        return next(each for each in self.credentials if each.id == identity)

    def shown(self, accepts: Alternatives | None) -> tuple[tuple[Credential, tuple[str, ...]], ...]:
        """The credentials of an operation that an example shows, with their scopes: its first alternative."""
        alternatives = self.default if accepts is None else accepts
        return tuple((self.credential(name), scopes) for name, scopes in next(iter(alternatives), ()))

    def words(self, accepts: Alternatives | None) -> str:
        """What an operation asks for, in Markdown: arguments between backticks."""
        alternatives = self.default if accepts is None else accepts
        named = [
            " and ".join(f"`{each.name}`" for name, _ in alternative for each in self.credential(name).arguments)
            for alternative in alternatives
        ]
        return " or ".join(each or "none" for each in named) or "none"

    def own_of(self, label: str) -> Alternatives | None:
        """What an operation asks for, None if that is the default."""
        found = self.by_operation.get(label, self.default)
        return None if found == self.default else found

    def settings(self) -> Iterator[tuple[str, str]]:
        """The fields of the runtime's `Settings`, as code."""
        printed = tuple(map(self._auth, self.credentials))
        if self.is_named:
            yield "auth", "(" + "".join(f"{each}, " for each in printed) + ")"
        else:
            yield "auth", printed[0] if printed else 'Auth(scheme="none")'
        if self.is_named or (printed and self.default != (((_ONLY, ()),),)):
            yield "security", security_code(self.default)
        if self.others:
            yield "alternatives", literal(self.others)

    def _auth(self, each: Credential) -> str:
        given: dict[str, object] = {"scheme": each.kind}
        if not self.is_named:
            given["env"] = each.arguments[0].env
        if each.name:
            given["name"] = each.name
        if self.is_named:
            given |= {"id": each.id, "arguments": {argument.name: argument.env for argument in each.arguments}}
        if each.token_url:
            given["token_url"] = each.token_url
        return "Auth(" + ", ".join(f"{name}={literal(value)}" for name, value in given.items()) + ")"


def security_code(alternatives: Alternatives) -> str:
    """A runtime's `Security`, as code."""
    return literal(tuple(dict(each) for each in alternatives))


def plan_authentication(document: Document | None, settings: Settings) -> Authentication:
    """The credentials of a client. What cannot be sent is left out: `openapi.credentials` reports it."""
    if document is None:
        return Authentication()
    names = ArgumentNames(settings)
    asked = asked_schemes(document)
    schemes = [each for name, each in document.security_schemes.items() if name in asked and is_sent(each)]
    kinds = {each.name: tuple(_kinds(each)) for each in schemes}
    is_only = len(schemes) == 1 and kinds[schemes[0].name] in _PLAIN
    names.know(each.parameter for each in schemes if each.kind == "apiKey")
    credentials = tuple(
        _credential(scheme, kind, names, is_only=is_only) for scheme in _sorted(schemes) for kind in kinds[scheme.name]
    )
    in_order = {each.id: each for each in credentials}
    ids = {name: tuple(_ONLY if is_only else _id(name, kind, found) for kind in found) for name, found in kinds.items()}
    own = {each.label: _alternatives(each.security, document, ids) for each in document.operations}
    default = _default(document, own, ids)
    refuse_unused(settings, [argument.name for each in credentials for argument in each.arguments])
    ordered = tuple(in_order[each] for found in ids.values() for each in found)
    return Authentication(ordered, default, _others(default, own.values()), own)


_PLAIN: Final = (("bearer",), ("header",), ("query",), ("cookie",))


def _sorted(schemes: list[SecurityScheme]) -> list[SecurityScheme]:
    """Pairs, then keys, then tokens: the first of two that could have the same name gets it."""
    ranks = {"client_credentials": 0, "basic": 0, "bearer": 2}
    return sorted(schemes, key=lambda each: ranks.get(next(_kinds(each)), 1))


_OF_API_KEYS: Final[Mapping[str, AuthScheme]] = {"header": "header", "query": "query", "cookie": "cookie"}


def _kinds(scheme: SecurityScheme) -> Iterator[AuthScheme]:
    """The ways in which the credential of a scheme may be given, as schemes of the runtime."""
    if scheme.kind == "apiKey":
        yield _OF_API_KEYS[scheme.location_in]
    elif scheme.http_scheme == "basic":
        yield "basic"
    else:
        flows = {flow.kind for flow in scheme.flows if flow.kind != _FLOW or flow.token_url}
        if _FLOW in flows:
            yield "client_credentials"
        if flows != {_FLOW}:
            yield "bearer"


def _id(name: str, kind: str, kinds: tuple[str, ...]) -> str:
    return f"{name}{_TOKEN_SUFFIX}" if kind == "bearer" and len(kinds) > 1 else name


def _credential(scheme: SecurityScheme, kind: AuthScheme, names: ArgumentNames, *, is_only: bool) -> Credential:
    identity = _ONLY if is_only else _id(scheme.name, kind, tuple(_kinds(scheme)))
    if kind == "client_credentials":
        flow = next(each for each in scheme.flows if each.kind == _FLOW)
        made = names.pair(scheme.name, ("client_id", "client_secret"))
        docs = ("The id of your OAuth client", "The secret of your OAuth client, to fetch tokens with")
        arguments = tuple(_argument(name, names, doc) for name, doc in zip(made, docs, strict=True))
        return Credential(identity, kind, Text(""), arguments, Text(flow.token_url))
    if kind == "basic":
        made = names.pair(scheme.name, ("username", "password"))
        docs = ("The user's name", "The user's password")
        arguments = tuple(_argument(name, names, doc) for name, doc in zip(made, docs, strict=True))
        return Credential(identity, kind, Text(""), arguments)
    name = "api_key" if is_only else names.key(scheme)
    sent = f"that is sent as {scheme.parameter}" if scheme.parameter else "that is sent as Authorization"
    argument = _argument(
        name, names, f"The {'token' if kind == 'bearer' else 'key'} {sent}, or a function that gives it"
    )
    return Credential(identity, kind, Text(scheme.parameter), (argument,))


def _argument(name: str, names: ArgumentNames, doc: str) -> Argument:
    fake = "fake-key" if name == "api_key" else f"fake-{name.replace('_', '-')}"
    return Argument(name, names.variable(name), Text(doc), fake)


def _alternatives(
    security: Iterable[SecurityRequirement], document: Document, ids: Mapping[str, tuple[str, ...]]
) -> Alternatives:
    """The alternatives that can be sent. The empty one, which needs no credential, is last whatever its position."""
    found: dict[Alternative, None] = {}
    is_optional = False
    for requirement in security:
        names = sent_schemes(requirement, document)
        if names == ():
            is_optional = True
        scopes = [tuple(requirement.schemes[name]) for name in names or ()]
        for chosen in itertools.product(*(ids[name] for name in names)) if names else ():
            found[tuple(zip(chosen, scopes, strict=True))] = None
    return (*found, ()) if found and is_optional else tuple(found)


def _default(document: Document, own: Mapping[str, Alternatives], ids: Mapping[str, tuple[str, ...]]) -> Alternatives:
    """What the document asks for; where no operation has it from there, what most operations ask for.

    Operations that ask for something count first, unless they are fewer than those that do not.
    """
    if document.security and not all(each.security_is_own for each in document.operations):
        return _alternatives(document.security, document, ids)
    counted = Counter(own[each.label] for each in document.operations if own[each.label] or not each.security)
    asking = Counter({each: count for each, count in counted.items() if each and () not in each})
    chosen = asking if 2 * asking.total() >= counted.total() else counted
    return chosen.most_common(1)[0][0] if chosen else ()


def _others(default: Alternatives, own: Iterable[Alternatives]) -> tuple[tuple[str, ...], ...]:
    """What goes together in any operation; nothing if a client without a credential is one too."""
    if not default or () in default:
        return ()
    known = {tuple(name for name, _ in each) for each in default}
    found = (tuple(name for name, _ in each) for alternatives in own for each in alternatives if each)
    return tuple(dict.fromkeys(each for each in found if each not in known))
