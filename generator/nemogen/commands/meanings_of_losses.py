"""Explanations of findings about valid parts of a document that nemogen's client does not use."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import CALLERS, NOBODY, NOTHING, READERS, Meaning, Meanings

_RECEIVERS: Final = "Receivers of the webhook or callback."
_UPLOADS: Final = "Callers who send a body in parts."
_CHECK_YOURSELF: Final = "If values have to be checked before they are sent, do so before the call."

LOSSES: Final[Meanings] = {
    "allow-empty-value": Meaning(
        "allowEmptyValue has no counterpart: an empty value is sent as an empty text.", CALLERS, NOTHING
    ),
    "bearer-format-not-checked": Meaning(
        "The format of a token is not checked. It is sent as it is given.", NOBODY, NOTHING
    ),
    "default-mapping-not-supported": Meaning(
        "defaultMapping of a discriminator is not followed: a value without a known tag has no class of its own.",
        READERS,
        "Handle the value of an unknown variant, which the client keeps as it came.",
    ),
    "dialect-not-supported": Meaning(
        "Schemas are read as JSON Schema 2020-12, whatever jsonSchemaDialect names.",
        READERS,
        "Look whether the named dialect has keywords of another meaning. Otherwise nothing has to be done.",
    ),
    "encoding-not-decoded": Meaning(
        "A text in this contentEncoding stays the encoded text.", READERS, "Decode the value after the call."
    ),
    "encoding-not-supported": Meaning(
        "How a part of a form is encoded is not followed.",
        _UPLOADS,
        "Correct the encoding in the overlay if the server takes the usual one; otherwise send the body yourself.",
    ),
    "examples-not-used": Meaning("Examples do not show in the client.", NOBODY, NOTHING),
    "format-not-typed": Meaning(
        "The format has no Python type: a text stays a text, a number a number.",
        READERS,
        "Convert the value after the call, where that is wanted.",
    ),
    "item-schema-not-supported": Meaning(
        "The items of a sequence have no type.", READERS, "Read the items as the JSON values that they are."
    ),
    "keyword-not-checked": Meaning("The client does not check the rule. The server does.", CALLERS, _CHECK_YOURSELF),
    "keyword-not-typed": Meaning("No Python type expresses the rule. Any value is accepted.", CALLERS, _CHECK_YOURSELF),
    "links-not-supported": Meaning("Links between operations have no counterpart in the client.", NOBODY, NOTHING),
    "oauth-not-supported": Meaning(
        "The client fetches tokens by the flow of client credentials alone.",
        "Callers who use another flow of OAuth.",
        "Fetch the token with a library for OAuth, and give it to the client.",
    ),
    "operation-id-not-used": Meaning(
        "Methods are named after paths; an operationId counts only where it says more.",
        "Callers who expect the name of the operationId.",
        "Set name under [operations] in specs/<api>/api.toml for another name.",
    ),
    "part-header-not-sent": Meaning(
        "A header of a part of a form is sent only where it has one possible value.", _UPLOADS, NOTHING
    ),
    "pattern-properties-not-checked": Meaning(
        "The values have a type. Which names match a pattern is left to the server.", CALLERS, _CHECK_YOURSELF
    ),
    "request-type-not-sent": Meaning(
        "The operation takes several media types, and the client sends another one of them.",
        "Callers who want to send this one.",
        "Nothing has to be done where the other type will do. To send this one, remove the other in the overlay.",
    ),
    "response-headers-not-typed": Meaning(
        "Any header of a response may be missing, and how its value is written is not followed.",
        "Callers who read headers of responses.",
        "Read the header as text.",
    ),
    "response-type-not-used": Meaning(
        "The operation can give several media types, and the client asks for another one of them.",
        "Callers who want this one.",
        "Nothing has to be done where the other type will do. To get this one, remove the other in the overlay.",
    ),
    "scheme-deprecated": Meaning("The client does not say that the credential is deprecated.", CALLERS, NOTHING),
    "scopes-of-flow-not-used": Meaning("A token is asked for with the scopes of the operation alone.", NOBODY, NOTHING),
    "security-scheme-not-used": Meaning("No operation asks for this credential, so it is not sent.", NOBODY, NOTHING),
    "server-name-not-used": Meaning(
        "The client does not choose servers by name.", NOBODY, "base_url names another server."
    ),
    "server-not-used": Meaning(
        "The client calls the first server alone.", "Callers of the others.", "Give base_url to call another server."
    ),
    "server-relative": Meaning(
        "The URL of the server is relative to that of the document.",
        "Callers, where the document comes from a file: nothing says which host to call.",
        "Give base_url, or write an absolute URL into servers in specs/<api>/overlay.yaml.",
    ),
    "tags-not-used": Meaning(
        "Resources are named after paths. A tag counts where a path has no words.", NOBODY, NOTHING
    ),
    "webhook-body-not-typed": Meaning(
        "The body of a webhook or a callback has no class: it is neither JSON nor a form, or another one has it.",
        _RECEIVERS,
        "Read the body of the request yourself.",
    ),
    "webhook-parameter-not-read": Meaning(
        "Parameters of a webhook or a callback are not read.", _RECEIVERS, "Read them from the request itself."
    ),
    "webhook-security-not-checked": Meaning(
        "Credentials of a webhook or a callback are not checked: unwrap checks its signature alone.",
        _RECEIVERS,
        "Check the credential of the request before it is unwrapped.",
    ),
    "xml-not-supported": Meaning("The client does not write XML, so xml says nothing to it.", CALLERS, NOTHING),
    "not-used-by-diff": Meaning(
        "diff does not compare this.", "Whoever relies on diff for it.", "Compare it yourself."
    ),
    "not-used-by-recordings": Meaning("Recordings are not checked against this.", "Whoever relies on them.", NOTHING),
    "not-used-by-mock": Meaning("The mock server does not use this.", "Tests that call the mock server.", NOTHING),
}
